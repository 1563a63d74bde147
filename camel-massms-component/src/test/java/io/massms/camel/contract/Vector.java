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
package io.massms.camel.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.massms.camel.model.MessageType;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.BaseUrl;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Credentials;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendQuestion;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * One wire fact: a question, the call that asks it, a reply and what the reply means. A file of
 * {@code vectors/<provider>/<operation>/}; what it leaves out is not checked ({@code call}, or {@code reply} and {@code expected}).
 *
 * @param source      {@code manual}, {@code observed} or {@code decided}
 * @param section     of the manual, where that is the source
 * @param description the fact, as a sentence
 * @param question    what is asked
 * @param account     whose, with credentials that are nobody's
 * @param call        what leaves
 * @param reply       what comes back
 * @param expected    what that means
 * @param misleadingWhenCutOff whether a beginning of the reply is a whole answer of its own, so that nobody could tell
 */
record Vector(
        Source source,
        String section,
        String description,
        Question question,
        Holder account,
        ExpectedCall call,
        Wire reply,
        Expected expected,
        boolean misleadingWhenCutOff) {

    enum Source {
        manual,
        observed,
        decided
    }

    /**
     * What is asked: messages (or one content for many in {@code to}), or a message id, or an inbox, or nothing.
     */
    record Question(
            Channel channel,
            List<String> to,
            String text,
            String from,
            String clientId,
            MessageType type,
            Instant scheduledTime,
            String html,
            boolean dryRun,
            String messageId,
            boolean unreadOnly,
            boolean markRead) {

        SendQuestion toSend() {
            return new SendQuestion(
                    to.stream()
                            .map(one -> new SmsMessage(one, text, from, clientId, type, scheduledTime, html))
                            .toList(),
                    dryRun);
        }

        Channel channelOrDefault() {
            return channel == null ? Channel.http : channel;
        }
    }

    record Holder(Map<Credential, String> credentials, String country, HttpMethod method, URI baseUrl, String zone) {

        HttpMethod methodOrDefault() {
            return method == null ? HttpMethod.POST : method;
        }

        Account at(ProviderProfile profile) {
            return new Account(
                    profile,
                    Credentials.of(credentials == null ? Map.of() : credentials),
                    baseUrl == null ? null : new BaseUrl(baseUrl),
                    methodOrDefault(),
                    country == null ? profile.country() : country,
                    zone == null ? profile.zone() : ZoneId.of(zone));
        }
    }

    /**
     * A form: parameters are pairs of name and value, in the order of the wire. Or a document of a web service: {@code action} and
     * {@code body}. Or a body of any kind: {@code contentType}, {@code headers} as pairs and {@code body}, as text or, where it is JSON,
     * as the document. Or a mail: {@code to} and {@code subject}.
     */
    record ExpectedCall(
            String method,
            URI url,
            List<List<String>> parameters,
            String charset,
            String action,
            String contentType,
            List<List<String>> headers,
            JsonNode body,
            String to,
            String subject) {

        /** The body of any kind that a document of a web service is. */
        ExpectedCall soap() {
            List<List<String>> said = List.of(List.of("SOAPAction", '"' + action + '"'));
            return new ExpectedCall("POST", url, null, null, null, "text/xml; charset=utf-8", said, body, null, null);
        }
    }

    record Wire(int status, String charset, String body, Map<String, String> headers) {

        Reply toReply(ProviderProfile profile) {
            return toReply(body, profile);
        }

        Reply toReply(String otherBody, ProviderProfile profile) {
            Charset encoding = charset == null ? profile.charset() : Charset.forName(charset);
            String retryAfter = headers == null ? null : headers.get("Retry-After");
            return new Reply(
                    status,
                    otherBody.getBytes(encoding),
                    encoding,
                    retryAfter == null ? null : Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
    }

    /** One of: verdicts (one for all recipients, or one each), a status, a value, a failure. */
    record Expected(
            List<ExpectedVerdict> verdicts,
            int resendInParts,
            ExpectedVerdict status,
            JsonNode value,
            ExpectedVerdict failed) {}

    /**
     * What is left out is expected to be null; {@code reason} is a part of the reason, which errors always have. Only a status has
     * {@code to}, {@code clientId} and {@code time}, and they are compared where they are given.
     */
    record ExpectedVerdict(
            SmsState state,
            String messageId,
            String to,
            String clientId,
            Instant time,
            SmsError error,
            String providerCode,
            String providerText,
            @JsonProperty("reason") String reasonPart,
            Long retryAfterSeconds) {}
}
