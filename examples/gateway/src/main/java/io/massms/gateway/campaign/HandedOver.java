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

import io.massms.camel.model.SmsMessage;
import io.massms.gateway.csv.Row;
import java.util.AbstractCollection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;

/**
 * The messages of rows, as whoever sends them takes one after the other. Once the campaign does not go on there are no more: with a slow
 * provider the rest would take longer than a stop may last.
 */
final class HandedOver extends AbstractCollection<Object> {
    private final List<Row> rows;
    private final BooleanSupplier goesOn;
    private int count;

    HandedOver(List<Row> rows, BooleanSupplier goesOn) {
        this.rows = rows;
        this.goesOn = goesOn;
    }

    /** How many were taken, from the first on. */
    int count() {
        return count;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < rows.size() && goesOn.getAsBoolean();
            }

            @Override
            public Object next() {
                if (next == rows.size()) {
                    throw new NoSuchElementException("All " + next + " messages were handed over");
                }
                Object message = message(rows.get(next++));
                count = Math.max(count, next);
                return message;
            }
        };
    }

    /** Without taking any. */
    @Override
    public String toString() {
        return rows.size() + " messages";
    }

    /** The component reads the time, and says what is wrong with it, better than this could. */
    private static Object message(Row row) {
        if (row.scheduledTime() == null) {
            return new SmsMessage(row.to(), row.text(), row.from(), row.clientId(), null, null, null);
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put("to", row.to());
        fields.put("text", row.text());
        fields.put("from", row.from());
        fields.put("clientId", row.clientId());
        fields.put("scheduledTime", row.scheduledTime());
        return fields;
    }
}
