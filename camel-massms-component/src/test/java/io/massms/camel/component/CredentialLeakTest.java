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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedRequest;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No credential is ever shown, and no header of a message ever travels to a provider. */
class CredentialLeakTest extends SmsTestSupport {
    private static final List<String> SECRETS = List.of(
            "sEcrEt-api-id", "sEcrEt-user", "sEcrEt-password", "sEcrEt-token", "sEcrEt-api-key", "sEcrEt-webhook-path");
    private static final String TEXT = "Una clave: 4711";

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        configuration.withJMX(true);
    }

    @Test
    void noHeaderOfAMessageReachesTheProvider() {
        Map<String, Object> headers = Map.of(
                "X-Internal", "secret",
                "Cookie", "session=1",
                "Authorization", "Basic abc",
                "CamelHttpUri", "http://localhost:1/elsewhere",
                "CamelHttpQuery", "a=b",
                "Host", "elsewhere");
        Exchange exchange = send(sms("linktosms", "to=3001234567"), "Hola", headers);

        assertThat(exchange.getException()).isNull();
        SimulatedRequest request = simulator.requests().get(0);
        assertThat(request.header("X-Internal")).isEmpty();
        assertThat(request.header("Cookie")).isEmpty();
        assertThat(request.header("Authorization")).isEmpty();
        assertThat(request.header("Host").orElseThrow()).startsWith("localhost");
    }

    @Test
    void postKeepsCredentialsOutOfUrls() {
        send(sms("linktosms", "to=3001234567"), "Hola");

        assertThat(simulator.requests().get(0).path()).doesNotContain("?").doesNotContain("s3cret-one");
    }

    @Test
    void neitherLogsNorExceptionsNorJmxShowCredentials() throws Exception {
        StringBuilder shown = new StringBuilder();
        try (Capture log = new Capture(shown, Level.ALL)) {
            for (String provider : List.of("linktosms", "itcloud", "natalia", "smsmasivos")) {
                String uri = secretUri(provider, "POST");
                addRoute(provider, uri);
                show(send("direct:" + provider, TEXT), shown);
                simulator.fault(Fault.htmlPage().provider(provider).always());
                show(send("direct:" + provider, TEXT), shown);
                show(send(secretUri(provider, "GET"), TEXT), shown);
                shown.append(context.getEndpoint(uri)).append('\n');
            }
            showRefusal("sms:nobody?" + secrets(), shown);
            showRefusal("sms:linktosms?operation=inbox&" + secrets(), shown);
            showRefusal("sms:linktosms?recipientsPerRequest=7000&" + secrets(), shown);
            showJmx(shown);
        }

        assertThat(shown.length()).isGreaterThan(1_000);
        assertThat(shown.toString().lines())
                .as("lines that show a secret")
                .filteredOn(line -> SECRETS.stream().anyMatch(line::contains))
                .isEmpty();
    }

    @Test
    void aMailShowsItsSubjectToNobodyButTheMailServer() throws Exception {
        StringBuilder shown = new StringBuilder();
        try (Simulator mail = Simulator.start(new SimulatorOptions().smtpPort(0));
                Capture log = new Capture(shown, Level.ALL)) {
            String uri = mailUri(mail.smtpPort());
            addRoute("mail", uri);
            show(send("direct:mail", TEXT), shown);
            assertThat(mail.acceptedCount("smsmasivos")).isEqualTo(1);
            mail.fault(Fault.httpStatus(500).always());
            show(send("direct:mail", TEXT), shown);
            shown.append(context.getEndpoint(uri)).append('\n');
            showRefusal(mailUri(mail.smtpPort()) + "&recipientsPerRequest=7000", shown);
            showJmx(shown);
        }

        assertThat(shown.toString()).contains("MimeMessage");
        assertThat(shown.toString().lines())
                .as("lines that show a secret")
                .filteredOn(line -> SECRETS.stream().anyMatch(line::contains))
                .isEmpty();
    }

    private static String mailUri(int port) {
        return "sms:smsmasivos?channel=smtp&to=1144445555&" + secrets() + "&mailEndpoint=RAW(smtp://localhost:" + port
                + "?username=office" + "&password=" + SECRETS.get(2)
                + "&additionalJavaMailProperties.mail.smtp.auth=false)";
    }

    @Test
    void logsBelowTraceShowNeitherRecipientsNorTexts() throws Exception {
        StringBuilder shown = new StringBuilder();
        try (Capture log = new Capture(shown, Level.DEBUG)) {
            show(send(sms("linktosms", "to=3001234567"), TEXT), new StringBuilder());
            simulator.fault(Fault.htmlPage().provider("linktosms").always());
            Exchange failed = send(sms("linktosms", "to=3001234567"), TEXT);
            shown.append(failed.getException());
        }

        assertThat(shown.toString()).doesNotContain("573001234567").doesNotContain("4711");
    }

    @Test
    void theSecretPathOfAWebhookIsNotShown() throws Exception {
        StringBuilder shown = new StringBuilder();
        try (Capture log = new Capture(shown, Level.ALL);
                VertxPlatformHttpServer server = WebhookTest.anyPort()) {
            context.addService(server);
            String uri = "webhook:sms:itcloud?operation=inbox&webhookComponentName=platform-http&webhookPath=/sms";
            context.getComponent("sms", SmsComponent.class).getConfiguration().setWebhookSecret(SECRETS.get(5));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri).routeId("webhook").to("log:received?showAll=true&level=DEBUG");
                }
            });
            int port = server.getPort();
            assertThat(WebhookTest.get(port, "/sms/" + SECRETS.get(5) + "?mensaje=a&celular=b"))
                    .isEqualTo(200);
            assertThat(WebhookTest.get(port, "/sms/" + SECRETS.get(5) + "?mensaje=a"))
                    .isEqualTo(400);
            shown.append(context.getRoute("webhook").getEndpoint()).append('\n');
            shown.append(context.getEndpoint(uri + "&webhookSecret=" + SECRETS.get(5)))
                    .append('\n');
            showRefusal("webhook:sms:itcloud?operation=balance&user=a&token=b&webhookSecret=" + SECRETS.get(5), shown);
            showRefusal("webhook:sms:itcloud?operation=inbox&webhookSecret=" + SECRETS.get(5) + "!", shown);
            showJmx(shown);
        }

        assertThat(shown.toString()).contains("Refused a push");
        assertThat(shown.toString().lines())
                .as("lines that show the secret")
                .filteredOn(line -> line.contains(SECRETS.get(5)))
                .isEmpty();
    }

    /** Camel itself tells at start how it was configured, with the secrets masked whose names it knows. */
    @Test
    void theSummaryOfTheConfigurationShowsNoSecret(@TempDir Path directory) throws Exception {
        StringBuilder shown = new StringBuilder();
        StringBuilder properties = new StringBuilder("camel.component.sms.mailEndpoint=smtp://localhost?password=");
        properties.append(SECRETS.get(2)).append('\n');
        List<String> names = List.of("apiId", "user", "password", "token", "api-key", "webhookSecret");
        for (int i = 0; i < names.size(); i++) {
            properties.append("camel.component.sms." + names.get(i) + "=" + SECRETS.get(i) + "\n");
        }
        Path file = Files.writeString(directory.resolve("secret.properties"), properties);
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation(file.toUri().toString());
        try (Capture log = new Capture(shown, Level.INFO, Level.INFO)) {
            main.start();
        } finally {
            main.stop();
        }

        assertThat(shown.toString()).contains("camel.component.sms.mailEndpoint");
        assertThat(shown.toString().lines())
                .as("lines that show a secret")
                .filteredOn(line -> SECRETS.stream().anyMatch(line::contains))
                .isEmpty();
    }

    private static String secretUri(String provider, String method) {
        return "sms:" + provider + "?" + secrets() + "&httpMethod=" + method + "&requestInterval=0&to="
                + aNumber(provider) + "&baseUrl=" + simulator.baseUrl(provider);
    }

    private static String secrets() {
        return "apiId=" + SECRETS.get(0) + "&user=" + SECRETS.get(1) + "&password=" + SECRETS.get(2) + "&token="
                + SECRETS.get(3) + "&apiKey=" + SECRETS.get(4);
    }

    private void addRoute(String provider, String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + provider).routeId(provider).to(uri);
            }
        });
    }

    private void showRefusal(String uri, StringBuilder shown) {
        Throwable refusal = catchThrowable(() -> context.getEndpoint(uri));
        assertThat(refusal).isNotNull();
        show(refusal, shown);
    }

    private static void show(Throwable failure, StringBuilder shown) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        shown.append(trace);
    }

    private static void show(Exchange exchange, StringBuilder shown) {
        shown.append(exchange)
                .append(exchange.getMessage())
                .append(exchange.getMessage().getBody());
        if (exchange.getException() != null) {
            show(exchange.getException(), shown);
        }
    }

    private static void showJmx(StringBuilder shown) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            shown.append(name).append('\n');
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                try {
                    shown.append(server.getAttribute(name, attribute.getName())).append('\n');
                } catch (JMException | RuntimeException e) {
                    shown.append(e).append('\n');
                }
            }
        }
    }

    /**
     * Captures what anyone logs, down to DEBUG, and below that what this component and its HTTP library log. (At TRACE Camel's core
     * itself logs the URIs of endpoints as they were written.)
     */
    private static final class Capture extends AbstractAppender implements AutoCloseable {
        private static final List<String> OURS = List.of("io.massms", "org.apache.hc");

        private final List<LogEvent> events = new ArrayList<>();
        private final StringBuilder shown;
        private final LoggerContext logging = (LoggerContext) LogManager.getContext(false);
        private final Level before = logging.getConfiguration().getRootLogger().getLevel();

        Capture(StringBuilder shown, Level ofOurs) {
            this(shown, ofOurs, Level.DEBUG);
        }

        Capture(StringBuilder shown, Level ofOurs, Level ofOthers) {
            super("capture", null, null, false, Property.EMPTY_ARRAY);
            this.shown = shown;
            start();
            logging.getConfiguration().getRootLogger().addAppender(this, Level.ALL, null);
            logging.getConfiguration().getRootLogger().setLevel(ofOthers);
            OURS.forEach(name -> logging.getConfiguration().addLogger(name, new LoggerConfig(name, ofOurs, true)));
            logging.updateLoggers();
        }

        @Override
        public synchronized void append(LogEvent event) {
            events.add(event.toImmutable());
        }

        @Override
        public void close() {
            logging.getConfiguration().getRootLogger().removeAppender("capture");
            logging.getConfiguration().getRootLogger().setLevel(before);
            OURS.forEach(logging.getConfiguration()::removeLogger);
            logging.updateLoggers();
            synchronized (this) {
                for (LogEvent event : events) {
                    shown.append(event.getMessage().getFormattedMessage()).append('\n');
                    if (event.getThrown() != null) {
                        show(event.getThrown(), shown);
                    }
                }
            }
        }
    }
}
