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
package io.massms.benchmarks;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of the table by the profile that they share: all loads of a group run in every round, one after the other. */
final class Groups {
    private static final int NO_LATENCY = 0;
    private static final int LATENCY = 100;
    private static final int BULK = 500;

    private Groups() {}

    static Map<String, List<Row>> all() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        groups.put("throughput", throughput());
        groups.put("latency", latency());
        groups.put("single", single());
        groups.put("bulk", bulk());
        groups.put("campaign", campaign());
        groups.put("tracker", tracker());
        return groups;
    }

    private static List<Row> throughput() {
        String profile = "64 in flight, 0 ms: ";
        return List.of(
                Row.speed(profile + "camel-http as everyone writes it", busy("sms"), busy("camel-http"), 2.5),
                Row.cpu(profile + "camel-http as everyone writes it", busy("sms"), busy("camel-http"), 0.35),
                Row.speed(profile + "best camel-http route", busy("sms"), busy("camel-http-lean"), 1.2),
                Row.cpu(profile + "best camel-http route", busy("sms"), busy("camel-http-lean"), 1.0),
                Row.speed(profile + "the same, both by 64 threads", busy("sms-threads"), busy("camel-http-lean"), 1.2),
                Row.cpu(profile + "the same, both by 64 threads", busy("sms-threads"), busy("camel-http-lean"), 1.0),
                Row.speed(profile + "the same, both behind seda", busy("sms-seda"), busy("camel-http-lean-seda"), 1.2),
                Row.cpu(profile + "the same, both behind seda", busy("sms-seda"), busy("camel-http-lean-seda"), 1.0),
                Row.cpu(profile + "vertx-http route", busy("sms"), busy("vertx-http"), 1.0),
                Row.cpu(profile + "netty-http route", busy("sms"), busy("netty-http"), 1.3));
    }

    private static List<Row> latency() {
        String profile = "512 in flight, 100 ms: ";
        return List.of(
                Row.speed(profile + "the limit (wrk)", slow("sms"), slow(Wrk.NAME), 0.97),
                Row.cpu(profile + "best camel-http route", slow("sms"), slow("camel-http-lean"), 0.9));
    }

    private static List<Row> single() {
        return List.of(Row.speed(
                "one at a time, 0 ms: plain client",
                new Load("sms", 1, NO_LATENCY, 1),
                new Load("plain", 1, NO_LATENCY, 1),
                0.75));
    }

    private static List<Row> bulk() {
        return List.of(Row.speed("500 recipients a request: plain client", bulk("sms-markettext"), bulk("plain"), 0.5));
    }

    private static List<Row> campaign() {
        String oneText = "campaign, one text: ";
        String ownTexts = "campaign, own texts: ";
        Load alone = Load.campaign("csv-alone", false);
        Load route = Load.campaign("csv-camel-http", true);
        return List.of(
                Row.speed(oneText + "the files alone", Load.campaign("csv-gateway-untracked", false), alone, 0.3),
                Row.speed(oneText + "the files alone, tracked", Load.campaign("csv-gateway", false), alone, 0.3),
                Row.speed(ownTexts + "camel-http route", Load.campaign("csv-gateway-untracked", true), route, 1.2),
                Row.speed(ownTexts + "camel-http route, tracked", Load.campaign("csv-gateway", true), route, 1.2));
    }

    private static List<Row> tracker() {
        String tracked = "tracked in PostgreSQL: not tracked, ";
        return List.of(
                Row.speed(tracked + "64 in flight, 0 ms", busy("sms-tracked"), busy("sms"), 0.6),
                Row.speed(tracked + "64 in flight, 10 ms", near("sms-tracked", 10), near("sms", 10), 0.6),
                Row.speed(tracked + "64 in flight, 50 ms", near("sms-tracked", 50), near("sms", 50), 0.6),
                Row.speed(tracked + "512 in flight, 100 ms", slow("sms-tracked"), slow("sms"), 0.6),
                Row.speed(
                        tracked + "500 recipients a request",
                        bulk("sms-markettext-tracked"),
                        bulk("sms-markettext"),
                        0.6),
                Row.speed("1,000 due of 1,000,000: of 10,000", Load.poll(1_000_000), Load.poll(10_000), 1 / 1.5));
    }

    private static Load busy(String sender) {
        return new Load(sender, 64, NO_LATENCY, 1);
    }

    /** As many in flight as {@link #busy}, to a provider that takes a while. */
    private static Load near(String sender, int latency) {
        return new Load(sender, 64, latency, 1);
    }

    private static Load bulk(String sender) {
        return new Load(sender, 4, NO_LATENCY, BULK);
    }

    private static Load slow(String sender) {
        return new Load(sender, 512, LATENCY, 1);
    }

    static Set<Load> loads(List<Row> rows) {
        Set<Load> loads = new LinkedHashSet<>();
        for (Row row : rows) {
            loads.add(row.ours());
            loads.add(row.against());
        }
        return loads;
    }
}
