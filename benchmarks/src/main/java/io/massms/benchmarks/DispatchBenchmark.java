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
package io.massms.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.massms.camel.dispatch.Caller;
import io.massms.camel.dispatch.Duplicates;
import io.massms.camel.dispatch.NumberPolicy;
import io.massms.camel.dispatch.Outcome;
import io.massms.camel.dispatch.Pace;
import io.massms.camel.dispatch.Pacer;
import io.massms.camel.dispatch.ReceiptsKept;
import io.massms.camel.dispatch.RequestSender;
import io.massms.camel.dispatch.SendJob;
import io.massms.camel.dispatch.SendPolicies;
import io.massms.camel.dispatch.SendSettings;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.provider.Markettext;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.BaseUrl;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Credentials;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.text.LongText;
import io.massms.camel.text.TextPolicy;
import io.massms.camel.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Everything that is done for a send between the route and the network: preparing, writing the form, reading the answer, receipts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DispatchBenchmark {
    private static final int BULK = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final SendSettings settings = settings();
    private final SmsMessage one = SmsMessage.of(new Numbers(1).of(0), Wire.TEXT);
    private final SmsMessage many = SmsMessage.of(new Numbers(BULK).of(0), Wire.TEXT);
    private final RequestSender toOne = sender(one);
    private final RequestSender toMany = sender(many);
    private Outcome outcome;

    /** One recipient. */
    @Benchmark
    public Outcome send() {
        return send(one, toOne);
    }

    /** 500 recipients in one request. */
    @Benchmark
    public Outcome sendTo500() {
        return send(many, toMany);
    }

    private Outcome send(SmsMessage message, RequestSender sender) {
        new SendJob(settings, sender, List.of(message).iterator(), false, Runnable::run, ended -> outcome = ended)
                .start();
        return outcome;
    }

    private static SendSettings settings() {
        ProviderProfile profile = new Markettext().profile();
        SendProfile channel = profile.send(Channel.http);
        Credentials credentials = Credentials.of(
                Map.of(Credential.apiId, "acme", Credential.user, "ana", Credential.password, "s3cret-one"));
        return new SendSettings(
                new Account(
                        profile,
                        credentials,
                        new BaseUrl(URI.create("http://127.0.0.1:9")),
                        HttpMethod.POST,
                        profile.country(),
                        profile.zone()),
                channel,
                new Markettext().protocol().send(Channel.http),
                NumberPolicy.normalize,
                TextPolicy.auto,
                LongText.reject,
                Duplicates.send,
                ReceiptsKept.all,
                false,
                channel.recipientsPerRequest(),
                null,
                1,
                TIMEOUT,
                Clock.systemUTC(),
                SendPolicies.NONE,
                () -> "id");
    }

    private RequestSender sender(SmsMessage message) {
        String answer = Stream.of(message.to().split(","))
                .map(to -> to + ":9f86d081884c7d659a2feaa0c55ad015")
                .collect(Collectors.joining(","));
        return new RequestSender(
                new Caller(new AnswerAtOnce(answer.getBytes(UTF_8)), settings.account(), TIMEOUT),
                new Pacer(null),
                Pace.of(Duration.ZERO, Duration.ZERO));
    }

    /** A network without any. */
    private record AnswerAtOnce(byte[] answer) implements Transport {
        @Override
        public void exchange(Call call, Duration deadline, ReplyHandler handler) {
            handler.onReply(new Reply(200, answer, UTF_8, null));
        }

        @Override
        public void close() {}
    }
}
