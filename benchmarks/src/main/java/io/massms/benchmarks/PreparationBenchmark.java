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

import io.massms.camel.number.Msisdn;
import io.massms.camel.provider.LinktoSms;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.text.LongText;
import io.massms.camel.text.PreparedText;
import io.massms.camel.text.TextPolicy;
import io.massms.camel.text.TextPreparation;
import io.massms.camel.text.TextRules;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done to each message before it is written: its number, its alphabet, its parts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PreparationBenchmark {
    private static final String ACCENTED = "Señor Pérez, su cita es mañana a las 3 en la clínica: "
            + "llegue 10 minutos antes con su documento y la autorización del médico, ¿de acuerdo? Responda SÍ o NO. Gracias";

    private final ProviderProfile provider = new LinktoSms().profile();
    private final TextRules rules = provider.send(Channel.http).text();
    private final Numbers numbers = new Numbers(1);
    private long next;

    /** An international number in the provider's form. */
    @Benchmark
    public String number() {
        return provider.numberForm().format(Msisdn.parse(numbers.of(next++), "CO"), "CO");
    }

    /** A national number as people write it. */
    @Benchmark
    public String writtenNumber() {
        return provider.numberForm().format(Msisdn.parse("300 123-4567", "CO"), "CO");
    }

    /** A short text of the GSM alphabet. */
    @Benchmark
    public PreparedText text() {
        return TextPreparation.prepare(Wire.TEXT, TextPolicy.auto, LongText.reject, rules);
    }

    /** A long Spanish text, transliterated and split. */
    @Benchmark
    public PreparedText accentedText() {
        return TextPreparation.prepare(ACCENTED, TextPolicy.gsm7, LongText.split, rules);
    }

    /** All that a message of the load runs needs. */
    @Benchmark
    public int message() {
        return number().length() + text().parts().size();
    }
}
