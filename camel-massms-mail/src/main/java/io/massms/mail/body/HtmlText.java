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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The words of a page that people see, with its lines; no links, styles or scripts. */
final class HtmlText implements NodeFilter {
    /** Invisible characters, which would hide the mark of a quote or a signature. */
    private static final Pattern LINE_START = Pattern.compile("(?m)^[\\s\\u00a0\\p{Cf}&&[^\\n]]++");

    private static final Set<String> UNSEEN = Set.of("script", "style", "title");

    private final StringBuilder text = new StringBuilder();

    /** Of each element around the current node, whether it shows lines as they are written. */
    private final Deque<Boolean> preformatted = new ArrayDeque<>();

    private final boolean keepQuotes;

    private HtmlText(boolean keepQuotes) {
        this.keepQuotes = keepQuotes;
    }

    static String of(String html, boolean keepQuotes) {
        HtmlText words = new HtmlText(keepQuotes);
        Jsoup.parse(html).body().filter(words);
        return LINE_START.matcher(words.text).replaceAll("");
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            String written = words.getWholeText();
            text.append(preformatted.getLast() ? written.replaceAll("\\R", "\n") : written.replaceAll("\\s+", " "));
        } else if (node instanceof Element element) {
            if (depth > 0 && isLeftOut(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (endsLine(element)) {
                newLine();
            }
            preformatted.addLast(keepsLines(element));
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            preformatted.removeLast();
            if (element.isBlock()) {
                newLine();
            }
        }
        return FilterResult.CONTINUE;
    }

    private boolean isLeftOut(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.hasAttr("style") && InlineStyle.of(element).hides()
                || !keepQuotes && isQuote(element);
    }

    private static boolean isQuote(Element element) {
        return element.normalName().equals("blockquote") && element.attr("type").equalsIgnoreCase("cite")
                || element.hasClass("gmail_quote")
                || element.hasClass("moz-cite-prefix");
    }

    private boolean keepsLines(Element element) {
        boolean around = !preformatted.isEmpty() && preformatted.getLast();
        return InlineStyle.of(element).keepsLines(around || element.normalName().equals("pre"));
    }

    private static boolean endsLine(Element element) {
        return element.isBlock() || element.normalName().equals("br");
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
