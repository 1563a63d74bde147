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

import io.massms.camel.dispatch.Duplicates;
import io.massms.camel.dispatch.NumberPolicy;
import io.massms.camel.dispatch.ReceiptsKept;
import io.massms.camel.model.MessageType;
import io.massms.camel.text.LongText;
import io.massms.camel.text.TextPolicy;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How messages are sent. */
@UriParams
public abstract class SmsSendConfiguration extends SmsBlockConfiguration {
    @UriParam(label = "producer")
    private String to;

    @UriParam(label = "producer")
    private String from;

    @UriParam(label = "producer", defaultValue = "ONE_WAY")
    private MessageType messageType = MessageType.ONE_WAY;

    @UriParam(label = "producer", defaultValue = "normalize")
    private NumberPolicy numberPolicy = NumberPolicy.normalize;

    @UriParam(label = "producer", defaultValue = "auto")
    private TextPolicy textPolicy = TextPolicy.auto;

    @UriParam(label = "producer", defaultValue = "reject")
    private LongText longText = LongText.reject;

    @UriParam(label = "producer", defaultValue = "send")
    private Duplicates duplicates = Duplicates.send;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean dryRun;

    @UriParam(label = "producer", defaultValue = "all")
    private ReceiptsKept receipts = ReceiptsKept.all;

    @UriParam(label = "producer,advanced")
    private Integer recipientsPerRequest;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration")
    private Long requestInterval;

    @UriParam(label = "producer,advanced", defaultValue = "8")
    private int concurrentRequests = 8;

    public String getTo() {
        return to;
    }

    /**
     * The recipient of messages that have none. Several recipients are separated by commas.
     */
    public void setTo(String to) {
        this.to = to;
    }

    public String getFrom() {
        return from;
    }

    /**
     * Producer: the sender id of messages that have none; ignored by providers without sender ids. Operation inbox:
     * the only handset whose messages are read.
     */
    public void setFrom(String from) {
        this.from = from;
    }

    public MessageType getMessageType() {
        return messageType;
    }

    /**
     * The type of messages that have none. Not every provider has every type.
     */
    public void setMessageType(MessageType messageType) {
        this.messageType = messageType;
    }

    public NumberPolicy getNumberPolicy() {
        return numberPolicy;
    }

    /**
     * How phone numbers are treated: normalize writes every number in the form of the provider and rejects impossible
     * numbers without sending; asIs sends numbers as they are written.
     */
    public void setNumberPolicy(NumberPolicy numberPolicy) {
        this.numberPolicy = numberPolicy;
    }

    public TextPolicy getTextPolicy() {
        return textPolicy;
    }

    /**
     * How characters are treated: auto transliterates only the characters that the provider or channel cannot carry;
     * gsm7 transliterates to the GSM 03.38 alphabet; strict rejects the message instead of changing its text; asIs
     * sends the text unchanged.
     */
    public void setTextPolicy(TextPolicy textPolicy) {
        this.textPolicy = textPolicy;
    }

    public LongText getLongText() {
        return longText;
    }

    /**
     * What happens to a text that is longer than the provider's limit: reject rejects it without sending, split sends
     * it as several numbered messages, truncate cuts off its end.
     */
    public void setLongText(LongText longText) {
        this.longText = longText;
    }

    public Duplicates getDuplicates() {
        return duplicates;
    }

    /**
     * What happens if one send contains the same text to the same recipient again (among the last 100,000 messages):
     * send sends it again, skip leaves it out. In both cases the receipt is marked as duplicate.
     */
    public void setDuplicates(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * Whether messages are only checked and counted, and not sent. Where the provider has a TEST flag (smsmasivos over
     * http, block, soap) the request is sent to the provider with this flag; elsewhere nothing is sent.
     */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public ReceiptsKept getReceipts() {
        return receipts;
    }

    /**
     * Which receipts of a result are kept in memory: all, failed (only those that were not accepted), or none. The
     * counts are always complete for what was read. If the input ended early, the receipt that says so is kept in any
     * case.
     */
    public void setReceipts(ReceiptsKept receipts) {
        this.receipts = receipts;
    }

    public Integer getRecipientsPerRequest() {
        return recipientsPerRequest;
    }

    /**
     * The most recipients in one request; for channel=block the most messages in one block. From 1 to the provider's
     * limit, which is the default.
     */
    public void setRecipientsPerRequest(Integer recipientsPerRequest) {
        this.recipientsPerRequest = recipientsPerRequest;
    }

    public Long getRequestInterval() {
        return requestInterval;
    }

    /**
     * The shortest time between the starts of two requests that send, or that a status consumer makes, for all endpoints
     * of the account in this component. The default is what the provider asks for (itcloud 2 seconds, others none). 0
     * means no wait.
     */
    public void setRequestInterval(Long requestInterval) {
        this.requestInterval = requestInterval;
    }

    public int getConcurrentRequests() {
        return concurrentRequests;
    }

    /**
     * The most requests of one exchange, or of one poll of operation=status, that run at the same time. 1 or more.
     */
    public void setConcurrentRequests(int concurrentRequests) {
        this.concurrentRequests = concurrentRequests;
    }
}
