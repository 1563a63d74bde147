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
package io.massms.camel.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultExchangeHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is consumed, and what sends give, where the next step wants bytes. */
class SmsConverterTest extends SmsTestSupport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = "Sí, confirmo €";

    private final InboundSms message =
            new InboundSms("linktosms", "573001234567", "890", TEXT, "1", null, Instant.EPOCH);
    private final SmsStatus status = new SmsStatus(
            "linktosms", "7", "order-1", "573001234567", SmsState.DELIVERED, null, "1", "Señal", Instant.EPOCH);

    @TempDir
    private Path directory;

    @Test
    void aMessageOfAHandsetIsItsText() {
        assertThat(converted(String.class, message)).isEqualTo(TEXT);
        assertThat(converted(byte[].class, message)).isEqualTo(TEXT.getBytes(UTF_8));
        assertThat(converted(InputStream.class, message)).hasContent(TEXT);
        assertThat(written(message)).hasContent(TEXT);
    }

    @Test
    void aReportIsJson() throws Exception {
        assertThat(JSON.readValue(converted(byte[].class, status), SmsStatus.class))
                .isEqualTo(status);
        assertThat(JSON.readValue(written(status).toFile(), SmsStatus.class)).isEqualTo(status);
    }

    @Test
    void aResultIsJsonAndNoTextToSend() throws Exception {
        SmsResult result =
                send(sms("linktosms", "to=3001234567"), "Hola").getMessage().getBody(SmsResult.class);

        assertThat(JSON.readValue(converted(byte[].class, result), SmsResult.class))
                .isEqualTo(result);
        assertThat(JSON.readValue(written(result).toFile(), SmsResult.class)).isEqualTo(result);
        assertThat(send(sms("linktosms", "to=3001234567"), result).getException())
                .isInstanceOf(SmsRejectedException.class);
    }

    /** As an aggregator with a persistent repository keeps it. */
    @Test
    void aMessageOfAHandsetThatCamelStoresKeepsItsText() {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(message);
        Exchange stored = new DefaultExchange(context);
        DefaultExchangeHolder.unmarshal(stored, DefaultExchangeHolder.marshal(exchange));

        assertThat(stored.getMessage().getBody()).isEqualTo(TEXT);
    }

    @Test
    void aMessageWithoutATextHasNoBytes() {
        assertThat(converted(byte[].class, new InboundSms("linktosms", null, null, null, "1", null, null)))
                .isEmpty();
    }

    private <T> T converted(Class<T> type, Object body) {
        return context.getTypeConverter().convertTo(type, body);
    }

    private Path written(Object body) {
        Exchange exchange = send("file:" + directory + "?fileName=one", body);
        assertThat(exchange.getException()).isNull();
        return directory.resolve("one");
    }
}
