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
     * The recipient of messages that name none, or several with commas between them.
     */
    public void setTo(String to) {
        this.to = to;
    }

    public String getFrom() {
        return from;
    }

    /**
     * The sender id of messages that name none. Ignored by providers whose protocol carries none.
     */
    public void setFrom(String from) {
        this.from = from;
    }

    public MessageType getMessageType() {
        return messageType;
    }

    /**
     * The type of messages that name none.
     */
    public void setMessageType(MessageType messageType) {
        this.messageType = messageType;
    }

    public NumberPolicy getNumberPolicy() {
        return numberPolicy;
    }

    /**
     * What happens to numbers: normalize turns every way to write one into the form of the provider and rejects
     * impossible ones unsent, asIs sends them as they are.
     */
    public void setNumberPolicy(NumberPolicy numberPolicy) {
        this.numberPolicy = numberPolicy;
    }

    public TextPolicy getTextPolicy() {
        return textPolicy;
    }

    /**
     * What happens to characters: auto transliterates only what the provider or channel cannot carry, gsm7
     * transliterates to the GSM 03.38 alphabet, strict rejects instead of changing, asIs sends the text as it is.
     */
    public void setTextPolicy(TextPolicy textPolicy) {
        this.textPolicy = textPolicy;
    }

    public LongText getLongText() {
        return longText;
    }

    /**
     * What happens to texts beyond the limit of the provider: reject, split into numbered parts, or truncate.
     */
    public void setLongText(LongText longText) {
        this.longText = longText;
    }

    public Duplicates getDuplicates() {
        return duplicates;
    }

    /**
     * What happens to a recipient that comes again with the same text in one send (among the last 100,000 messages):
     * send again or skip. Either way the receipt says so.
     */
    public void setDuplicates(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * Whether to validate, count and report only: nothing leaves, or the own TEST flag of the provider is set.
     */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public ReceiptsKept getReceipts() {
        return receipts;
    }

    /**
     * How much of the result is kept in memory: all receipts, the failed ones, or none. The counts are always
     * complete for what was read; where the input broke off, a receipt that is kept even with none says so.
     */
    public void setReceipts(ReceiptsKept receipts) {
        this.receipts = receipts;
    }

    public Integer getRecipientsPerRequest() {
        return recipientsPerRequest;
    }

    /**
     * The most recipients in one request, and so the most lines of a block (channel=block). The limit of the provider is the
     * default and the ceiling.
     */
    public void setRecipientsPerRequest(Integer recipientsPerRequest) {
        this.recipientsPerRequest = recipientsPerRequest;
    }

    public Long getRequestInterval() {
        return requestInterval;
    }

    /**
     * How long to wait between the starts of two requests of the account, whichever endpoint of the component they
     * come from. By default what the provider asks for (itcloud 2 seconds, others none).
     */
    public void setRequestInterval(Long requestInterval) {
        this.requestInterval = requestInterval;
    }

    public int getConcurrentRequests() {
        return concurrentRequests;
    }

    /**
     * The most requests of one exchange, or of one poll for statuses, under way at a time; 1 or more.
     */
    public void setConcurrentRequests(int concurrentRequests) {
        this.concurrentRequests = concurrentRequests;
    }
}
