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
package io.massms.camel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsMessage;
import io.massms.camel.provider.LinktoSms;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Credentials;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendQuestion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
    private static final ProviderProfile PROFILE = new LinktoSms().profile();

    @Test
    void anExcerptIsPlainTextOnOneLine() {
        assertThat(
                        excerpt(
                                "<html><head><title>Error\u0000 500</title></head>\r\n<body>\t<p class='x'>Sin\u00a0conexión</p>"))
                .isEqualTo("Error 500 Sin conexión");
    }

    @Test
    void whatOnlyLooksLikeATagStays() {
        assertThat(excerpt("3 < 4 > 2 <- <")).isEqualTo("3 < 4 > 2 <- <");
    }

    @Test
    void aCutOffTagIsLeftOut() {
        assertThat(excerpt("Error <a href='/api?x=1")).isEqualTo("Error");
    }

    @Test
    void anEmptyExcerptIsNone() {
        assertThat(excerpt("")).isNull();
        assertThat(excerpt("<br>\r\n")).isNull();
    }

    @Test
    void aLongAnswerIsCutTo120CharactersWithoutHalvingOne() {
        assertThat(excerpt("x".repeat(120))).isEqualTo("x".repeat(120));
        assertThat(excerpt("x".repeat(121))).isEqualTo("x".repeat(119) + "…");
        assertThat(excerpt("x".repeat(118) + "😀😀")).isEqualTo("x".repeat(118) + "…");
    }

    @Test
    void longNumbersAreMaskedAndShortOnesStay() {
        assertThat(excerpt("573001234567 en línea 123456")).isEqualTo("573*******67 en línea 123456");
    }

    @Test
    void secretsAreMaskedHoweverAPageSpellsThem() {
        assertThat(excerpt("a b&c a+b%26c a%20b%26c a b&amp;c A B&C a\r\n b&c <i>a</i> b&c"))
                .isEqualTo("xxxxxx xxxxxx xxxxxx xxxxxx xxxxxx xxxxxx xxxxxx");
    }

    @Test
    void theTextsOfAllMessagesAreLeftOut() {
        SendQuestion question =
                new SendQuestion(List.of(SmsMessage.of("1", "Hola  Ana"), SmsMessage.of("2", "Hola Eva")), false);
        assertThat(Excerpts.of("texto=Hola  Ana, texto=Hola Eva", question, account()))
                .isEqualTo("texto=[text], texto=[text]");
    }

    @Test
    void aTextIsLeftOutHoweverAPageSpellsIt() {
        SendQuestion question = new SendQuestion(List.of(SmsMessage.of("1", "Canción: 50%\nde \"Ana\"")), false);
        assertThat(Excerpts.of(
                        "Canci%C3%B3n%3A+50%25%0Ade+%22Ana%22|Canci%F3n%3A%2050%25%0D%0Ade%20%22Ana%22"
                                + "|Canci&oacute;n: 50% <br>de &quot;Ana&quot;|CANCI\\u00d3N: 50%\\nDE \\\"ANA\\\"|CanciÃ³n: 50% de \"Ana\"",
                        question, account()))
                .isEqualTo("[text]|[text]|[text]|[text]|[text]");
    }

    @Test
    void aTextThatHoldsASecretIsLeftOutAsAWhole() {
        SendQuestion question = new SendQuestion(List.of(SmsMessage.of("1", "Su A B&C vence: 4711")), false);
        assertThat(Excerpts.of("texto=Su A B&C vence: 4711, Su+A+B%26C+vence%3A+4711", question, account()))
                .isEqualTo("texto=[text], [text]");
    }

    private static String excerpt(String answer) {
        return Excerpts.of(answer, account());
    }

    private static Account account() {
        return new Account(
                PROFILE,
                Credentials.of(Map.of(Credential.password, "a b&c")),
                null,
                HttpMethod.POST,
                PROFILE.country(),
                PROFILE.zone());
    }
}
