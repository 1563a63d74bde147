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

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How inboxes are read. */
@UriParams
public abstract class SmsInboxConfiguration extends SmsTrackConfiguration {
    @UriParam(label = "consumer")
    private IdempotentRepository idempotentRepository;

    @UriParam(label = "consumer", javaType = "java.time.Duration", defaultValue = "3600000")
    private long reconcileInterval = 3_600_000;

    @UriParam(label = "consumer", defaultValue = "5")
    private int maxRedeliveries = 5;

    @UriParam(label = "producer", defaultValue = "messages")
    private InboxFormat format = InboxFormat.messages;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean unreadOnly;

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    /**
     * The record of the inbox messages that were consumed. The default is in memory: after a restart messages may come
     * again, and a crash may lose messages. Only a persistent repository prevents both. The repository must hold more
     * messages than the inbox: Camel's own repositories in memory and in a file keep 1000 unless configured otherwise.
     */
    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public long getReconcileInterval() {
        return reconcileInterval;
    }

    /**
     * How often the whole inbox, with the messages that are marked as read, is compared with the repository, to find
     * messages that a crash left unprocessed. This is also done at start. 0 or more; 0 means at every poll.
     */
    public void setReconcileInterval(long reconcileInterval) {
        this.reconcileInterval = reconcileInterval;
    }

    public int getMaxRedeliveries() {
        return maxRedeliveries;
    }

    /**
     * How often an inbox message comes again after its exchange failed. After that it stays unread at the provider and
     * does not come again until the consumer restarts. 0 or more; 0 means that it does not come again.
     */
    public void setMaxRedeliveries(int maxRedeliveries) {
        this.maxRedeliveries = maxRedeliveries;
    }

    public InboxFormat getFormat() {
        return format;
    }

    /**
     * What a producer of operation=inbox returns: messages (a list of InboundSms) or excel (the provider's spreadsheet
     * as a stream).
     */
    public void setFormat(InboxFormat format) {
        this.format = format;
    }

    public boolean isUnreadOnly() {
        return unreadOnly;
    }

    /**
     * Whether a producer of operation=inbox leaves out messages that are marked as read.
     */
    public void setUnreadOnly(boolean unreadOnly) {
        this.unreadOnly = unreadOnly;
    }
}
