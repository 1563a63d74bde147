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
package io.massms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** H2 closes itself where the disk is full, and then cannot be opened. */
class DatabaseOutageTest extends GatewayTestSupport {

    @Test
    void theOperatorsPageStillShowsWhatNeedsNoDatabase() throws Exception {
        try (TestGateway gateway = new TestGateway(directory, TestGateway.through(simulator, "linktosms"))) {
            gateway.drop("promo.csv", "to,text\n573001234567,Hola\n");
            gateway.done("promo");
            loseDatabase();

            HttpResponse<String> answer = gateway.get("/api/overview");
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode overview = new ObjectMapper().readTree(answer.body());
            assertThat(overview.at("/campaigns/0/phase").asText()).isEqualTo("DONE");
            assertThat(overview.at("/uncertain").isNull())
                    .as("not known, rather than none")
                    .isTrue();
            assertThat(overview.at("/held").isNull()).isTrue();
            giveDatabaseBack();
        }
    }

    private void loseDatabase() throws Exception {
        Path database = directory.resolve("tracker/messages");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:async:" + database, "", "");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
        Files.move(file(), directory.resolve("lost.mv.db"));
        Files.createDirectory(file());
    }

    private void giveDatabaseBack() throws Exception {
        Files.delete(file());
        Files.move(directory.resolve("lost.mv.db"), file());
    }

    private Path file() {
        return directory.resolve("tracker/messages.mv.db");
    }
}
