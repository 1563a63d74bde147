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

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Where the command's output goes. */
final class Terminal {
    private static final int PICTURES = 0x2400;
    private static final int REPLACEMENT = 0xFFFD;

    private Terminal() {}

    /** Warnings go to the error output, everything else the gateway does stays unsaid: the output belongs to the command. */
    static void putLogsAside() {
        System.setProperty("gateway.log.target", "SYSTEM_ERR");
        System.setProperty("gateway.log.level", "warn");
    }

    /** Texts of others without what a terminal would obey: each control character becomes the picture of it. */
    static String harmless(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .map(c -> c < ' ' ? PICTURES + c : Character.isISOControl(c) ? REPLACEMENT : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** Whether a person looks at it. */
    static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // since Java 22 there is always a console, and it says itself whether it is a terminal
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
