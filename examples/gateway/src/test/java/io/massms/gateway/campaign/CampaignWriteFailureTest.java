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
package io.massms.gateway.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class CampaignWriteFailureTest extends CampaignTestSupport {

    @Test
    void aCampaignThatCannotWriteWaitsThoughItsEndCannotBeWrittenEither() throws IOException {
        Pauses pauses = new Pauses(Duration.ofHours(1), Duration.ofHours(1), Clock.systemUTC());
        try (WorkingDirectory directory = prepared("full");
                DefaultCamelContext context = new DefaultCamelContext()) {
            Campaigns campaigns = campaigns(directory);
            CampaignSteps steps = new CampaignSteps(campaigns, pauses);
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setHeader(Exchange.FILE_NAME_ONLY, "c.csv");
            steps.open(exchange);
            Campaign campaign = exchange.getProperty(CampaignSteps.CAMPAIGN, Campaign.class);
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, loseFiles(campaign));

            steps.breakOff(exchange);

            assertThat(pauses.accept(file("c.csv"))).as("tried again at once").isFalse();
            assertThat(statuses.get(statuses.size() - 1).phase()).isEqualTo(CampaignStatus.Phase.BROKEN_OFF);
            assertThat(run(directory)).containsExactlyElementsOf(ALL.subList(BLOCK, ROWS));
        }
    }

    /** A thread that is interrupted loses the files it writes, as one whose disk is full cannot write to them. */
    private static Exception loseFiles(Campaign campaign) throws IOException {
        Block block = campaign.blocks().next();
        campaign.intend(block);
        block.messagesToSend();
        block.settleAsUncertain("for the test");
        Thread.currentThread().interrupt();
        Exception[] failure = new Exception[1];
        assertThatThrownBy(() -> campaign.settle(block)).satisfies(e -> failure[0] = (Exception) e);
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(campaign::close).as("what the test needs").isInstanceOf(RuntimeException.class);
        return failure[0];
    }

    private static GenericFile<Object> file(String name) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFileNameOnly(name);
        return file;
    }
}
