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
package io.massms.gateway.campaign;

import io.massms.gateway.csv.ReadAhead;
import io.massms.gateway.csv.Row;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a campaign that stand in no results yet, as blocks: one that was left open, and then what is left of the file. */
final class RemainingRows implements Closeable {
    private final ReadAhead file;
    private final int blockSize;
    private Block open;

    RemainingRows(ReadAhead file, int blockSize) {
        this.file = file;
        this.blockSize = blockSize;
    }

    boolean hasNext() {
        return open != null || file.hasNext();
    }

    /** The block that was left open, or else the next of the file. */
    Block next(Campaign campaign) {
        Block block = open == null ? read(campaign, blockSize) : open;
        open = null;
        return block;
    }

    /** Takes a block back that was not settled: else nobody would see its rows again. */
    void leaveOpen(Block block) {
        open = block;
    }

    /** The next rows of the file. */
    Block read(Campaign campaign, int size) {
        List<Row> rows = new ArrayList<>(Math.min(size, 1_000));
        while (rows.size() < size && file.hasNext()) {
            rows.add(file.next());
        }
        return new Block(campaign, rows);
    }

    /** Passes over rows that are settled. */
    void pass(long rows) {
        for (long row = 0; row < rows && file.hasNext(); row++) {
            file.next();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
