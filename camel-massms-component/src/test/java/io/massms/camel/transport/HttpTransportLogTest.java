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
package io.massms.camel.transport;

import static io.massms.camel.transport.Calls.LONG;
import static io.massms.camel.transport.Calls.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.spi.Call;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTransportLogTest {
    private final Lines lines = new Lines();
    private Level before;

    @BeforeEach
    void listenToEverything() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        Configuration configuration = context.getConfiguration();
        LoggerConfig root = configuration.getRootLogger();
        before = root.getLevel();
        lines.start();
        root.addAppender(lines, Level.ALL, null);
        root.setLevel(Level.ALL);
        context.updateLoggers();
    }

    @AfterEach
    void listenNoMore() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        LoggerConfig root = context.getConfiguration().getRootLogger();
        root.removeAppender(lines.getName());
        root.setLevel(before);
        context.updateLoggers();
    }

    @Test
    void noLoggerAtAnyLevelShowsAFormADocumentAHeaderOrAPassword(@TempDir Path directory) throws Exception {
        SSLContext tls = Certificates.context(Certificates.create(directory, "ip:127.0.0.1"));
        try (RawServer plain = RawServer.answering(RawServer.ok("the-reply"));
                RawServer broken = RawServer.start(visitor -> {
                    String request = visitor.read();
                    visitor.write(request);
                });
                RawServer secure = RawServer.start(tls.getServerSocketFactory(), "https", visitor -> {
                    while (visitor.read() != null) {
                        visitor.write(RawServer.ok("the-reply"));
                    }
                });
                RawServer proxy = RawServer.start(visitor -> {
                    visitor.read();
                    visitor.write("HTTP/1.1 200 OK\r\n\r\n");
                    visitor.spliceTo(secure.port());
                })) {
            HttpTransport direct = new HttpTransport(HttpTransportOptions.DEFAULT.withTls(tls, null));
            HttpTransport proxied = new HttpTransport(HttpTransportOptions.DEFAULT
                    .withTls(tls, null)
                    .withProxy(new ProxyOptions("127.0.0.1", proxy.port(), "ana", "proxy-pass", List.of())));
            for (URI uri : List.of(plain.uri("/path"), secure.uri("/path"))) {
                send(direct, Calls.post(uri), LONG).reply();
                send(direct, Calls.get(uri), LONG).reply();
                send(direct, Calls.json(URI.create(uri + "?user=ana")), LONG).reply();
            }
            send(proxied, Calls.get(secure.uri("/path")), LONG).reply();
            for (Call call : List.of(Calls.get(broken.uri("/path")), Calls.json(broken.uri("/path")))) {
                lines.all.add(stackTrace(send(direct, call, LONG).failure()));
            }
            direct.close();
            proxied.close();
        }

        assertThat(lines.all)
                .anyMatch(line -> line.contains("POST") && line.contains("200"))
                .anyMatch(line -> line.contains("org.apache.hc"))
                .noneMatch(line -> line.contains("s3cr3t") || line.contains("Hola") || line.contains("the-reply"))
                .noneMatch(line -> line.contains("proxy-pass") || line.contains("YW5hOnByb3h5LXBhc3M="))
                .noneMatch(line -> line.contains("user=") || line.contains("password="));
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static final class Lines extends AbstractAppender {
        private final List<String> all = new CopyOnWriteArrayList<>();

        Lines() {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            all.add(event.getLoggerName() + " " + event.getMessage().getFormattedMessage()
                    + (event.getThrown() == null ? "" : stackTrace(event.getThrown())));
        }
    }
}
