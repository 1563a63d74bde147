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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.model.InboundSms;
import io.massms.camel.spi.Account;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the inbox's lines {@code NUMERO tab TEXTO tab FECHA tab ID [tab IDINTERNO]} (manual, section "Recepción de mensajes vía HTTP
 * (PULL)"). A text can hold tabs and line breaks itself, so records are found by the shape of their ends: a time and an id that stand
 * at the end of a line, before another record or the end of the page.
 */
final class InboxRecords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern START = Pattern.compile("[+]?\\d{3,20}\\t");
    private static final Pattern END = Pattern.compile(
            "\\t(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2})\\t(\\d+)(?:\\t([^\\t\\r\\n<]*))?\\s*?(?i:<br ?/?>\\s*|\\r?\\n|\\z)");

    private InboxRecords() {}

    /**
     * All records of a page.
     *
     * @param  page    as it came
     * @param  account whose inbox it is; its zone is the page's
     * @return         the oldest first; null where the page, or a part of it, is something else
     */
    static List<InboundSms> read(String page, Account account) {
        List<InboundSms> records = new ArrayList<>();
        Matcher start = START.matcher(page);
        Matcher end = END.matcher(page);
        int at = 0;
        while (at < page.length()) {
            if (!start.region(at, page.length()).lookingAt()) {
                return null;
            }
            int text = start.end();
            InboundSms record = null;
            int from = text;
            while (record == null && end.find(from)) {
                boolean followed = end.end() == page.length()
                        || start.region(end.end(), page.length()).lookingAt();
                if (followed) {
                    record = record(page.substring(at, text - 1), page, text, end, account);
                }
                from = end.start() + 1;
            }
            if (record == null) {
                return null;
            }
            records.add(record);
            at = end.end();
        }
        Collections.reverse(records);
        return records;
    }

    private static InboundSms record(String number, String page, int text, Matcher end, Account account) {
        String clientId = end.group(3);
        Instant time;
        try {
            time = LocalDateTime.parse(end.group(1), TIME)
                    .atZone(account.zone())
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
        return new InboundSms(
                account.profile().id(),
                number,
                null,
                page.substring(text, end.start()),
                end.group(2),
                clientId == null || clientId.isBlank() ? null : clientId.strip(),
                time);
    }
}
