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
package io.massms.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/** Who may send with a password. */
final class BridgeAccounts {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Map<String, PasswordHash> hashes = new TreeMap<>();
    private final List<PasswordHash> decoys;

    /**
     * Reads the lines {@code user = hash} of a properties file.
     *
     * @throws IllegalArgumentException where a hash is none; names the user
     */
    BridgeAccounts(InputStream file) throws IOException {
        Properties lines = new Properties();
        lines.load(withoutByteOrderMark(file));
        for (String user : lines.stringPropertyNames()) {
            hashes.put(user, hash(user, lines.getProperty(user)));
        }
        decoys = List.copyOf(hashes.values());
    }

    /** Editors on Windows begin a file with one, which would be a letter of the first user's name. */
    private static Reader withoutByteOrderMark(InputStream file) throws IOException {
        Reader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        lines.mark(1);
        if (lines.read() != BYTE_ORDER_MARK) {
            lines.reset();
        }
        return lines;
    }

    private BridgeAccounts() {
        decoys = List.of();
    }

    /** Nobody. */
    static BridgeAccounts none() {
        return new BridgeAccounts();
    }

    /** Those of a resource; nobody where none is named. */
    static BridgeAccounts of(CamelContext context, String resource) throws IOException {
        if (resource.isBlank()) {
            return none();
        }
        try (InputStream file = ResourceHelper.resolveMandatoryResourceAsInputStream(context, resource)) {
            return new BridgeAccounts(file);
        }
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** Whether there is such a user with this password; an unknown user costs as much time as a known one. */
    boolean authenticates(String user, String password) {
        PasswordHash own = hashes.get(user);
        PasswordHash checked = own == null ? decoy(user) : own;
        boolean matches = checked != null && checked.matches(password.toCharArray());
        return matches && own != null;
    }

    private PasswordHash decoy(String user) {
        return decoys.isEmpty() ? null : decoys.get(Math.floorMod(user.hashCode(), decoys.size()));
    }

    private static PasswordHash hash(String user, String written) {
        try {
            return PasswordHash.parse(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The account " + user + " has no usable password: " + e.getMessage());
        }
    }
}
