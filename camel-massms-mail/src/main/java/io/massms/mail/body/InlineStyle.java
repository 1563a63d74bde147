/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.massms.mail.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The {@code style} attribute of an element. Style sheets are ignored, as in many mail programs. */
final class InlineStyle {
    private static final Pattern NOTHING = Pattern.compile("0*(0|\\.0+)([a-z]+|%)?");

    private final Map<String, String> properties = new HashMap<>();

    private InlineStyle() {}

    static InlineStyle of(Element element) {
        InlineStyle style = new InlineStyle();
        for (String property : element.attr("style").toLowerCase(Locale.ROOT).split(";")) {
            int colon = property.indexOf(':');
            if (colon > 0) {
                style.properties.put(
                        property.substring(0, colon).strip(),
                        property.substring(colon + 1).replace("!important", "").strip());
            }
        }
        return style;
    }

    /**
     * Whether the element and all in it are invisible, as the preview line is that an inbox shows beside the subject. In doubt it is visible:
     * {@code mso-hide} hides only in Outlook, and text in a column without a size can get its size in many other ways.
     */
    boolean hides() {
        return is("display", "none")
                || isNothing("max-height") && (is("overflow", "hidden") || is("overflow-y", "hidden"))
                || isNothing("font-size") && (isNothing("opacity") || is("visibility", "hidden"));
    }

    /** Whether the lines within the element are shown as they are written; where it does not say so, as by default. */
    boolean keepsLines(boolean byDefault) {
        String property = properties.get("white-space");
        return property == null ? byDefault : property.startsWith("pre") || property.equals("break-spaces");
    }

    private boolean is(String property, String value) {
        return value.equals(properties.get(property));
    }

    private boolean isNothing(String property) {
        return NOTHING.matcher(properties.getOrDefault(property, "")).matches();
    }
}
