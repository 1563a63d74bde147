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
package io.massms.mail;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The receiving mail server's checks of a sender, from the header {@code Authentication-Results} (RFC 8601).
 *
 * <p>Only the topmost header counts, and only from the server that was named: a server must remove headers in its own
 * name that come from outside (RFC 8601, section 5), and adds its own above all others.
 */
final class AuthenticationResults {
    private static final Pattern REFUSED = Pattern.compile("dmarc\\s*=\\s*fail\\b");
    private static final Pattern SIGNED = Pattern.compile("header\\.(?:d|i)\\s*=\\s*\"?(?:[^@\\s\";]*@)?([^\\s\";]+)");
    private static final Pattern FROM = Pattern.compile("header\\.from\\s*=\\s*\"?([^\\s\";]+)");

    private final String server;

    /** Asks the results of one server ({@code authserv-id}); with none every sender counts as confirmed. */
    AuthenticationResults(String server) {
        this.server = server.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the server confirmed the sender's address: DMARC passed, or a DKIM signature of the sender's own domain. */
    boolean confirm(MailHeaders headers, String sender) throws MessagingException {
        if (server.isEmpty()) {
            return true;
        }
        List<String> results = headers.all("Authentication-Results");
        return !results.isEmpty() && confirms(results.get(0), sender.substring(sender.lastIndexOf('@') + 1));
    }

    private boolean confirms(String results, String domain) {
        List<String> statements = HeaderStatements.of(results.toLowerCase(Locale.ROOT));
        if (!statements.get(0).split("\\s")[0].equals(server)
                || statements.stream()
                        .anyMatch(statement -> REFUSED.matcher(statement).lookingAt())) {
            return false;
        }
        return statements.stream()
                .skip(1)
                .anyMatch(statement ->
                        passed(statement, "dmarc", FROM, domain) || passed(statement, "dkim", SIGNED, domain));
    }

    private static boolean passed(String statement, String method, Pattern whose, String domain) {
        Matcher property = whose.matcher(statement);
        return statement.matches(method + "\\s*=\\s*pass\\b.*")
                && property.find()
                && property.group(1).equals(domain.toLowerCase(Locale.ROOT));
    }
}
