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
package io.massms.example.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RestOtpTest {
    @Test
    void aClientGetsACodeAndVerifiesItAsTheReadmeSays() throws Exception {
        ByteArrayOutputStream transcript = new ByteArrayOutputStream();

        RestOtp.run(new PrintStream(transcript, true, StandardCharsets.UTF_8), OtpServer.freePort(), false);

        assertThat(withoutCodes(transcript.toString(StandardCharsets.UTF_8)))
                .isEqualTo(withoutCodes(Files.readString(Path.of("README.md")).split("```\n")[1]));
    }

    @Test
    void aStrangerOnThePortIsSentNothing() throws Exception {
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer stranger = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        stranger.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stranger.start();
        int port = stranger.getAddress().getPort();
        try {
            assertThatThrownBy(() -> RestOtp.run(new PrintStream(new ByteArrayOutputStream()), port, false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(port + " is in use")
                    .hasMessageContaining("set another port in the environment: CAMEL_SERVER_PORT=");
            assertThat(requests).isEmpty();
        } finally {
            stranger.stop(0);
        }
    }

    @Test
    void thePortIsTakenFromTheEnvironment() {
        assertThat(RestOtp.port(null)).isEqualTo(8091);
        assertThat(RestOtp.port("8092")).isEqualTo(8092);
        assertThatThrownBy(() -> RestOtp.port("eighty"))
                .hasMessageStartingWith("CAMEL_SERVER_PORT is 'eighty'; right is");
    }

    private static String withoutCodes(String text) {
        return text.replace("\r\n", "\n").replaceAll("\\b\\d{6}\\b", "######");
    }
}
