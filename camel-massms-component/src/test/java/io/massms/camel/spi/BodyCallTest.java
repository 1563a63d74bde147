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
package io.massms.camel.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCallTest {
    private static final URI HERE = URI.create("https://ana:pw-1@api.acme.example/v1/573001234567?key=s3cret");

    @Test
    void nothingOfItIsShownButTheMethodAndTheHost() {
        BodyCall call = BodyCall.json(HERE, List.of(BodyCall.bearer("t0ken")), "{\"text\":\"Hola\"}");

        assertThat(call).hasToString("BodyCall[POST https://api.acme.example]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Other: b", "a\nb", "a\rb", "a\u0000b", "a\tb", "año", "\u0085"})
    void aValueThatIsMoreThanOneLineOfAsciiIsRefusedWithoutBeingShown(String value) {
        assertThatThrownBy(() -> BodyCall.json(HERE, List.of(new Parameter("X-Key", value)), "{}"))
                .isInstanceOf(NotEncodableException.class)
                .hasMessage("The header X-Key cannot carry its value; right is printable ASCII on one line");
        assertThatThrownBy(() -> new BodyCall("POST", HERE, value, List.of(), "{}"))
                .isInstanceOf(NotEncodableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Key", "X-Key:", "X-Key\r\nX", "ñ"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThatThrownBy(() -> BodyCall.json(HERE, List.of(new Parameter(name, "a")), "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "Content-Type", "CONNECTION"})
    void whatTheTransportWritesIsNotWrittenTwice(String name) {
        assertThatThrownBy(() -> BodyCall.json(HERE, List.of(new Parameter(name, "a")), "{}"))
                .hasMessageContaining("written by the transport");
    }

    @Test
    void otherMethodsABodyWithoutATypeAndOtherCharsetsAreRefused() {
        assertThatThrownBy(() -> new BodyCall("CONNECT", HERE, null, List.of(), null))
                .hasMessageContaining("POST, PUT, PATCH, DELETE and GET");
        assertThatThrownBy(() -> new BodyCall("POST", HERE, null, List.of(), "{}"))
                .hasMessageContaining("come together");
        assertThatThrownBy(() -> new BodyCall("POST", HERE, "text/plain; charset=iso-8859-1", List.of(), "a"))
                .hasMessageContaining("UTF-8");
        assertThat(new BodyCall("POST", HERE, "text/plain; Charset=\"UTF-8\"", List.of(), "a"))
                .isNotNull();
    }

    @Test
    void aQueryThatOtherCallsWouldLoseIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new FormCall(HttpMethod.POST, HERE, List.of(), StandardCharsets.UTF_8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("right is to say it as parameters")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aSegmentOfAPathIsOneWhateverItHolds() {
        URI base = URI.create("http://localhost:9000/acme/v1/messages");

        assertThat(BodyCall.path(base, "a/b ?#%2F+ñ😀~", "status"))
                .hasToString("http://localhost:9000/acme/v1/messages/a%2Fb%20%3F%23%252F%2B%C3%B1%F0%9F%98%80~/status");
        assertThat(BodyCall.path(URI.create("http://localhost/v1/"), "7")).hasToString("http://localhost/v1/7");
        assertThat(BodyCall.path(base, "...")).hasToString(base + "/...");
        assertThatThrownBy(() -> BodyCall.path(HERE, "7")).hasMessageContaining("behind a query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aSegmentThatServersTakeForAnotherPathIsRefused(String segment) {
        URI base = URI.create("http://localhost/v1");

        assertThatThrownBy(() -> BodyCall.path(base, "7", segment))
                .isInstanceOf(NotEncodableException.class)
                .hasMessageContaining("right is an id as the provider gave it");
    }

    @Test
    void aQuestionHasNoBody() {
        BodyCall call = BodyCall.get(URI.create("http://localhost/v1"), List.of(BodyCall.bearer("t0ken")));

        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.body()).isNull();
        assertThat(call.contentType()).isNull();
    }
}
