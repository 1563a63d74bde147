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
package io.massms.camel.component.options;

import io.massms.camel.optout.OptOutRepository;
import io.massms.camel.optout.StopWords;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What guards against costs and against messages that nobody wants. */
@UriParams
public abstract class SmsGuardConfiguration extends SmsPaceConfiguration {
    @UriParam(label = "producer", defaultValue = "10")
    private int maxPartsPerMessage = 10;

    @UriParam(label = "producer", defaultValue = "0")
    private int maxPartsPerExchange;

    @UriParam(label = "producer", javaType = "java.time.Duration")
    private Long duplicateWindow;

    @UriParam(label = "common,advanced")
    @Metadata(autowired = true)
    private OptOutRepository optOutRepository;

    @UriParam(label = "common", defaultValue = "false")
    private boolean optOut;

    @UriParam(label = "consumer", defaultValue = StopWords.DEFAULT)
    private String optOutKeywords = StopWords.DEFAULT;

    public int getMaxPartsPerMessage() {
        return maxPartsPerMessage;
    }

    /**
     * The most parts (segments) that one message may have. A longer message is rejected and not sent, so that a text
     * that is too long by mistake costs nothing. 0 means no limit.
     */
    public void setMaxPartsPerMessage(int maxPartsPerMessage) {
        this.maxPartsPerMessage = maxPartsPerMessage;
    }

    public int getMaxPartsPerExchange() {
        return maxPartsPerExchange;
    }

    /**
     * The most parts (segments) that all messages of one exchange may have together. The messages beyond this limit
     * are rejected and not sent. 0 means no limit.
     */
    public void setMaxPartsPerExchange(int maxPartsPerExchange) {
        this.maxPartsPerExchange = maxPartsPerExchange;
    }

    public Long getDuplicateWindow() {
        return duplicateWindow;
    }

    /**
     * How long the same text to the same recipient is rejected as a duplicate after the account sent it; at least 1
     * ms. What the provider is to deliver later counts at the time at which it arrives. Only the last 100,000 messages
     * of this process are compared. A message that certainly was not sent may be sent again at once. A held message is
     * compared, and counts, when it is sent and not before. With idempotent=true the same client id again is not a
     * duplicate: it gets the stored outcome. By default nothing is compared.
     */
    public void setDuplicateWindow(Long duplicateWindow) {
        this.duplicateWindow = duplicateWindow;
    }

    public OptOutRepository getOptOutRepository() {
        return optOutRepository;
    }

    /**
     * The numbers that must not get messages. Messages to these numbers are rejected and not sent. A single
     * OptOutRepository in the registry is used automatically.
     */
    public void setOptOutRepository(OptOutRepository optOutRepository) {
        this.optOutRepository = optOutRepository;
    }

    public boolean isOptOut() {
        return optOut;
    }

    /**
     * Whether the component adds numbers to the optOutRepository: recipients that the provider reports as opted out or
     * as listed in a do-not-call register, and handsets that reply with a stop word. Needs an optOutRepository.
     */
    public void setOptOut(boolean optOut) {
        this.optOut = optOut;
    }

    public String getOptOutKeywords() {
        return optOutKeywords;
    }

    /**
     * The stop words, separated by commas. A reply counts only if it consists of one of them and nothing else. Case,
     * accents and punctuation do not matter.
     */
    public void setOptOutKeywords(String optOutKeywords) {
        this.optOutKeywords = optOutKeywords;
    }
}
