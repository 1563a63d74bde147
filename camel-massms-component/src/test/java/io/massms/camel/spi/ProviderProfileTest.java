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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderProfileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.yuca.example/v2/messages?version=2",
                "https://api.yuca.example/v2/messages?",
                "https://api.yuca.example/v2/messages#here",
                "https://ana:s3cret@api.yuca.example/v2",
                "api.yuca.example/v2",
                "ftp://api.yuca.example/v2",
                "https:/v2"
            })
    void anAddressOfWhichAPartWouldBeLostIsRefusedWithWhatIsRight(String url) {
        assertThatThrownBy(() -> ProviderProfile.of("yuca", "Yuca").url(Operation.send, url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The URL of yuca for send")
                .hasMessageContaining("right is such as https://api.example.com/v1/send")
                .hasMessageNotContaining("version=2")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> ProviderProfile.of("yuca", "Yuca").url(Operation.send, Channel.soap, url))
                .hasMessageContaining("The URL of yuca for send");
    }

    @Test
    void methodsAndExactAnswersAreDeclared() {
        ProviderProfile usual = ProviderProfile.of("yuca", "Yuca").build();
        ProviderProfile json = ProviderProfile.of("yuca", "Yuca")
                .url(Operation.send, "https://api.yuca.example")
                .methods(HttpMethod.POST)
                .exactAnswers()
                .build();

        assertThat(usual.methods()).containsExactly(HttpMethod.POST, HttpMethod.GET);
        assertThat(usual.exactAnswers()).isFalse();
        assertThat(json.methods()).containsExactly(HttpMethod.POST);
        assertThat(json.exactAnswers()).isTrue();
        assertThat(json.url(Operation.send)).isEqualTo(URI.create("https://api.yuca.example"));
    }
}
