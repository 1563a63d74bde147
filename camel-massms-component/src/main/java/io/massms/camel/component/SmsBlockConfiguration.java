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
     * How long to ask the provider what became of each line after it took a block (channel=block), before the send
     * ends; lines that it tells nothing of within the time are uncertain. By default it is not asked.
     */
    public void setAwaitBlock(long awaitBlock) {
        this.awaitBlock = awaitBlock;
    }

    public int getBlockMaxBytes() {
        return blockMaxBytes;
    }

    /**
     * The most bytes that the lines of one block take (channel=block), encoded as they travel, from 100 to 200000; how many lines
     * it has at most says recipientsPerRequest. What does not fit goes in further blocks, and a message that is larger by itself is
     * refused unsent.
     */
    public void setBlockMaxBytes(int blockMaxBytes) {
        this.blockMaxBytes = blockMaxBytes;
    }
}
