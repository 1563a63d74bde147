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
package io.massms.simulator.mail;

import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.fault.FaultBook;
import io.massms.simulator.store.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP listener for {@code api@smsmasivos.com.ar}; this package alone needs the SMTP library. */
public final class MailServer {
    private static final int MAX_BYTES = 4 << 20;
    private static final int NO_SUCH_MAILBOX = 550;

    private final MailGateway gateway;
    private final ErrorMails errorMails;
    private final ExecutorService threads;
    private final SMTPServer server;

    public MailServer(SimulatorOptions options, Platform platform, FaultBook faults) {
        gateway = new MailGateway(platform, faults);
        errorMails = new ErrorMails(options.errorMailServer().orElse(null), platform.clock());
        threads = Executors.newCachedThreadPool(MailServer::daemon);
        server = SMTPServer.port(options.smtpPort().orElseThrow())
                .bindAddress(address(options.host()))
                .hostName("servicio.smsmasivos.com.ar")
                .softwareName("sms-simulator")
                .executorService(threads)
                .insertReceivedHeaders(false)
                .maxMessageSize(MAX_BYTES)
                .messageHandlerFactory(Delivery::new)
                .build();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The simulator cannot listen on " + host + ": there is no such host", e);
        }
    }

    /**
     * Listens.
     *
     * @throws IllegalStateException when the port is taken
     */
    public void start() {
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The simulator cannot listen for mail on port " + server.getPort() + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getPortAllocated();
    }

    public void stop() {
        server.stop();
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "simulator-mail");
        thread.setDaemon(true);
        return thread;
    }

    /** One mail on its way in. */
    private final class Delivery implements MessageHandler {
        private String sender = "";

        Delivery(MessageContext context) {}

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (!recipient.equalsIgnoreCase(MailGateway.ADDRESS)) {
                throw new RejectException(NO_SUCH_MAILBOX, "5.1.1 Only " + MailGateway.ADDRESS + " lives here");
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            Letter letter = Letter.of(sender, data.readAllBytes());
            MailGateway.Outcome outcome = gateway.take(letter);
            outcome.error().ifPresent(error -> errorMails.send(letter, error));
            outcome.reply().give();
            return null;
        }

        @Override
        public void done() {}
    }
}
