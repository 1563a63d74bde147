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
package io.massms.gateway.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time to come, with its offset. */
final class FutureTime implements ITypeConverter<OffsetDateTime> {
    private static final String RIGHT = "; right is a time to come with its offset, such as 2026-12-24T18:30:00-05:00";

    @Override
    public OffsetDateTime convert(String value) {
        OffsetDateTime time;
        try {
            time = OffsetDateTime.parse(value);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + value + "' cannot be understood" + RIGHT);
        }
        if (time.isBefore(OffsetDateTime.now())) {
            throw new TypeConversionException("'" + value + "' has passed" + RIGHT);
        }
        return time;
    }
}
