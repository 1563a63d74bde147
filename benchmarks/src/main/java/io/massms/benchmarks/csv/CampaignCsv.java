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
package io.massms.benchmarks.csv;

import io.massms.benchmarks.Wire;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The campaign that is sent: a row each for that many people, with the same text or each with its own. */
final class CampaignCsv {
    private static final long FIRST_NUMBER = 573_000_000_000L;

    private CampaignCsv() {}

    static Path write(Path file, long rows, boolean personalised) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("to,text\n");
            for (long row = 0; row < rows; row++) {
                out.write(Long.toString(FIRST_NUMBER + row));
                out.write(',');
                out.write(Wire.TEXT);
                out.write(personalised ? " turno " + row + "\n" : "\n");
            }
        }
        return file;
    }
}
