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
package io.massms.camel.component;

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
     * The most parts that one message may take over the air, so that a text that grew by mistake is rejected unsent; 0
     * for no limit.
     */
    public void setMaxPartsPerMessage(int maxPartsPerMessage) {
        this.maxPartsPerMessage = maxPartsPerMessage;
    }

    public int getMaxPartsPerExchange() {
        return maxPartsPerExchange;
    }

    /**
     * The most parts that the messages of one exchange may take together; those beyond are rejected unsent. 0 for no
     * limit.
     */
    public void setMaxPartsPerExchange(int maxPartsPerExchange) {
        this.maxPartsPerExchange = maxPartsPerExchange;
    }

    public Long getDuplicateWindow() {
        return duplicateWindow;
    }

    /**
     * For how long the same text to the same recipient is rejected as a duplicate after it was sent by the account
     * (among the last 100,000 messages of this process). A message that surely did not leave may go again at once. A
     * message that is held is compared, and counts, when it goes. With idempotent=true the same client id again is no
     * duplicate: it gets the stored outcome.
     */
    public void setDuplicateWindow(Long duplicateWindow) {
        this.duplicateWindow = duplicateWindow;
    }

    public OptOutRepository getOptOutRepository() {
        return optOutRepository;
    }

    /**
     * The numbers that must not be written to; messages to them are rejected unsent.
     */
    public void setOptOutRepository(OptOutRepository optOutRepository) {
        this.optOutRepository = optOutRepository;
    }

    public boolean isOptOut() {
        return optOut;
    }

    /**
     * Whether numbers are added to the opt-out repository: of recipients of which the provider says that they opted out
     * or are in a do-not-call register, and of those who answer with a stop word. Needs an optOutRepository.
     */
    public void setOptOut(boolean optOut) {
        this.optOut = optOut;
    }

    public String getOptOutKeywords() {
        return optOutKeywords;
    }

    /**
     * The stop words, with commas between them. An answer counts when it is one of them and nothing else; case, accents
     * and punctuation do not matter.
     */
    public void setOptOutKeywords(String optOutKeywords) {
        this.optOutKeywords = optOutKeywords;
    }
}
