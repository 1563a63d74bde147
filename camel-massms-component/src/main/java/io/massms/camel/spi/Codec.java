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
     * Says a question in the provider's words.
     *
     * @param  question what is asked; already checked against the provider's profile
     * @param  account  whose
     * @return          the call
     * @throws NotEncodableException where the provider's words have no place for it; nothing is sent then
     */
    Call encode(Q question, Account account);

    /**
     * Understands the provider's answer. What cannot be understood is a verdict too, never an exception.
     *
     * @param  reply    what came back
     * @param  question what was asked
     * @param  account  whose; for leaving its secrets out of excerpts
     * @return          the answer, or why there is none
     */
    Answer<A> decode(Reply reply, Q question, Account account);
}
