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
package io.massms.mail;

/** Why no message is made of a mail. */
enum Refusal {
    /** An auto-reply, a bounce or a mail of this bridge: answering or sending it could go round in circles. */
    AUTOMATIC(false),
    /** From nobody, or from nobody on the allow-list; a stranger's address may be forged and gets no answer. */
    SENDER_NOT_ALLOWED(false),
    /** Larger than the bridge reads. */
    TOO_LARGE(true),
    /** No number in the address, and nobody may command; told to those on the allow-list only. */
    NO_NUMBER(true),
    /** No number in the address and no command in the subject. */
    NO_COMMAND(true),
    /** Unknown user or wrong password; nobody is told which. */
    WRONG_CREDENTIALS(true),
    /** More recipients than one mail may have. */
    TOO_MANY_RECIPIENTS(true),
    /** Nothing to send. */
    NO_TEXT(true),
    /** Broken beyond reading. */
    UNREADABLE(true);

    private final boolean answerable;

    Refusal(boolean answerable) {
        this.answerable = answerable;
    }

    boolean answerable() {
        return answerable;
    }
}
