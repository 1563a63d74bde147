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

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How messages are sent in blocks. */
@UriParams
public abstract class SmsBlockConfiguration extends SmsMailConfiguration {
    @UriParam(label = "producer", javaType = "java.time.Duration", defaultValue = "0")
    private long awaitBlock;

    @UriParam(label = "producer,advanced", defaultValue = "200000")
    private int blockMaxBytes = 200_000;

    public long getAwaitBlock() {
        return awaitBlock;
    }

    /**
     * Only for channel=block: how long a send waits, after the provider took the block, for the outcome of each
     * message. Messages whose outcome is not known when the time ends are uncertain. 0, the default, does not wait:
     * then the receipts are ENROUTE.
     */
    public void setAwaitBlock(long awaitBlock) {
        this.awaitBlock = awaitBlock;
    }

    public int getBlockMaxBytes() {
        return blockMaxBytes;
    }

    /**
     * Only for channel=block: the most bytes that the messages of one block may take, URL-encoded, from 100 to 200000.
     * What does not fit goes in further blocks. A message that is larger than this by itself is rejected and not sent.
     * The option recipientsPerRequest limits the number of messages in a block.
     */
    public void setBlockMaxBytes(int blockMaxBytes) {
        this.blockMaxBytes = blockMaxBytes;
    }
}
