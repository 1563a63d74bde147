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
package io.massms.benchmarks.csv;

import io.massms.benchmarks.Wire;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** What a Camel user writes: the file is split as it is read, rows are sent by many threads, their results written as they come. */
final class RouteJob implements CsvJob {
    private static final int THREADS = 64;

    private final Path directory;
    private final CamelContext context = new DefaultCamelContext();
    private CSVPrinter printer;

    RouteJob(Path directory, URI provider) throws Exception {
        this.directory = directory;
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        http.setMaxTotalConnections(THREADS);
        http.setConnectionsPerRoute(THREADS);
        ExecutorService pool = new ThreadPoolBuilder(context)
                .poolSize(THREADS)
                .maxPoolSize(THREADS)
                .maxQueueSize(1_000)
                .rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
                .build("rows");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:campaign")
                        .split(body())
                        .streaming()
                        .parallelProcessing()
                        .executorService(pool)
                        .setProperty("row", body())
                        .setBody(exchange -> form(exchange.getMessage().getBody(CSVRecord.class)))
                        .setHeader(Exchange.CONTENT_TYPE)
                        .constant(Wire.FORM)
                        .to(provider + Wire.PATH)
                        .convertBodyTo(String.class)
                        .process(exchange -> write(exchange));
            }
        });
        context.start();
    }

    private static String form(CSVRecord row) {
        return Wire.body(row.get("to"), row.get("text"));
    }

    private void write(Exchange exchange) {
        CSVRecord row = exchange.getProperty("row", CSVRecord.class);
        String answer = exchange.getMessage().getBody(String.class);
        synchronized (printer) {
            try {
                CopyJob.write(printer, row, answer.substring(answer.indexOf(':') + 1), Wire.STATE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Path run(Path campaign, String name) throws Exception {
        Path results = directory.resolve(name + "-results.csv");
        try (Reader in = Files.newBufferedReader(campaign);
                Writer out = Files.newBufferedWriter(results)) {
            printer = new CSVPrinter(out, CopyJob.FORMAT);
            Exchange exchange = context.createFluentProducerTemplate()
                    .to("direct:campaign")
                    .withBody(CopyJob.rows(in))
                    .send();
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        }
        return results;
    }

    @Override
    public void close() {
        context.stop();
    }
}
