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
package io.massms.camel.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.massms.camel.jdbc.PostgresExtension;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class Bucket4jRateLimitTest {
    private static final BucketConfiguration ONE_AN_HOUR = BucketConfiguration.builder()
            .addLimit(limit -> limit.capacity(1).refillGreedy(1, Duration.ofHours(1)))
            .build();

    @Test
    void processesThatShareAPaceGetTheirTurnsOneAfterTheOther(DataSource database) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("CREATE TABLE bucket (id VARCHAR(100) PRIMARY KEY, state BYTEA)");
        }
        Bucket4jRateLimit one = new Bucket4jRateLimit(buckets(database), ONE_AN_HOUR);
        Bucket4jRateLimit other = new Bucket4jRateLimit(buckets(database), ONE_AN_HOUR);

        assertThat(one.reserve("natalia-1")).isZero();
        assertThat(other.reserve("natalia-1")).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
        assertThat(one.reserve("natalia-1")).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(120));
        assertThat(other.reserve("natalia-2")).isZero();
    }

    private static ProxyManager<String> buckets(DataSource database) {
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("bucket")
                .build();
    }
}
