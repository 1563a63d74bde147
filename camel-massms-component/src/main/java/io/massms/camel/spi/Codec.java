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

/**
 * One operation of one protocol, as two pure functions: no I/O, no clock, no state.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public interface Codec<Q, A> {

    /**
     * Writes a question as a call to the provider.
     *
     * @param  question the question; already checked against the provider's profile
     * @param  account  the account
     * @return          the call
     * @throws NotEncodableException if the provider's format cannot carry the question; then nothing is sent
     */
    Call encode(Q question, Account account);

    /**
     * Reads the provider's answer. An answer that cannot be understood gives {@link Answer.Failed}, never an exception.
     *
     * @param  reply    the provider's reply
     * @param  question the question
     * @param  account  the account; its secrets are masked in excerpts of the reply
     * @return          the answer, or why there is none
     */
    Answer<A> decode(Reply reply, Q question, Account account);
}
