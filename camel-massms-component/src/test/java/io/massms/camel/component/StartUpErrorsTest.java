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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.camel.model.MessageType;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an endpoint's options is said when the route starts, with what would be right. */
class StartUpErrorsTest {
    private static final String MASMS = "linktosms?apiId=a&user=b&password=c";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nobody                                        | There is no SMS provider 'nobody'; there are: itcloud, linktosms, markettext, natalia, smsmasivos
        linktosms?operation=inbox&apiId=a&user=b      | linktosms has no operation 'inbox'; it has: send, cancel, reconcile, settle, status, balance
        natalia?operation=fly&user=a&password=b       | natalia has no operation 'fly'; it has: send, cancel, reconcile, settle, balance
        itcloud?operation=inbox&user=a&token=b        | itcloud cannot be asked for its inbox, it pushes; right is to consume from webhook:sms:itcloud?operation=inbox
        natalia?user=a&password=b&sendWindow=8-21      | sendWindow=8-21: '8-21' are no hours; right is a time of day
        natalia?user=a&password=b&sendWindow=provider  | the manual of natalia names no sending hours
        natalia?user=a&password=b&outsideWindow=hold   | set it too, such as sendWindow=08:00-21:00
        natalia?user=a&password=b&sendWindow=08:00-21:00&sendWindowDays=LUN      | 'LUN' are no days; right is MON, TUE
        natalia?user=a&password=b&sendWindow=08:00-21:00&sendWindowZone=Bogota   | sendWindowZone=Bogota is no time zone
        itcloud?user=a&token=b&sendWindow=provider&sendWindowDays=MON-FRI        | sendWindow=provider is 08:00-21:00 (America/Bogota)
        natalia?user=a&password=b&scheduledResultUri=  | scheduledResultUri is empty; right is the URI of an endpoint, such as direct:results, or to leave it out
        natalia?user=a&password=b&scheduleGrace=-1     | scheduleGrace=-1 is out of range; right is 0 ms or more
        linktosms?apiId=a&user=b                      | operation=send of linktosms needs the credentials apiId, user, password; missing: password
        itcloud                                       | operation=send of itcloud needs the credentials user, token; missing: user, token
        smsmasivos?user=b                             | operation=send of smsmasivos needs the credentials apiKey; or user, password; missing: apiKey
        MASMS&recipientsPerRequest=101                | recipientsPerRequest=101: linktosms takes 1 to 100
        MASMS&recipientsPerRequest=0                  | recipientsPerRequest=0: linktosms takes 1 to 100
        MASMS&concurrentRequests=0                    | concurrentRequests=0 is out of range; right is 1 or more
        MASMS&operation=status&concurrentRequests=0   | concurrentRequests=0 is out of range; right is 1 or more
        MASMS&operation=status&requestsPerSecond=0    | requestsPerSecond=0.0 is out of range
        MASMS&operation=status&maxMessagesPerPoll=0   | maxMessagesPerPoll=0 is out of range; right is 1 or more
        smsmasivos?operation=inbox&apiKey=a&maxMessagesPerPoll=-1 | maxMessagesPerPoll=-1 is out of range; right is 1 or more
        MASMS&operation=reconcile&maxMessagesPerPoll=0 | maxMessagesPerPoll=0 is out of range; right is 1 or more
        MASMS&operation=status&statusMaxAge=0         | statusMaxAge=0 is out of range; right is 1 ms or more
        MASMS&operation=status&statusMaxAge=-1        | statusMaxAge=-1 is out of range; right is 1 ms or more
        MASMS&operation=status&statusNotFoundGrace=-1 | statusNotFoundGrace=-1 is out of range; right is 0 ms or more
        smsmasivos?operation=inbox&apiKey=a&maxRedeliveries=-1    | maxRedeliveries=-1 is out of range; right is 0 or more
        smsmasivos?operation=inbox&apiKey=a&reconcileInterval=-1  | reconcileInterval=-1 is out of range; right is 0 ms or more
        smsmasivos?operation=inbox&apiKey=a&format=foo            | format=foo is not known; right is messages or excel
        smsmasivos?operation=inbox&apiKey=a&optOut=true           | optOut=true needs somewhere to remember: set optOutRepository, such as #bean:optOuts
        itcloud?operation=inbox&optOut=true           | optOut=true needs somewhere to remember: set optOutRepository, such as #bean:optOuts
        MASMS&textPolicy=gsm                          | textPolicy=gsm is not known; right is auto, gsm7, strict or asIs
        MASMS&longText=cut                            | longText=cut is not known; right is reject, split or truncate
        MASMS&httpMethod=PUT                          | httpMethod=PUT is not known; right is POST or GET
        MASMS&receipts=some                           | receipts=some is not known; right is all, failed or none
        MASMS&duplicates=drop                         | duplicates=drop is not known; right is
        MASMS&numberPolicy=e164                       | numberPolicy=e164 is not known; right is normalize or asIs
        MASMS&outsideWindow=wait                      | outsideWindow=wait is not known; right is
        MASMS&messageType=                            | messageType= is not known; right is ONE_WAY, TWO_WAY or FLASH
        smsmasivos?apiKey=a&channel=ftp               | channel=ftp is not known; right is http, block, soap or smtp
        smsmasivos?apiKey=a&channel={{channel:ftp}}   | channel=ftp is not known; right is http, block, soap or smtp
        MASMS&maxPartPerMessage=3                     | Unknown parameters=[{maxPartPerMessage=3}]
        MASMS&maxPartsPerExchange=1_000               | maxPartsPerExchange=1_000 is no number; right is a whole one, such as 1000, or a time, such as 30s
        MASMS&maxPartsPerExchange=                    | maxPartsPerExchange= is no number
        MASMS&maxPartsPerMessage=abc                  | maxPartsPerMessage=abc is no number
        MASMS&concurrentRequests=99999999999          | concurrentRequests=99999999999 is no number
        MASMS&concurrentRequests=10.5                 | concurrentRequests=10.5 is no number
        MASMS&operation=balance&threshold=abc         | threshold=abc is no number; right is one such as 50 or 12.5
        MASMS&requestsPerSecond=NaN                   | requestsPerSecond=NaN is no number; right is one such as 50 or 12.5
        MASMS&requestTimeout=30 s                     | requestTimeout=30 s is no number
        MASMS&requestInterval=2s500                   | requestInterval=2s500 is no number
        MASMS&requestTimeout=0                        | requestTimeout=0 is out of range; right is 1 ms or more
        MASMS&connectTimeout=0                        | connectTimeout=0 is out of range; right is 1 ms or more
        MASMS&requestInterval=-5                      | requestInterval=-5 is out of range; right is 0 ms or more
        MASMS&messageType=FLASH                       | messageType=FLASH: linktosms has: ONE_WAY
        MASMS&channel=soap                            | channel=soap: linktosms sends by: http
        MASMS&channel=smtp                            | channel=smtp: linktosms sends by: http
        smsmasivos?channel=soap                       | operation=send of smsmasivos needs the credentials apiKey; or user, password; missing: apiKey
        smsmasivos?channel=smtp&apiKey=a              | operation=send of smsmasivos needs the credentials
        smsmasivos?channel=smtp&user=a&password=b     | channel=smtp needs mailEndpoint, an smtp: or smtps: endpoint of camel-mail
        smsmasivos?channel=smtp&user=a&password=b&mailEndpoint=direct:x | channel=smtp needs mailEndpoint, an smtp: or smtps: endpoint of camel-mail
        smsmasivos?channel=smtp&user=a&password=b&mailEndpoint=RAW(smtp://h?nope=1) | mailEndpoint is not one that camel-mail can use; check its options
        smsmasivos?channel=smtp&user=a+c&password=b&mailEndpoint=smtp://h | user has a space or a character beyond ASCII
        smsmasivos?channel=smtp&user=a&password=RAW(ñ)&mailEndpoint=smtp://h | password has a space or a character beyond ASCII
        smsmasivos?channel=smtp&operation=inbox&apiKey=a | channel=smtp: the inbox of smsmasivos is read by: http, soap
        MASMS&operation=settle&channel=smtp           | channel=smtp: linktosms sends by: http
        smsmasivos?apiKey=a&channel=block&blockMaxBytes=99 | blockMaxBytes=99: a block of smsmasivos takes 100 to 200000 bytes
        smsmasivos?apiKey=a&channel=block&statusByDateFrom=-1 | statusByDateFrom=-1 is out of range; right is 0 or more
        MASMS&from=TwelveLetter                       | from: The sender id 'TwelveLetter' has 12 characters
        MASMS&country=Colombia                        | country=Colombia is no ISO 3166 region; right is two letters
        MASMS&zone=Bogota                             | zone=Bogota is no time zone; right is a name such as America/Bogota
        MASMS&baseUrl=gateway.example.com             | baseUrl must be an http or https URL with a host
        smsmasivos?apiKey=a&country=CO                | country=CO: smsmasivos has accounts in AR, GT, MX, PE, UY
        """)
    void aWrongOptionFailsTheStartAndSaysWhatIsRight(String uri, String expected) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(() -> {
                        context.addRoutes(new RouteBuilder() {
                            @Override
                            public void configure() {
                                from("direct:start").to("sms:" + uri.replace("MASMS", MASMS));
                            }
                        });
                        context.start();
                    })
                    .hasStackTraceContaining(expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1000,1000", "2s,2000", "1m30s,90000", "1h,3600000", "250ms,250", "' 40',40"})
    void aNumberCanBeATime(String written, long read) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            SmsEndpoint endpoint = context.getEndpoint(
                    "sms:" + MASMS + "&requestInterval=" + written + "&requestTimeout=PT5S", SmsEndpoint.class);
            assertThat(endpoint.getConfiguration().getRequestInterval()).isEqualTo(read);
            assertThat(endpoint.getConfiguration().getRequestTimeout()).isEqualTo(5_000);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"TWO_WAY", "two_way", "two-way", "twoWay", "{{type:TWO_WAY}}", "#type"})
    void aChoiceIsReadAsCamelReadsIt(String written) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("type", MessageType.TWO_WAY);
            context.start();
            SmsEndpoint endpoint =
                    context.getEndpoint("sms:itcloud?user=a&token=b&messageType=" + written, SmsEndpoint.class);
            assertThat(endpoint.getConfiguration().getMessageType()).isEqualTo(MessageType.TWO_WAY);
        }
    }

    @Test
    void aWrongChoiceAmongTheComponentsOptionsFailsTheStartToo() {
        Main main = new Main();
        main.addProperty("camel.component.sms.text-policy", "gsm");
        assertThatThrownBy(main::start).hasStackTraceContaining("is not known; right is auto, gsm7, strict or asIs");
    }

    @Test
    void aProviderAmongTheComponentsOptionsIsRefusedInsteadOfIgnored() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getComponent("sms", SmsComponent.class).getConfiguration().setProvider("natalia");
            assertThatThrownBy(() -> context.getEndpoint("sms:" + MASMS))
                    .hasStackTraceContaining("The component's options name the provider natalia; right is to name it in"
                            + " the URI, as in sms:natalia");
        }
    }

    @Test
    void aWrongNumberAmongTheComponentsOptionsFailsTheStartToo() {
        Main main = new Main();
        main.addProperty("camel.component.sms.max-parts-per-exchange", "1_000");
        assertThatThrownBy(main::start).hasStackTraceContaining("maxPartsPerExchange=1_000 is no number");
    }
}
