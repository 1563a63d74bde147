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
package io.massms.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Fault;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the log at DEBUG, of this module, of Camel and of the mail library. */
class LogPrivacyTest extends BridgeTestSupport {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext logging = (LoggerContext) LogManager.getContext(false);
    private Level level;

    private final AbstractAppender appender = new AbstractAppender("lines", null, null, false, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            if (!event.getLoggerName().startsWith("com.icegreen")) {
                lines.add(event.getLoggerName() + " " + event.getMessage().getFormattedMessage() + " "
                        + (event.getThrown() == null ? "" : trace(event.getThrown())));
            }
        }
    };

    @BeforeEach
    void listen() {
        LoggerConfig root = logging.getConfiguration().getRootLogger();
        level = root.getLevel();
        root.setLevel(Level.DEBUG);
        appender.start();
        root.addAppender(appender, Level.DEBUG, null);
        logging.updateLoggers();
    }

    @AfterEach
    void stopListening() {
        LoggerConfig root = logging.getConfiguration().getRootLogger();
        root.removeAppender("lines");
        root.setLevel(level);
        logging.updateLoggers();
    }

    @Test
    void noPasswordTextOrNumberIsInTheLogAtDebugWhateverHappensToTheMail() throws Exception {
        simulator.fault(Fault.rateLimit(null).provider("smsmasivos").first(1));
        start(bridge().parameter("replies", "all"));

        command("1@example.org", "USU500 " + PASSWORD + " 1155556666 the-very-text");
        command("2@example.org", "USU500 wrong-" + PASSWORD + " 1155556666 the-very-text");
        command("3@example.org", "USU500 " + PASSWORD + " not-a-number the-very-text");
        letter("4@example.org", ANA, "541155556666@sms.example.org", "the-very-text");
        awaitHandled(4);

        assertThat(lines).anyMatch(line -> line.contains(MailBridge.class.getName()));
        assertThat(lines).noneMatch(line -> line.contains(PASSWORD));
        assertThat(lines).noneMatch(line -> line.contains("mailbox-pw") && !isCamelResolvingPlaceholders(line));
        assertThat(lines).noneMatch(line -> line.contains("the-very-text"));
        assertThat(lines).noneMatch(line -> line.contains("1155556666"));
    }

    /** Camel logs the values of all placeholders, and so of template parameters, when routes are made. */
    private static boolean isCamelResolvingPlaceholders(String line) {
        return line.startsWith("org.apache.camel.component.properties.DefaultPropertiesParser ")
                || line.startsWith("org.apache.camel.impl.engine.DefaultCamelContextExtension ");
    }

    private static String trace(Throwable thrown) {
        java.io.StringWriter text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
