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
package io.massms.gateway.setup;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What Java takes the bytes of arguments and of file names for: without a locale, as cron and systemd start programs, ASCII. */
public final class PlatformCharset {
    /** What to do where it cannot read all letters. */
    public static final String REMEDY = "set LANG or LC_ALL to a UTF-8 locale, such as LC_ALL=C.UTF-8";

    private PlatformCharset() {}

    /** Java's name of it. */
    public static String name() {
        return System.getProperty("sun.jnu.encoding", "unknown");
    }

    /** Whether a file of this name can be opened at all. */
    public static boolean reaches(String fileName) {
        try {
            Path.of(fileName);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether file names may have any letters. */
    static boolean readsAllNames() {
        boolean windows = File.separatorChar == '\\'; // whose file names are Unicode, whatever it takes arguments for
        return windows || name().equalsIgnoreCase("UTF-8");
    }
}
