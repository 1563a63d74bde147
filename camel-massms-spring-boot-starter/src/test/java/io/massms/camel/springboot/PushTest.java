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
package io.massms.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.component.SmsComponent;
import io.massms.camel.model.InboundSms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Messages that providers push to Tomcat, through platform-http and through the servlet. */
class PushTest {
    private static final String SECRET = "q7Zr_m3-Xk9bT2vL";
    private static final String FROM = "&celular=573001234567";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String[] SERVERS = {"", "/camel"};

    private static ConfigurableApplicationContext application;
    private static List<String> settingsOfApplication;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Queue<InboundSms> received() {
            return new ConcurrentLinkedQueue<>();
        }

        @Bean
        ServletRegistrationBean<CamelHttpTransportServlet> servlet() {
            ServletRegistrationBean<CamelHttpTransportServlet> servlet =
                    new ServletRegistrationBean<>(new CamelHttpTransportServlet(), "/camel/*");
            servlet.setName("CamelServlet");
            servlet.setLoadOnStartup(1);
            return servlet;
        }

        @Bean
        RouteBuilder replies(Queue<InboundSms> received) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    receive("platform-http", "sms:itcloud");
                    receive("servlet", "sms-other:itcloud");
                }

                private void receive(String server, String provider) {
                    String elsewhere = "&webhookAllowedAddresses=203.0.113.7";
                    String webhook = "webhook:" + provider + "?operation=inbox&webhookSecret=" + SECRET
                            + "&webhookComponentName=" + server + "&webhookPath=";
                    receive(webhook + "/any");
                    receive(webhook + "/loopback&webhookAllowedAddresses=127.0.0.1");
                    receive(webhook + "/elsewhere" + elsewhere);
                    receive(webhook + "/proxied" + elsewhere + "&webhookTrustedProxies=127.0.0.1");
                }

                private void receive(String webhook) {
                    from(webhook)
                            .process(exchange ->
                                    received.add(exchange.getMessage().getBody(InboundSms.class)));
                }
            };
        }

        /** Two webhooks of one endpoint would be one. */
        @Bean("sms-other")
        SmsComponent other() {
            return new SmsComponent();
        }
    }

    /** One stays for as long as the next is to be the same. */
    private static void start(String... settings) {
        if (application == null || !settingsOfApplication.equals(List.of(settings))) {
            stop();
            settingsOfApplication = List.of(settings);
            List<String> arguments = new ArrayList<>(settingsOfApplication);
            arguments.add("--spring.main.web-application-type=servlet");
            arguments.add("--server.port=0");
            arguments.add("--server.address=127.0.0.1");
            application = new SpringApplicationBuilder(Application.class).run(arguments.toArray(String[]::new));
        }
        received().clear();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
            application = null;
        }
    }

    @Test
    void aQueryIsReadAsItWasMeant() throws Exception {
        start();
        for (String server : SERVERS) {
            for (String text : new String[] {"Canci%C3%B3n+50%25+a%2Bb", "Canci%F3n+50%25+a%2Bb"}) {
                assertThat(push(get(server + "/any", "mensaje=" + text + FROM))).isEqualTo(200);
                assertThat(text()).as("%s %s", server, text).isEqualTo("Canción 50% a+b");
            }
        }
    }

    @Test
    void aPushArrivesWhereBeansAreMadeLate() throws Exception {
        start("--spring.main.lazy-initialization=true");
        for (String server : SERVERS) {
            assertThat(push(get(server + "/any", "mensaje=Hola" + FROM)))
                    .as(server)
                    .isEqualTo(200);
            assertThat(text()).as(server).isEqualTo("Hola");
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
        UTF-8      | mensaje=Canci%C3%B3n+50%25+a%2Bb%26c%3Dd | Canción 50% a+b&c=d
        UTF-8      | mensaje=Canción+%C3%B3                   | Canción ó
        UTF-8      | m%65nsaje=%2520                          | %20
        UTF-8      | mensaje=%F0%9F%98%80                     | 😀
        UTF-8      | mensaje=Canci%F3n                        | Canción
        ISO-8859-1 | mensaje=Canci%C3%B3n                     | Canción
        ISO-8859-1 | mensaje=Canci%F3n+%80                    | Canción €
        """)
    void aFormIsReadAsItWasMeant(String charset, String form, String text) throws Exception {
        start("--server.servlet.encoding.charset=" + charset);
        for (String server : SERVERS) {
            assertThat(push(post(server + "/any", "", form + FROM))).isEqualTo(200);
            assertThat(text()).as(server).isEqualTo(text);
        }
    }

    @Test
    void aStatedCharsetThatItIsNotInDoesNotGarbleAQueryOrAForm() throws Exception {
        start();
        String stated = FORM + "; charset=ISO-8859-1";
        for (String server : SERVERS) {
            assertThat(push(get(server + "/any", "mensaje=Canci%C3%B3n" + FROM).header("Content-Type", stated)))
                    .isEqualTo(200);
            assertThat(text()).as(server).isEqualTo("Canción");
            assertThat(push(post(server + "/any", "", "mensaje=Canci%C3%B3n" + FROM)
                            .setHeader("Content-Type", stated)))
                    .isEqualTo(200);
            assertThat(text()).as(server).isEqualTo("Canción");
        }
    }

    @Test
    void aReplacementCharacterThatTheProviderSentIsTaken() throws Exception {
        start();
        for (String server : SERVERS) {
            assertThat(push(get(server + "/any", "mensaje=Canci%EF%BF%BDn" + FROM)))
                    .isEqualTo(200);
            assertThat(push(post(server + "/any", "", "mensaje=Canci%EF%BF%BDn" + FROM)))
                    .isEqualTo(200);
        }
        assertThat(received()).hasSize(4).extracting(InboundSms::text).containsOnly("Canci\uFFFDn");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        none      | /loopback  | -                         | 200
        none      | /elsewhere | -                         | 403
        none      | /elsewhere | 203.0.113.7               | 403
        none      | /proxied   | 203.0.113.7               | 200
        none      | /proxied   | 203.0.113.7, 198.51.100.9 | 403
        none      | /proxied   | -                         | 403
        framework | /loopback  | 203.0.113.7               | 200
        framework | /elsewhere | 203.0.113.7               | 403
        framework | /proxied   | 198.51.100.9, 203.0.113.7 | 200
        framework | /proxied   | 203.0.113.7, 198.51.100.9 | 403
        native    | /elsewhere | 198.51.100.9, 203.0.113.7 | 200
        native    | /elsewhere | 203.0.113.7, 198.51.100.9 | 403
        """)
    void onlyAllowedAddressesMayPush(String strategy, String path, String forwarded, int status) throws Exception {
        start("--server.forward-headers-strategy=" + strategy);
        for (String server : SERVERS) {
            HttpRequest.Builder request = get(server + path, "mensaje=Hola" + FROM);
            if (forwarded != null) {
                request.header("X-Forwarded-For", forwarded);
            }
            assertThat(push(request)).as(server).isEqualTo(status);
        }
        assertThat(received()).hasSize(status == 200 ? SERVERS.length : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE"})
    void otherMethodsAreNotServed(String method) throws Exception {
        start();
        for (String server : SERVERS) {
            HttpRequest.Builder request =
                    get(server + "/any", "mensaje=Hola" + FROM).method(method, BodyPublishers.noBody());
            assertThat(push(request)).as(server).isEqualTo(405);
        }
        assertThat(received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CamelHttpRawQuery, mensaje=Hola&celular=573001234567, 400",
        "CamelHttpQuery, mensaje=Hola&celular=573001234567, 400",
        "CamelHttpUri, /any/q7Zr_m3-Xk9bT2vL, 400",
        "CamelHttpMethod, HEAD, 400"
    })
    void aCallerCannotSayWhatTheServerSays(String name, String value, int status) throws Exception {
        start();
        for (String server : SERVERS) {
            assertThat(push(get(server + "/any", "a=b").header(name, value)))
                    .as(server)
                    .isEqualTo(status);
            assertThat(push(get(server + "/any", name + "=" + value.replace('&', ';'))))
                    .as(server)
                    .isEqualTo(status);
        }
        assertThat(received()).isEmpty();
    }

    @Test
    void aFormThatAFilterHasReadIsTakenToo() throws Exception {
        start("--spring.mvc.hiddenmethod.filter.enabled=true");
        for (String server : SERVERS) {
            assertThat(push(post(server + "/any", "", "mensaje=Canci%C3%B3n+a%2Bb" + FROM)))
                    .as(server)
                    .isEqualTo(200);
            assertThat(text()).as(server).isEqualTo("Canción a+b");
            assertThat(push(post(server + "/any", "mensaje=Hola", "a=b" + FROM)))
                    .as(server)
                    .isEqualTo(200);
            assertThat(text()).as(server).isEqualTo("Hola");
            assertThat(push(post(server + "/any", "mensaje=Hola", "mensaje=Hola" + FROM)))
                    .as("%s has two texts", server)
                    .isEqualTo(400);
            assertThat(push(post(server + "/any", "mensaje=Hola" + FROM, "")))
                    .as("%s has no form", server)
                    .isEqualTo(200);
            assertThat(text()).as(server).isEqualTo("Hola");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, mensaje=Canci%C3%B3n+50%25+a%2Bb",
        "ISO-8859-1, mensaje=Canci%C3%B3n+50%25+a%2Bb",
        "ISO-8859-1, mensaje=Canci%F3n+50%25+a%2Bb"
    })
    void aFormThatAFilterHasReadIsReadAsItWasMeant(String charset, String form) throws Exception {
        start("--spring.mvc.hiddenmethod.filter.enabled=true", "--server.servlet.encoding.charset=" + charset);
        for (String server : SERVERS) {
            assertThat(push(post(server + "/any", "", form + FROM))).isEqualTo(200);
            assertThat(text()).as(server).isEqualTo("Canción 50% a+b");
        }
    }

    @SuppressWarnings("unchecked")
    private static Queue<InboundSms> received() {
        return application.getBean("received", Queue.class);
    }

    /** Of the only message. */
    private static String text() {
        assertThat(received()).hasSize(1);
        return received().remove().text();
    }

    private static HttpRequest.Builder get(String path, String query) {
        String port = application.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + path + "/" + SECRET + (query.isEmpty() ? "" : "?" + query)));
    }

    private static HttpRequest.Builder post(String path, String query, String form) {
        return get(path, query).header("Content-Type", FORM).POST(BodyPublishers.ofString(form));
    }

    private static int push(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
