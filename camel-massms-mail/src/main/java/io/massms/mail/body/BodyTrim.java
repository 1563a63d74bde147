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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Leaves out what nobody would pay for: signatures, quotes and blank lines. */
final class BodyTrim {
    private static final Pattern SIGNATURE = Pattern.compile("--\\s?");
    private static final Pattern ORIGINAL = Pattern.compile(
            "-{2,}\\s*(original message|mensaje original|forwarded message|mensaje reenviado)\\s*-{2,}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTION =
            Pattern.compile("(on|el) .{5,200}(wrote|escribió|escribio):", Pattern.CASE_INSENSITIVE);

    /** Programs wrap an attribution in the middle of an address. */
    private static final int ATTRIBUTION_LINES = 3;

    /** The first two lines above an original that Outlook quotes, with or without a rule above them. */
    private static final Pattern HEADERS = Pattern.compile("(_{5,} )?\\*?(From|De):.+ \\*?(Sent|Enviado( el)?):.+");

    private BodyTrim() {}

    static String trim(String body, boolean keepQuotes) {
        List<String> kept = new ArrayList<>();
        List<String> lines = body.replace('\u00a0', ' ').lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (SIGNATURE.matcher(line).matches() || (!keepQuotes && beginsOriginal(lines, i))) {
                break;
            }
            if (keepQuotes || !line.startsWith(">")) {
                kept.add(line.replaceAll("\\p{Cntrl}+", " ").strip());
            }
        }
        return kept.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static boolean beginsOriginal(List<String> lines, int from) {
        if (ORIGINAL.matcher(lines.get(from).strip()).matches()) {
            return true;
        }
        String joined = "";
        for (String line : lines.subList(from, Math.min(from + ATTRIBUTION_LINES, lines.size()))) {
            joined = (joined + " " + line.strip()).strip();
            if (ATTRIBUTION.matcher(joined).matches() || HEADERS.matcher(joined).matches()) {
                return true;
            }
        }
        return false;
    }
}
