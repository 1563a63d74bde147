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
package io.massms.gateway.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The rows of a campaign; while some are sent the next are read. */
public final class ReadAhead implements Iterator<Row>, Closeable {
    private static final int ROWS = 1_000;

    private final CampaignFile file;
    private final ExecutorService reader;
    private Iterator<Row> read = Collections.emptyIterator();
    private CompletableFuture<List<Row>> further;

    /** Begins to read; owns the file from now on. */
    public ReadAhead(CampaignFile file) {
        this.file = file;
        reader = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "campaign-reader");
            thread.setDaemon(true);
            return thread;
        });
        readFurther();
    }

    /** How many columns there are whose names mean nothing here. */
    public int unknownColumns() {
        return file.unknownColumns();
    }

    @Override
    public boolean hasNext() {
        if (!read.hasNext() && further != null) {
            read = takeFurther();
        }
        return read.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The file has no further row");
        }
        return read.next();
    }

    private Iterator<Row> takeFurther() {
        List<Row> rows;
        try {
            rows = further.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        if (rows.size() < ROWS) {
            further = null;
        } else {
            readFurther();
        }
        return rows.iterator();
    }

    private void readFurther() {
        further = CompletableFuture.supplyAsync(this::someRows, reader);
    }

    private List<Row> someRows() {
        List<Row> rows = new ArrayList<>(ROWS);
        while (rows.size() < ROWS && file.hasNext()) {
            rows.add(file.next());
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        reader.shutdown();
        if (further != null) {
            further.handle((rows, failure) -> null).join(); // a file must not be closed under its reader
        }
        file.close();
    }
}
