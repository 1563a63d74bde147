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
     * Remembers which messages of an inbox were consumed. By default all of them in memory; only a persistent repository makes
     * sure that nothing is lost in a crash, and that nothing comes again after a restart. It needs room for more messages than the
     * inbox holds: those of Camel in memory and in a file keep 1000 unless told otherwise.
     */
    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public long getReconcileInterval() {
        return reconcileInterval;
    }

    /**
     * How often the whole inbox, read messages included, is compared with the repository, to find what a crash left behind. It
     * is done at start, too. 0 or more; 0 means at every poll.
     */
    public void setReconcileInterval(long reconcileInterval) {
        this.reconcileInterval = reconcileInterval;
    }

    public int getMaxRedeliveries() {
        return maxRedeliveries;
    }

    /**
     * How often a message whose exchange failed comes again. Then it stays unread at the provider and is left alone until
     * the next start. 0 or more; 0 means never.
     */
    public void setMaxRedeliveries(int maxRedeliveries) {
        this.maxRedeliveries = maxRedeliveries;
    }

    public InboxFormat getFormat() {
        return format;
    }

    /**
     * What fetching an inbox once gives: messages, a list of InboundSms, or excel, the own spreadsheet of the provider as a
     * stream.
     */
    public void setFormat(InboxFormat format) {
        this.format = format;
    }

    public boolean isUnreadOnly() {
        return unreadOnly;
    }

    /**
     * Whether fetching an inbox once leaves out what is marked as read.
     */
    public void setUnreadOnly(boolean unreadOnly) {
        this.unreadOnly = unreadOnly;
    }
}
