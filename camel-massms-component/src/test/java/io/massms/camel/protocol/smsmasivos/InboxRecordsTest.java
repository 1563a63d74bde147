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

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.InboundSms;
import io.massms.camel.spi.Account;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records are told apart whatever people write, as long as they do not write of the future. */
class InboxRecordsTest {
    private static final Account ACCOUNT = TestAccount.NOBODYS;
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 20, 12, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aTextIsReadAsItWasWrittenWhereverItStands(String text) {
        for (int place = 0; place < 3; place++) {
            List<String> texts = new ArrayList<>(List.of("uno", "dos", "tres"));
            texts.set(place, text);

            assertThat(read(page(texts))).extracting(InboundSms::text).isEqualTo(texts);
        }
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "",
                "\t",
                "\r\n",
                "a\tb\tc",
                "a\r\n1144445555\t",
                "a\t2001-12-20 13:35:14\t1004",
                "a\t2001-12-20 13:35:14\t1004\r\n",
                "a\t2001-12-20 13:35:14\t1004\tMyID001\r\nb",
                "a\t2001-12-20 13:35:14\t1004\r\n115554444\tb",
                "a\t2001-12-20 13:35:14\t1004\r\n\r\n115554444\tb",
                "a\t2001-12-20 13:35:14\t1004\r\n\r\n",
                "a\t2001-12-20 13:35:14\t1004\t\r\n115554444\tb\t2001-12-20 13:35:10\t1003\t\r\n115554666\tc",
                "a\t2001-12-20 13:35:14\t1004\r\n115554444",
                "2001-12-20 13:35:14\t1004\r\n115554444\tb",
                "a\t2001-12-20 13:35:14\t1004\r\nPersonal\tb",
                "a\t2001-12-20 13:35:14\t1004\r\n\tb",
                "a\t2001-13-40 13:35:14\t1004\r\n115554444\tb",
                "1153354666\tSegundo mensaje\t2001-12-20\r\n13:35:10\t1002\tMyID003");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void theOnlyTextOnAPageIsReadAsItWasWritten(String text) {
        assertThat(read(page(List.of(text)))).extracting(InboundSms::text).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 50})
    void aPageOnWhichTheOldestStandsFirstLosesNoMessage(int count) {
        String page = IntStream.range(0, count)
                .mapToObj(i -> "11444" + (10_000 + i) + "\ttexto " + i + "\t"
                        + NOON.plusSeconds(i).format(TIME) + "\t" + (998 + i) + "\t\r\n")
                .collect(Collectors.joining());

        assertThat(read(page))
                .extracting(InboundSms::text)
                .containsExactlyElementsOf(
                        IntStream.range(0, count).mapToObj(i -> "texto " + i).toList());
    }

    @Test
    void messagesOfTheSameSecondStandInAnyOrder() {
        String page =
                "1144445555\tdos\t2026-11-20 12:00:00\t1001\t\r\n1144445555\tuno\t2026-11-20 12:00:00\t1002\t\r\n";

        assertThat(read(page)).extracting(InboundSms::messageId).containsExactly("1002", "1001");
    }

    @Test
    void oneTextOfTheFutureCannotSwallowTheMessagesThatStandBeforeIt() {
        List<String> texts = List.of("a\t2999-01-01 00:00:00\t9999\r\n115554444\tb", "uno", "dos", "tres");

        assertThat(read(page(texts))).extracting(InboundSms::text).isEqualTo(texts);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20})
    void twoMessagesThatStandOutOfTheOrderOfTimeStayTwo(int count) {
        for (int first = 0; first + 1 < count; first++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int second = i == first ? i + 1 : i == first + 1 ? i - 1 : i;
                lines.add("11444" + (10_000 + i) + "\ttexto " + i + "\t"
                        + NOON.minusSeconds(second).format(TIME) + "\t" + (2000 - i) + "\t\r\n");
            }

            assertThat(read(String.join("", lines)))
                    .extracting(InboundSms::text)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, count)
                            .mapToObj(i -> "texto " + i)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\t2026-11-20 12:00:01\t999\r\n115554444\tb",
                "a\t2026-11-20 12:00:00\t1001\r\n115554444\tb",
                "a\t2026-11-20 11:59:58\t1000\r\n115554444\tb",
                "a\t2026-11-20 11:00:00\t7\r\n115554444\tb"
            })
    void aTextThatLooksLikeAnOlderEndOfTheSameMinuteIsReadAsItWasWritten(String text) {
        List<String> texts = List.of("uno", "dos", text);

        assertThat(read(page(texts))).extracting(InboundSms::text).isEqualTo(texts);
    }

    @Test
    void aTextThatIsWrittenToLookLikeRecordsDoesNotStopTheInbox() {
        String page = "1155551111\tcliente\t2026-11-21 13:00:00\t3000\t\r\n"
                + "1155559999\tja\t2026-11-20 12:00:00\t1500\n1133\tjaja\t2026-11-20 13:00:00\t2000\t\r\n"
                + "1155550000\tviejo\t2026-11-19 10:00:00\t1000\t\r\n";

        assertThat(read(page)).extracting(InboundSms::text).endsWith("cliente");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Personal", "*611", "", "11 4444-5551", "Mi Banco S.A."})
    void aSenderThatIsNoNumberLosesNoMessage(String sender) {
        for (int place = 0; place < 3; place++) {
            List<String> senders = new ArrayList<>(List.of("1144445551", "1144445552", "1144445553"));
            senders.set(place, sender);
            String page = IntStream.range(0, 3)
                    .mapToObj(i -> senders.get(2 - i) + "\ttexto " + i + "\t2026-11-20 12:00:0" + (2 - i) + "\t"
                            + (1003 - i) + "\t\r\n")
                    .collect(Collectors.joining());

            assertThat(read(page)).extracting(InboundSms::from).isEqualTo(senders);
            assertThat(read(page)).extracting(InboundSms::text).containsExactly("texto 2", "texto 1", "texto 0");
            assertThat(read(page.replace("\r\n", "<br>\r\n")))
                    .extracting(InboundSms::from)
                    .isEqualTo(senders);
        }
    }

    @Test
    void aPageOfManyHostileTextsIsReadWithoutLosingAny() {
        List<String> hostile = hostileTexts().toList();
        Random random = new Random(4);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            texts.add(i + hostile.get(random.nextInt(hostile.size())));
        }

        assertThat(read(page(texts))).extracting(InboundSms::text).isEqualTo(texts);
    }

    private static List<InboundSms> read(String page) {
        return InboxRecords.read(page, ACCOUNT).messages();
    }

    /** The page on which texts stand that came in this order, a second after each other. */
    private static String page(List<String> texts) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lines.add("11444" + (10_000 + i) + "\t" + texts.get(i) + "\t"
                    + NOON.plusSeconds(i).format(TIME) + "\t" + (1001 + i) + "\t\r\n");
        }
        Collections.reverse(lines);
        return String.join("", lines);
    }
}
