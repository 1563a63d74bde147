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
package io.massms.camel.spi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A provider's whole answer. */
public final class Reply {
    /** What answers hold that are said to be ISO-8859-1: the same, with signs in the place of control characters, as browsers read it. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final char REPLACEMENT = '\uFFFD';
    private static final String REPLACEMENT_READ_AS_LATIN = "\u00EF\u00BF\u00BD";
    private static final int FIRST_OF_SEVERAL_BYTES = 0x80;

    private static final String MARK_READ_AS_LATIN = "\u00EF\u00BB\u00BF";

    private final int status;
    private final byte[] body;
    private final Charset charset;
    private final Duration retryAfter;

    /**
     * An answer.
     *
     * @param status     the HTTP status code
     * @param body       complete; empty when there was none
     * @param charset    what the answer says of itself, else what the provider is known to use
     * @param retryAfter what the provider asks for in {@code Retry-After}; null where it does not
     */
    public Reply(int status, byte[] body, Charset charset, Duration retryAfter) {
        this.status = status;
        this.body = body;
        this.charset = StandardCharsets.ISO_8859_1.equals(charset) ? WINDOWS : charset;
        this.retryAfter = retryAfter;
    }

    /**
     * The HTTP status code.
     *
     * @return 100 to 599
     */
    public int status() {
        return status;
    }

    /**
     * The body as it came.
     *
     * @return not a copy: not to be changed
     */
    public byte[] body() {
        return body;
    }

    /**
     * The body as text, without white space around it and without byte order marks before it: a script that is put together from
     * several files sends several. What is said to be UTF-8 and surely is not is read as ISO-8859-1, which these providers' scripts
     * write: otherwise its letters would be lost.
     *
     * @return empty when there was none
     */
    public String text() {
        String text = decoded().strip();
        int mark = lengthOfMark(text);
        while (mark > 0) {
            text = text.substring(mark).strip();
            mark = lengthOfMark(text);
        }
        return text;
    }

    /**
     * The same with the tabs that stand before it: they separate fields, of which the first can be empty.
     *
     * @return empty when there was nothing else
     */
    public String textWithTabs() {
        String text = text();
        String whole = decoded();
        int start = text.isEmpty() ? 0 : whole.lastIndexOf(text);
        int tabs = start;
        while (tabs > 0 && whole.charAt(tabs - 1) == '\t') {
            tabs--;
        }
        return whole.substring(tabs, start) + text;
    }

    private String decoded() {
        String text = new String(body, charset);
        return charset.equals(StandardCharsets.UTF_8) && text.indexOf(REPLACEMENT) >= 0 && holdsNothingOfUtf8(text)
                ? new String(body, WINDOWS)
                : text;
    }

    /** A letter of more than one byte that could be read, be it the replacement itself, shows that the answer is UTF-8, with damages. */
    private boolean holdsNothingOfUtf8(String text) {
        boolean lettersLost = text.chars().allMatch(c -> c < FIRST_OF_SEVERAL_BYTES || c == REPLACEMENT);
        return lettersLost && !new String(body, StandardCharsets.ISO_8859_1).contains(REPLACEMENT_READ_AS_LATIN);
    }

    private static int lengthOfMark(String text) {
        if (text.startsWith("\uFEFF")) {
            return 1;
        }
        return text.startsWith(MARK_READ_AS_LATIN) ? MARK_READ_AS_LATIN.length() : 0;
    }

    /**
     * How long the provider asks to wait.
     *
     * @return null where it does not ask
     */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Status and size: the body can hold personal data. */
    @Override
    public String toString() {
        return "Reply[" + status + ", " + body.length + " bytes]";
    }
}
