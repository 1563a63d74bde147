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

import java.nio.charset.StandardCharsets;

/** Which names of files a campaign can have. */
public final class CampaignNames {
    /** So much a file's name may hold, less what comes behind it: {@code -dry-run-results.csv}, and a number where it was used before. */
    private static final int LONGEST = 255 - 20 - 6;

    private CampaignNames() {}

    /** Why a file of this name cannot be a campaign, and what would be right; null where it can. */
    public static String problem(String file) {
        if (file.indexOf('\\') >= 0) {
            return "The file's name holds a backslash; right is a name without one";
        }
        int length = length(file);
        return length <= LONGEST
                ? null
                : "The file's name is " + length + " bytes long, and its results would have no room; right is at most "
                        + LONGEST;
    }

    /** The most like it that can be one. */
    static String nearest(String file) {
        String name = file.replace('\\', '_');
        while (length(name) > LONGEST) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name;
    }

    private static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
