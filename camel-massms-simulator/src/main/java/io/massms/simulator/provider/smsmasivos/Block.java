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
package io.massms.simulator.provider.smsmasivos;

import io.massms.simulator.http.Params;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of a block, as the manual's section "Envío de mensajes vía http (en bloque, POST)" writes them. "Si alguna de las líneas
 * tiene formato incorrecto es ignorada".
 */
record Block(List<Line> lines) {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final Pattern CLIENT_ID = Pattern.compile("[\\p{L}\\p{N}_-]{1,50}");

    record Line(String clientId, String to, String text) {}

    static Block of(Params params) {
        String separator = params.anyCase("separadorcampos").trim().equalsIgnoreCase("tab") ? "\t" : ",";
        return new Block(LINE_END.splitAsStream(params.anyCase("bloque"))
                .map(line -> line(line, separator))
                .flatMap(Optional::stream)
                .toList());
    }

    /** The text is the rest of the line, separators and all. */
    private static Optional<Line> line(String line, String separator) {
        String[] fields = line.split(separator, 3);
        if (fields.length < 3) {
            return Optional.empty();
        }
        String clientId = fields[0].trim();
        String to = fields[1].trim();
        boolean wellFormed = CLIENT_ID.matcher(clientId).matches() && !to.isEmpty();
        return wellFormed ? Optional.of(new Line(clientId, to, fields[2])) : Optional.empty();
    }
}
