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
package io.massms.camel.protocol;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.Verdict;
import java.util.regex.Pattern;

/**
 * What HTTP status codes of the 4xx class mean where the body says nothing: the request was refused before the provider's script could
 * take a message (RFC 9110, section 15.5). But for 408: the requests leave here in one piece, so whoever did not see the whole of one in
 * time may be a gateway that waited for the provider in vain, and the provider may have taken the message.
 */
final class HttpRefusals {
    private static final int REQUEST_TIMEOUT = 408;
    private static final Pattern PAGE = Pattern.compile(
            "(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+)?html\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private HttpRefusals() {}

    static boolean isOne(Reply reply) {
        return reply.status() >= 400 && reply.status() <= 499 && reply.status() != REQUEST_TIMEOUT;
    }

    static Verdict of(Reply reply, String excerpt, Account account) {
        return Verdict.rejected(
                        error(reply.status()), "HTTP " + reply.status(), excerpt, reason(reply, excerpt, account))
                .withRetryAfter(reply.retryAfter());
    }

    private static SmsError error(int status) {
        return switch (status) {
            case 401, 403 -> SmsError.AUTHENTICATION;
            case 413 -> SmsError.TOO_MANY_RECIPIENTS;
            case 414 -> SmsError.TEXT_TOO_LONG;
            case 429 -> SmsError.RATE_LIMITED;
            default -> SmsError.OTHER;
        };
    }

    private static String reason(Reply reply, String excerpt, Account account) {
        boolean chosen = account.profile().methods().size() > 1;
        return "HTTP " + reply.status() + ": "
                + switch (reply.status()) {
                    case 401, 403 ->
                        "the server refused access; check the credentials and whether the provider allows this machine's"
                                + " IP address";
                    case 405 ->
                        "the server does not take this method; "
                                + (chosen ? "set httpMethod to the other one" : "check baseUrl");
                    case 407 -> "the proxy asks for credentials; configure them in the HTTP component";
                    case 413 -> "the request is too large; lower recipientsPerRequest";
                    case 414 ->
                        "the URL is too long; use " + (chosen ? "httpMethod=POST, or " : "")
                                + "a shorter text and fewer recipients";
                    case 429 -> "the provider asks to slow down; send it again later and raise requestInterval";
                    default -> refusal(reply, excerpt, account, chosen);
                };
    }

    /** The provider's own words say more than any status code; a page is a server's that may be another one than the provider's. */
    private static String refusal(Reply reply, String excerpt, Account account, boolean chosen) {
        boolean documents = account.profile().exactAnswers();
        boolean page = isPage(reply.text(), documents);
        if (excerpt != null && !page) {
            return (documents ? "the provider" : "the provider, or another server at baseUrl,")
                    + " refused the request and said: " + excerpt;
        }
        return documents && !page ? wordless(reply.status()) : another(reply.status(), chosen);
    }

    private static String wordless(int status) {
        return status == 404 || status == 410
                ? "the provider does not have what was asked for, or not at this address; check the id, then baseUrl"
                : "the provider refused the request and does not say why";
    }

    private static String another(int status, boolean chosen) {
        return switch (status) {
            case 400 -> "the server could not read the request; check baseUrl" + (chosen ? " and httpMethod" : "");
            case 404, 410 -> "the provider's path does not exist at this address; check baseUrl";
            default -> "the server refused the request and its answer does not say why";
        };
    }

    /** Where answers are documents, XML is no page. */
    private static boolean isPage(String text, boolean documents) {
        return documents ? PAGE.matcher(text).lookingAt() : Unclear.isPage(text);
    }
}
