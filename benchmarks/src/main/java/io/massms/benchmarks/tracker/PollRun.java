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
package io.massms.benchmarks.tracker;

import io.massms.benchmarks.LoadResult;
import io.massms.benchmarks.Mark;
import io.massms.camel.component.SmsEndpoint;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.Admission;
import io.massms.camel.tracker.Settlement;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.Submission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Has the status consumer ask for 1,000 messages that are due among many that are not yet, until all are told to be delivered. */
public final class PollRun {
    private static final int DUE = 1_000;
    private static final int BATCH = 2_000;
    private static final int WARM_UPS = 3;
    private static final int POLLS = 3;
    private static final String STATUS = "sms:linktosms?operation=status&tracker=#tracker&maxMessagesPerPoll=" + DUE
            + "&initialDelay=0&delay=10&baseUrl=";
    private static final String ACCOUNT = "&apiId=acme&user=ana&password=s3cret-one";

    private final SmsTracker tracker;
    private final PostgresDatabase database;
    private final String account;
    private final Semaphore delivered = new Semaphore(0);
    private long sent;

    private PollRun(PostgresDatabase database, CamelContext context, String uri) throws Exception {
        this.database = database;
        this.tracker = database.tracker();
        context.getRegistry().bind("tracker", tracker);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("status").autoStartup(false).process(exchange -> delivered.release());
            }
        });
        context.start();
        account = context.getEndpoint(uri, SmsEndpoint.class).getAccountKey();
    }

    /** Provider and how many messages are outstanding. */
    public static void main(String[] arguments) throws Exception {
        int outstanding = Integer.parseInt(arguments[1]);
        try (PostgresDatabase database = new PostgresDatabase();
                CamelContext context = new DefaultCamelContext()) {
            PollRun run = new PollRun(database, context, STATUS + arguments[0] + ACCOUNT);
            run.send(outstanding, Instant.now().plus(1, ChronoUnit.DAYS));
            database.execute("VACUUM ANALYZE sms_message");
            context.getRouteController().startRoute("status");
            for (int poll = 0; poll < WARM_UPS; poll++) {
                run.poll();
            }
            Mark from = Mark.now();
            for (int poll = 0; poll < POLLS; poll++) {
                run.poll();
            }
            System.out.println(LoadResult.between(from, Mark.now(), (long) POLLS * DUE, 0));
            System.err.printf(
                    "  %,d bytes a message in the database, with indexes%n",
                    database.number("SELECT pg_total_relation_size('sms_message')") / run.sent);
        }
        System.exit(0);
    }

    private void poll() throws InterruptedException {
        send(DUE, Instant.now());
        delivered.acquire(DUE);
    }

    /** As if sent: only the tracker is told. */
    private void send(int count, Instant firstCheck) {
        for (int done = 0; done < count; done += BATCH) {
            List<Submission> submissions = LongStream.range(sent, sent + Math.min(BATCH, count - done))
                    .mapToObj(n -> new Submission(
                            account, "linktosms", Long.toString(573_000_000_000L + n), null, false, 1, 1, null))
                    .toList();
            List<Admission> admissions =
                    tracker.begin(submissions).toCompletableFuture().join();
            List<Settlement> settlements = IntStream.range(0, admissions.size())
                    .mapToObj(i -> new Settlement(
                            admissions.get(i).id(), Verdict.taken(SmsState.ENROUTE, "id" + (sent + i)), firstCheck))
                    .toList();
            tracker.complete(settlements).toCompletableFuture().join();
            sent += submissions.size();
        }
    }
}
