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

import io.massms.gateway.setup.PlatformCharset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Whether what somebody wrote arrived as he wrote it: garbled words would be sent, and paid. */
final class ReadableText {
    private static final int REPLACEMENT = 0xFFFD;

    private ReadableText() {}

    /**
     * An argument whose letters Java knew.
     *
     * @throws CommandLine.ParameterException where it did not; says what to do
     */
    static String require(CommandLine command, String what, String argument) {
        if (argument != null && argument.codePoints().anyMatch(ReadableText::lost)) {
            throw new CommandLine.ParameterException(
                    command,
                    what + " has letters that this process, which reads arguments as " + PlatformCharset.name()
                            + ", does not know; " + PlatformCharset.REMEDY
                            + ", or give the text by the standard input (-), or as a CSV file to campaign");
        }
        return argument;
    }

    /**
     * The standard input's text.
     *
     * @throws CommandLine.ParameterException where it is not UTF-8
     */
    static String of(CommandLine command, InputStream in) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString()
                    .stripTrailing();
        } catch (CharacterCodingException e) {
            throw new CommandLine.ParameterException(
                    command, "The standard input is not UTF-8; right is the text in UTF-8", e);
        }
    }

    /** Half of a letter is none. */
    private static boolean lost(int letter) {
        return letter == REPLACEMENT || Character.getType(letter) == Character.SURROGATE;
    }
}
