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
package io.massms.example.springboot;

import io.massms.camel.tracker.JdbcTracker;
import io.massms.camel.tracker.SmsTracker;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The account and its options are in {@code application.properties}. */
@SpringBootApplication
class ClinicApplication {
    /** The record of every message, in the application's own database. */
    @Bean
    SmsTracker messages(DataSource database) {
        return JdbcTracker.builder(database).createSchema(true).build();
    }
}
