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

import io.massms.camel.model.SmsEncoding;
import io.massms.camel.model.SmsError;
import java.util.List;

/**
 * What a campaign would cost, and what of it could not be sent.
 *
 * @param rows      how many rows the file has
 * @param valid     how many of them would be sent
 * @param leftOut   how many were not checked, because the operator cancelled the campaign
 * @param invalid   the others, by reason
 * @param parts     how many parts the valid ones take: this is what providers charge
 * @param encodings the parts, by encoding
 * @param savings   what other texts would save
 */
public record DryRunReport(
        long rows,
        long valid,
        long leftOut,
        List<Reason> invalid,
        long parts,
        List<Encoded> encodings,
        List<Saving> savings) {

    /**
     * Rows that would not be sent.
     *
     * @param error    why
     * @param rows     how many
     * @param firstRow the number of the first
     */
    public record Reason(SmsError error, long rows, long firstRow) {
        Reason plus(Reason later) {
            return new Reason(error, rows + later.rows, firstRow);
        }
    }

    /**
     * Rows that travel in one encoding.
     *
     * @param encoding how
     * @param rows     how many
     * @param parts    how many parts they take
     */
    public record Encoded(SmsEncoding encoding, long rows, long parts) {
        Encoded plus(Encoded more) {
            return new Encoded(encoding, rows + more.rows, parts + more.parts);
        }
    }

    /**
     * What could be saved.
     *
     * @param by    by which change
     * @param rows  how many rows it concerns
     * @param parts how many parts fewer they would take
     */
    public record Saving(String by, long rows, long parts) {}

    /** For people. */
    public String table() {
        StringBuilder table = new StringBuilder();
        line(table, "rows", rows, "");
        line(table, "  valid", valid, "");
        line(table, "  invalid", rows - valid - leftOut, "");
        for (Reason reason : invalid) {
            line(table, "    " + reason.error(), reason.rows(), "first in row " + reason.firstRow());
        }
        if (leftOut > 0) {
            line(table, "  not checked", leftOut, "");
        }
        line(table, "parts", parts, "");
        for (Encoded encoded : encodings) {
            line(table, "  " + encoded.encoding(), encoded.parts(), inRows(encoded.rows()));
        }
        table.append("parts that could be saved by\n");
        for (Saving saving : savings) {
            line(table, "  " + saving.by(), saving.parts(), inRows(saving.rows()));
        }
        return table.toString();
    }

    private static String inRows(long rows) {
        return String.format("in %,d rows", rows);
    }

    private static void line(StringBuilder table, String name, long count, String remark) {
        table.append(String.format("%-28s %,12d  %s", name, count, remark).stripTrailing())
                .append('\n');
    }
}
