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
import java.math.BigInteger;
import java.time.DateTimeException;
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
 * at the end of a line, before another record or the end of the page. Where a text looks like the end of one record and the beginning of
 * another, the order of the page decides: the newest stands first, or all stand the other way round.
 */
final class InboxRecords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** A number, as the manual has it, or what operators write in its place: a name, a code such as *611, nothing. */
    private static final Pattern START = Pattern.compile("[^\\t\\r\\n<]{0,30}\\t");

    /** White space before a page, rather than an empty sender: a number and more than the rest of a record follow. */
    private static final Pattern LOOSE_TABS = Pattern.compile("^\\t+(?=[+]?\\d{3,20}\\t(?!\\d{4}-\\d{2}-\\d{2} ))");

    /** Blank lines behind a record belong to it: no sender is written over several lines. */
    private static final String LINE_END = "(?i:(?:<br ?/?>[ \\r\\n]*)+|\\r?\\n(?: *\\r?\\n)*|\\z)";

    private static final Pattern END = Pattern.compile(
            "\\t(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2})\\t(\\d+)(?:\\t([^\\t\\r\\n<]*))?\\s*?" + LINE_END);

    private final String page;
    private final Account account;

    private InboxRecords(String page, Account account) {
        this.page = page;
        this.account = account;
    }

    /**
     * All records of a page.
     *
     * @param  page    as it came
     * @param  account whose inbox it is; its zone is the page's
     * @return         null where the page, or a part of it, is something else
     */
    static Page read(String page, Account account) {
        return page.isEmpty()
                ? new Page(List.of(), null)
                : new InboxRecords(LOOSE_TABS.matcher(page).replaceFirst(""), account).read();
    }

    /**
     * What was read.
     *
     * @param messages the oldest first
     * @param last     the one of them that stands last on the page; null where there is none
     */
    record Page(List<InboundSms> messages, InboundSms last) {

        /** The messages without that one. */
        List<InboundSms> withoutLast() {
            return messages.stream().filter(message -> message != last).toList();
        }
    }

    /**
     * Where a record can end.
     *
     * @param start    where its text ends
     * @param next     where the next record begins, or the page's end
     * @param nextText where the next record's text begins, or the page's end
     */
    record End(
            int start, int next, int nextText, LocalDateTime time, BigInteger id, String writtenId, String clientId) {}

    private Page read() {
        Matcher first = START.matcher(page);
        List<End> ends = ends();
        if (!first.lookingAt() || ends.isEmpty() || ends.get(ends.size() - 1).next() < page.length()) {
            return null;
        }
        List<InboundSms> records = new ArrayList<>();
        int number = 0;
        int text = first.end();
        for (End end : InboxOrder.realOnes(ends, text)) {
            records.add(record(page.substring(number, text - 1), page.substring(text, end.start()), end));
            number = end.next();
            text = end.nextText();
        }
        if (records.isEmpty()) {
            return null;
        }
        InboundSms last = records.get(records.size() - 1);
        if (!records.get(0).receivedTime().isBefore(last.receivedTime())) {
            Collections.reverse(records);
        }
        return new Page(records, last);
    }

    private List<End> ends() {
        List<End> ends = new ArrayList<>();
        Matcher end = END.matcher(page);
        Matcher next = START.matcher(page);
        for (int from = 0; end.find(from); from = end.start() + 1) {
            boolean last = end.end() == page.length();
            LocalDateTime time = time(end.group(1));
            if (time != null && (last || next.region(end.end(), page.length()).lookingAt())) {
                int nextText = last ? page.length() : next.end();
                BigInteger id = new BigInteger(end.group(2));
                ends.add(new End(end.start(), end.end(), nextText, time, id, end.group(2), end.group(3)));
            }
        }
        return ends;
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private InboundSms record(String number, String text, End end) {
        return new InboundSms(
                account.profile().id(),
                number,
                null,
                text,
                end.writtenId(),
                end.clientId() == null || end.clientId().isBlank()
                        ? null
                        : end.clientId().strip(),
                end.time().atZone(account.zone()).toInstant());
    }
}
