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
package io.massms.camel.tracker;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Any number of rows as the parameters of one statement: an array for each column, {@code UNNEST}ed to a row source named {@code s}. The
 * statement's text does not depend on the number of rows, so that drivers and databases keep it prepared.
 */
final class ArraySource<R> {
    private final List<Column<R>> columns = new ArrayList<>();

    ArraySource<R> with(String name, Type type, Function<R, Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** The row source, for a FROM clause. */
    String sql() {
        return columns.stream()
                        .map(column -> "CAST(? AS " + column.type.sql + " ARRAY)")
                        .collect(Collectors.joining(", ", "UNNEST(", ")"))
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", " AS s (", ")"));
    }

    /** The row source with a column {@code now} beside, for which a parameter stands before all others. */
    String sqlWithTime() {
        return "(SELECT s.*, CAST(? AS timestamp with time zone) AS now FROM " + sql() + ") s";
    }

    /** Sets the parameters of {@link #sqlWithTime()}. */
    void bind(PreparedStatement statement, Instant now, List<R> rows) throws SQLException {
        statement.setObject(1, time(now));
        bind(statement, 2, rows);
    }

    /** Sets the arrays. */
    void bind(PreparedStatement statement, int first, List<R> rows) throws SQLException {
        int index = first;
        for (Column<R> column : columns) {
            bind(statement, index++, column.type, rows, column.value);
        }
    }

    /** Sets a single array. */
    static void bind(PreparedStatement statement, int index, Type type, Collection<?> values) throws SQLException {
        bind(statement, index, type, values, value -> value);
    }

    private static <T> void bind(
            PreparedStatement statement, int index, Type type, Collection<T> rows, Function<? super T, ?> value)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(index, connection.createArrayOf(type.element, type.stored(rows, value)));
    }

    /** A time as databases take it. */
    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A text as databases take it: PostgreSQL takes every character but NUL. */
    static String text(String text) {
        return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private record Column<R>(String name, Type type, Function<R, Object> value) {}

    /** The types of columns: as SQL writes them, and as PostgreSQL's driver calls an array's elements. */
    enum Type {
        UUID("uuid", "uuid", java.util.UUID.class),
        TEXT("varchar", "varchar", String.class),
        SMALLINT("smallint", "int2", Integer.class),
        BOOLEAN("boolean", "bool", Boolean.class),
        TIME("timestamp with time zone", "timestamptz", OffsetDateTime.class);

        private final String sql;
        private final String element;
        private final Class<?> javaType;

        Type(String sql, String element, Class<?> javaType) {
            this.sql = sql;
            this.element = element;
            this.javaType = javaType;
        }

        /** An array of the type's own class: PostgreSQL's driver sends one of objects as text, which both sides then take apart. */
        private <T> Object[] stored(Collection<T> rows, Function<? super T, ?> value) {
            Object[] stored = (Object[]) Array.newInstance(javaType, rows.size());
            int next = 0;
            for (T row : rows) {
                Object one = value.apply(row);
                stored[next++] = one == null ? null : stored(one);
            }
            return stored;
        }

        private Object stored(Object value) {
            return switch (this) {
                case TEXT -> text(value.toString());
                case TIME -> time((Instant) value);
                case UUID, SMALLINT, BOOLEAN -> value;
            };
        }
    }
}
