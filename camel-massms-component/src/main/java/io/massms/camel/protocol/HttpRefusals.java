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
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.Verdict;

/**
 * What HTTP status codes of the 4xx class mean where the body says nothing: the request was refused before the provider's script could
 * take a message (RFC 9110, section 15.5). But for 408: the requests leave here in one piece, so whoever did not see the whole of one in
 * time may be a gateway that waited for the provider in vain, and the provider may have taken the message.
 */
final class HttpRefusals {
    private static final int REQUEST_TIMEOUT = 408;

    private HttpRefusals() {}

    static boolean isOne(Reply reply) {
        return reply.status() >= 400 && reply.status() <= 499 && reply.status() != REQUEST_TIMEOUT;
    }

    static Verdict of(Reply reply, String excerpt) {
        return Verdict.rejected(error(reply.status()), "HTTP " + reply.status(), excerpt, reason(reply.status()))
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

    private static String reason(int status) {
        return "HTTP " + status + ": "
                + switch (status) {
                    case 400 -> "the server could not read the request; check baseUrl and httpMethod";
                    case 401, 403 ->
                        "the server refused access; check the credentials and whether the provider allows this machine's"
                                + " IP address";
                    case 404, 410 -> "the provider's path does not exist at this address; check baseUrl";
                    case 405 -> "the server does not take this method; set httpMethod to the other one";
                    case 407 -> "the proxy asks for credentials; configure them in the HTTP component";
                    case 413 -> "the request is too large; lower recipientsPerRequest";
                    case 414 -> "the URL is too long; use httpMethod=POST, or a shorter text and fewer recipients";
                    case 429 -> "the provider asks to slow down; send it again later and raise requestInterval";
                    default -> "the server refused the request and its answer does not say why";
                };
    }
}
