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
package io.massms.camel.number;

import io.massms.camel.model.SmsError;

/**
 * Not a number that a message can be sent to. The message shows the number masked, what was wrong and what would be
 * right. It has no stack trace, since bad recipients are data, not faults of the program.
 */
public final class InvalidNumberException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final SmsError error;

    private InvalidNumberException(SmsError error, String message) {
        super(message);
        this.error = error;
    }

    static InvalidNumberException missing() {
        return new InvalidNumberException(
                SmsError.INVALID_NUMBER, "There is no number; right is one such as +573001234567.");
    }

    static InvalidNumberException of(String written, String whatIsWrongAndRight) {
        return of(SmsError.INVALID_NUMBER, written, whatIsWrongAndRight);
    }

    static InvalidNumberException of(SmsError error, String written, String whatIsWrongAndRight) {
        return new InvalidNumberException(error, "The number " + Msisdn.mask(written) + " " + whatIsWrongAndRight);
    }

    /**
     * {@link SmsError#INVALID_NUMBER}, or {@link SmsError#LANDLINE} where a form has no place for a fixed line.
     *
     * @return the error; never null
     */
    public SmsError error() {
        return error;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
