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

/** The provider's format cannot carry a question. Nothing was sent. */
public final class NotEncodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SmsError error;

    /**
     * Refuses a question.
     *
     * @param error  why
     * @param reason in English, with what would be right, and without secrets or personal data
     */
    public NotEncodableException(SmsError error, String reason) {
        super(reason);
        this.error = error;
    }

    /**
     * Why.
     *
     * @return never null
     */
    public SmsError error() {
        return error;
    }
}
