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

import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.StatusQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The statuses of many messages from one answer of a provider. */
public final class StatusesByClientId {
    private final Map<String, List<SmsStatus>> byClientId = new HashMap<>();

    /**
     * The statuses of an answer.
     *
     * @param statuses with client ids; a status whose text the manual does not know is left out, because the answer may have broken off there
     */
    public StatusesByClientId(List<SmsStatus> statuses) {
        for (SmsStatus status : statuses) {
            if (status.state() != SmsState.UNKNOWN) {
                byClientId
                        .computeIfAbsent(key(status.clientId()), unused -> new ArrayList<>(1))
                        .add(status);
            }
        }
    }

    /**
     * The status of one message.
     *
     * @param  question about it, by its client id
     * @return          null if the answer has none
     */
    public SmsStatus of(StatusQuestion question) {
        List<SmsStatus> found = byClientId.get(key(question.id()));
        return found == null ? null : question.answerIn(found);
    }

    private static String key(String clientId) {
        return clientId.toLowerCase(Locale.ROOT);
    }
}
