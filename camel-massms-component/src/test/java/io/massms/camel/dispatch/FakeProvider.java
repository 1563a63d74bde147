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
package io.massms.camel.dispatch;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Credentials;
import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Parameter;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import io.massms.camel.text.Alphabet;
import io.massms.camel.text.LongText;
import io.massms.camel.text.TextPolicy;
import io.massms.camel.text.TextRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A provider that answers one word a recipient: {@code ok}, {@code busy}, {@code no} or {@code huh}; or {@code parts:N} for a
 * request that was too large.
 */
final class FakeProvider implements Codec<SendQuestion, SendAnswer> {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final SendProfile CHANNEL = SendProfile.of(3, new TextRules(Alphabet.UNICODE, 160, 160));

    static SendSettings settings() {
        ProviderProfile profile = ProviderProfile.of("fake", "Fake")
                .url(Operation.send, "https://fake.example.com/send")
                .send(Channel.http, CHANNEL)
                .build();
        Account account = new Account(profile, Credentials.of(Map.of()), null, HttpMethod.POST, "CO", profile.zone());
        return new SendSettings(
                account,
                CHANNEL,
                new FakeProvider(),
                NumberPolicy.normalize,
                TextPolicy.auto,
                LongText.split,
                Duplicates.send,
                ReceiptsKept.all,
                false,
                3,
                null,
                2,
                Duration.ofSeconds(5),
                Clock.fixed(NOW, ZoneOffset.UTC),
                SendPolicies.NONE,
                () -> "id");
    }

    @Override
    public Call encode(SendQuestion question, Account account) {
        String to = question.messages().stream().map(SmsMessage::to).collect(Collectors.joining(","));
        return new FormCall(
                HttpMethod.POST,
                URI.create("https://fake.example.com/send"),
                List.of(
                        new Parameter("to", to),
                        new Parameter("text", question.first().text())),
                StandardCharsets.UTF_8);
    }

    @Override
    public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
        if (reply.text().startsWith("parts:")) {
            Verdict tooMany = Verdict.rejected(SmsError.TOO_MANY_RECIPIENTS, "111", null, "too many");
            return Answer.of(SendAnswer.forAll(tooMany, question)
                    .resendInParts(Integer.parseInt(reply.text().substring(6))));
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (String word : reply.text().split(",")) {
            verdicts.add(
                    switch (word) {
                        case "busy" -> Verdict.rejected(SmsError.MAINTENANCE, "busy", null, "later");
                        case "no" -> Verdict.rejected(SmsError.BLOCKED, "no", null, "never");
                        case "huh" -> Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, null, "unreadable");
                        default -> Verdict.taken(SmsState.ENROUTE, word);
                    });
        }
        return Answer.of(SendAnswer.of(verdicts));
    }
}
