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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers in addresses such as {@code 573001234567@sms.example.org}. */
final class MailRecipients {
    private static final Pattern ADDRESS = Pattern.compile("(\\+?[0-9]{6,15})@(.+)");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final int LEAST_DIGITS = 6;

    private final String domain;
    private final RecipientNumbers numbers;

    /** Addresses of one domain; an empty one where no address means a number. */
    MailRecipients(String domain, RecipientNumbers numbers) {
        this.numbers = numbers;
        this.domain = domain.strip().toLowerCase(Locale.ROOT);
    }

    /** The numbers as written; one that is written in several ways, as it is written first. */
    List<String> numbers(Collection<String> addresses) {
        Map<String, String> written = new LinkedHashMap<>();
        for (String address : addresses) {
            Matcher parts = ADDRESS.matcher(address);
            if (parts.matches() && isOurs(parts.group(2))) {
                written.putIfAbsent(numbers.digits(parts.group(1)), parts.group(1));
            }
        }
        return List.copyOf(written.values());
    }

    /** Mistyped numbers of the domain, so that nobody gets what was written to them. Other addresses there are people's, or the bridge's own. */
    List<String> mistyped(Collection<String> addresses) {
        return addresses.stream()
                .filter(address -> owns(address) && !ADDRESS.matcher(address).matches())
                .filter(address -> DIGIT.matcher(local(address)).results().count() >= LEAST_DIGITS)
                .distinct()
                .toList();
    }

    private static String local(String address) {
        return address.substring(0, address.lastIndexOf('@'));
    }

    /** Whether an address is one of this bridge. */
    boolean owns(String address) {
        int at = address.lastIndexOf('@');
        return at >= 0 && isOurs(address.substring(at + 1));
    }

    private boolean isOurs(String written) {
        return !domain.isEmpty() && domain.equals(written.toLowerCase(Locale.ROOT));
    }
}
