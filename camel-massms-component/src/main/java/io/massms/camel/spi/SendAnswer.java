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

import java.util.Collections;
import java.util.List;

/**
 * The provider's answer to a send request.
 *
 * @param verdicts      one for each message, in the order of the question
 * @param resendInParts if the provider accepted nothing because the request was too large: how many recipients to send in one request
 *                      instead; 0 in all other cases
 */
public record SendAnswer(List<Verdict> verdicts, int resendInParts) {

    /** Keeps the verdicts from changing. */
    public SendAnswer {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * A verdict for each message.
     *
     * @param  verdicts in the order of the question
     * @return          the answer
     */
    public static SendAnswer of(List<Verdict> verdicts) {
        return new SendAnswer(verdicts, 0);
    }

    /**
     * The same verdict for all messages.
     *
     * @param  verdict  the verdict
     * @param  question what was asked
     * @return          the answer
     */
    public static SendAnswer forAll(Verdict verdict, SendQuestion question) {
        return of(Collections.nCopies(question.messages().size(), verdict));
    }

    /**
     * The same answer, with the note that the request may be sent again with fewer recipients. Only for requests of which the provider
     * accepted nothing.
     *
     * @param  recipients how many recipients in one request
     * @return            a copy
     */
    public SendAnswer resendInParts(int recipients) {
        return new SendAnswer(verdicts, recipients);
    }
}
