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
package io.massms.simulator.mail;

import io.massms.simulator.SimulatedRequest.Field;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * A mail as it came.
 *
 * @param sender the envelope's sender, empty for a bounce
 * @param raw headers and body
 */
record Letter(String sender, String raw) {
    static Letter of(String sender, byte[] raw) {
        return new Letter(sender == null ? "" : sender, new String(raw, StandardCharsets.UTF_8));
    }

    List<Field> headers() {
        return Collections.list(parsed().getAllHeaders()).stream()
                .map(header -> new Field(header.getName(), header.getValue()))
                .toList();
    }

    /** The subject unfolded and decoded; empty when there is none. */
    String subject() {
        String[] subjects = parsed().getHeader("Subject");
        if (subjects == null) {
            return "";
        }
        String unfolded = MimeUtility.unfold(subjects[0]);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    private InternetHeaders parsed() {
        try {
            return new InternetHeaders(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)), true);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("These are no mail headers", e);
        }
    }
}
