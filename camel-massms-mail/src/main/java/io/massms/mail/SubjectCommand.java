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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subject that is a command: {@code USER PASSWORD NUMBER TEXT} (smsmasivos' manual, section "Envío de mensajes vía
 * correo electrónico (SMTP)").
 *
 * @param user     who sends
 * @param password the proof
 * @param number   the recipient, as written
 * @param text     what the recipient reads
 */
record SubjectCommand(String user, String password, String number, String text) {
    private static final Pattern GRAMMAR = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\+?[0-9][0-9-]{4,20})\\s+(\\S.*)");

    /**
     * Reads a decoded subject.
     *
     * @throws RefusedMailException where it does not follow the grammar; never quotes it, since it may hold a password
     */
    static SubjectCommand parse(String subject) {
        Matcher fields = GRAMMAR.matcher(subject.strip());
        if (!fields.matches()) {
            throw new RefusedMailException(
                    Refusal.NO_COMMAND,
                    "The subject is no command; right is USER PASSWORD NUMBER TEXT, with blanks between them");
        }
        return new SubjectCommand(fields.group(1), fields.group(2), fields.group(3), fields.group(4));
    }

    /** Shows nothing of the subject. */
    @Override
    public String toString() {
        return "SubjectCommand[" + text.length() + " characters]";
    }
}
