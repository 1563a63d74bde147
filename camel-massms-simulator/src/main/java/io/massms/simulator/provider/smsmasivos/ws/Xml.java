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
package io.massms.simulator.provider.smsmasivos.ws;

import java.util.Locale;

/** How the service writes XML. */
public final class Xml {
    /** The target namespace of the service. */
    static final String NAMESPACE = "http://servicio.smsmasivos.com.ar/ws/";

    static final String SCHEMA_NAMESPACES = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"";
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private Xml() {}

    public static String element(String name, String text) {
        return '<' + name + '>' + escape(text) + "</" + name + '>';
    }

    /** Control characters become references, as .NET's writer does, though a strict parser refuses those. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n' -> escaped.append(c);
                default -> {
                    if (c < ' ') {
                        escaped.append("&#x")
                                .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                                .append(';');
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
