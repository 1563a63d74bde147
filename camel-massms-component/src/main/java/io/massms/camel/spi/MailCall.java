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

import java.util.Objects;

/**
 * A call that is sent as a mail. Its subject contains everything. The reply is the one of the mail server: a {@link Reply} with the SMTP code as
 * its status, 250 without a body if the server accepted the mail.
 *
 * @param to      the provider's mail address
 * @param subject printable ASCII on one line
 */
public record MailCall(String to, String subject) implements Call {
    private static final int LONGEST = 900;

    /** Refuses a subject that would not be one header line (RFC 5322, section 2.1.1), or would say something else behind it. */
    public MailCall {
        Objects.requireNonNull(to, "to");
        if (subject.length() > LONGEST || subject.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    "A subject is one line of printable ASCII with at most " + LONGEST + " characters");
        }
    }

    /** Whereto: the subject holds secrets and personal data. */
    @Override
    public String toString() {
        return "MailCall[" + to + "]";
    }
}
