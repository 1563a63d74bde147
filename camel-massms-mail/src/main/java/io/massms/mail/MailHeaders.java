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

import io.massms.mail.body.HeaderText;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.util.ArrayList;
import java.util.List;

/** Reads headers that anybody may have written. */
final class MailHeaders {
    private final Part mail;

    MailHeaders(Part mail) {
        this.mail = mail;
    }

    /** The first header of a name, unfolded; empty where there is none. */
    String first(String name) throws MessagingException {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** All headers of a name, the one added last first. */
    List<String> all(String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        List<String> all = new ArrayList<>();
        for (String value : values == null ? new String[0] : values) {
            all.add(MimeUtility.unfold(value).strip());
        }
        return all;
    }

    boolean has(String name) throws MessagingException {
        return mail.getHeader(name) != null;
    }

    /**
     * A header for people: encoded words decoded (RFC 2047), anything that is no character a blank.
     *
     * @throws RefusedMailException where it is longer than {@link HeaderText#LONGEST}
     */
    String text(String name) throws MessagingException {
        String raw = first(name);
        checkLength(name, raw);
        return HeaderText.of(raw);
    }

    /**
     * Makes sure that {@link #recipients} leaves out none of these headers.
     *
     * @throws RefusedMailException where one is longer than {@link HeaderText#LONGEST}
     */
    void checkLengths(String... names) throws MessagingException {
        for (String name : names) {
            for (String value : all(name)) {
                checkLength(name, value);
            }
        }
    }

    private static void checkLength(String name, String raw) {
        if (raw.length() > HeaderText.LONGEST) {
            throw new RefusedMailException(
                    Refusal.TOO_LARGE,
                    "The header " + name + " has " + raw.length() + " characters; right is at most "
                            + HeaderText.LONGEST);
        }
    }

    /** As {@link #addresses}, with the members of groups ({@code Clients: a@example.org, b@example.org;}) in place of these. */
    List<String> recipients(String... names) throws MessagingException {
        List<String> recipients = new ArrayList<>();
        for (String address : addresses(names)) {
            InternetAddress group = new InternetAddress();
            group.setAddress(address);
            InternetAddress[] members = group.isGroup() ? members(group) : null;
            if (members == null) {
                recipients.add(address);
            } else {
                for (InternetAddress member : members) {
                    recipients.add(member.getAddress());
                }
            }
        }
        return recipients;
    }

    /** The addresses of all headers of these names; what is no address is left out. */
    List<String> addresses(String... names) throws MessagingException {
        List<String> addresses = new ArrayList<>();
        for (String name : names) {
            for (String value : all(name)) {
                for (InternetAddress address : parsed(value)) {
                    addresses.add(address.getAddress());
                }
            }
        }
        return addresses;
    }

    private static InternetAddress[] members(InternetAddress group) {
        try {
            return group.getGroup(false);
        } catch (AddressException e) {
            return new InternetAddress[0];
        }
    }

    /** None where nobody can read them. */
    static List<InternetAddress> parsed(String value) {
        try {
            return value.length() > HeaderText.LONGEST ? List.of() : List.of(InternetAddress.parseHeader(value, false));
        } catch (AddressException e) {
            return List.of();
        }
    }
}
