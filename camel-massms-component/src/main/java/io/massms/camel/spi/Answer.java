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

import io.massms.camel.model.SmsError;
import java.util.function.Function;

/**
 * The meaning of a provider's reply: the value, or why there is none.
 *
 * @param <A> the value's type
 */
public sealed interface Answer<A> {

    /**
     * The provider answered what was asked.
     *
     * @param value   the answer
     * @param certain the part of the answer that is certainly complete. It is the same object as {@code value}, unless nothing shows that the
     *                answer came to its end
     * @param <A>     the value's type
     */
    record Of<A>(A value, A certain) implements Answer<A> {

        /**
         * Whether the answer surely came to its end.
         *
         * @return false where its last piece may be cut off
         */
        public boolean isWhole() {
            return value == certain;
        }

        @Override
        public <R> R fold(Function<? super A, ? extends R> answered, Function<? super Verdict, ? extends R> failed) {
            return answered.apply(value);
        }

        @Override
        public <X extends Exception> A orElseThrow(Function<? super Verdict, X> failure) {
            return value;
        }
    }

    /**
     * The provider refused, or its answer could not be understood.
     *
     * @param verdict why
     * @param <A>     the type of the value that is missing
     */
    record Failed<A>(Verdict verdict) implements Answer<A> {

        @Override
        public <R> R fold(Function<? super A, ? extends R> answered, Function<? super Verdict, ? extends R> failed) {
            return failed.apply(verdict);
        }

        @Override
        public <X extends Exception> A orElseThrow(Function<? super Verdict, X> failure) throws X {
            throw failure.apply(verdict);
        }
    }

    /**
     * What comes of it either way.
     *
     * @param  answered what of the value
     * @param  failed   what of the reason why there is none
     * @param  <R>      its type
     * @return          one of the two
     */
    <R> R fold(Function<? super A, ? extends R> answered, Function<? super Verdict, ? extends R> failed);

    /**
     * The value.
     *
     * @param  failure makes the exception of the reason why there is none
     * @param  <X>     its type
     * @return         the value
     * @throws X       where there is none
     */
    <X extends Exception> A orElseThrow(Function<? super Verdict, X> failure) throws X;

    /**
     * Whether the reply was too long or could not be understood. The reply to a smaller question may still be readable.
     *
     * @return false if the provider answered or refused, or if no reply came
     */
    default boolean isUnclear() {
        return this instanceof Failed<A> failed && failed.verdict().error() == SmsError.UNEXPECTED_RESPONSE;
    }

    /**
     * The provider answered what was asked.
     *
     * @param  value the answer
     * @param  <A>   the value's type
     * @return       the answer
     */
    static <A> Answer<A> of(A value) {
        return new Of<>(value, value);
    }

    /**
     * The provider answered what was asked, but nothing shows that the answer came to its end: its last piece may be cut off.
     *
     * @param  value   the answer
     * @param  certain the same without the last piece
     * @param  <A>     the value's type
     * @return         the answer
     */
    static <A> Answer<A> openEnded(A value, A certain) {
        return new Of<>(value, certain);
    }

    /**
     * The provider refused, or its answer could not be understood.
     *
     * @param  verdict why
     * @param  <A>     the type of the value that is missing
     * @return         the answer
     */
    static <A> Answer<A> failed(Verdict verdict) {
        return new Failed<>(verdict);
    }
}
