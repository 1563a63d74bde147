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

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a header says to people; anybody may have written it. */
public final class HeaderText {
    /** No honest header of one line is longer; what is longer is not to be decoded. */
    public static final int LONGEST = 16 * 1024;

    private HeaderText() {}

    /**
     * The words of a header.
     *
     * @param  raw as it stands in the mail
     * @return     unfolded, with encoded words decoded (RFC 2047), and a blank where there is no character
     */
    public static String of(String raw) {
        return decoded(written(MimeUtility.unfold(raw)))
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    /**
     * What stands in a header without being encoded. Scripts write UTF-8, which the mail library reads as ISO-8859-1.
     *
     * @param  raw as it stands in the mail
     * @return     the same, where it is no UTF-8
     */
    public static String written(String raw) {
        return Optional.of(raw)
                .filter(StandardCharsets.ISO_8859_1.newEncoder()::canEncode)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .flatMap(Utf8::decoded)
                .orElse(raw);
    }

    private static String decoded(String raw) {
        try {
            return MimeUtility.decodeText(raw);
        } catch (UnsupportedEncodingException e) {
            return raw;
        }
    }
}
