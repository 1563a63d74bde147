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
import io.massms.camel.spi.Verdict;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks somebody who answers later, and goes on once: whether there is an answer, a failure, or both. */
final class Once {
    private static final Logger LOG = LoggerFactory.getLogger(Once.class);

    private Once() {}

    /**
     * Asks.
     *
     * @param question is given the receiver of the answer
     * @param then     receives the first answer, on any thread
     * @param instead  what the answer is where asking fails
     */
    static <T> void ask(Consumer<Consumer<T>> question, Consumer<T> then, Function<Throwable, T> instead) {
        AtomicBoolean answered = new AtomicBoolean();
        Consumer<T> first = answer -> {
            if (answered.compareAndSet(false, true)) {
                then.accept(answer);
            }
        };
        try {
            question.accept(first);
        } catch (Throwable e) { // an Error, too, must not leave an exchange without its end
            LOG.error("Asking failed", e);
            first.accept(instead.apply(e));
        }
    }

    /** What is reported where it is open how far a failure let a message come. */
    static Verdict open(String what, Throwable failure) {
        return Verdict.uncertain(
                SmsError.UNEXPECTED_RESPONSE,
                null,
                what + " failed (" + failure.getClass().getName() + "); it may have left");
    }
}
