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
package io.massms.camel.component.mail;

import io.massms.camel.spi.Reply;
import io.massms.camel.transport.Transport;
import io.massms.camel.transport.TransportException;
import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * What it means that a mail could not be handed over. Certain is: before the line that ends a mail, the server has not taken it; and
 * after a code of 400 and above, neither (RFC 5321, sections 4.1.1.4 and 4.2.1). A connection that is lost behind that line tells nothing.
 */
final class MailFailures {
    private static final int LOGIN_REFUSED = 535;
    private static final int LOGIN_FAILED_FOR_NOW = 454;

    /** What the mail library says of a connection that did not come about. */
    private static final List<String> NO_CONNECTION = List.of(
            "Could not connect to SMTP host",
            "Unknown SMTP host",
            "Got bad greeting from SMTP host",
            "Could not convert socket to TLS",
            "STARTTLS is required");

    private static final List<String> BEFORE_THE_MAIL = List.of("MAIL", "RCPT", "DATA");

    private MailFailures() {}

    static void report(Exception failure, Transport.ReplyHandler handler) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationFailedException) {
                handler.onReply(reply(loginCode(cause), cause));
                return;
            }
            if (code(cause) >= 400) {
                handler.onReply(reply(code(cause), cause));
                return;
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isBeforeTheMail(cause)) {
                handler.onFailure(TransportException.notSent("No mail was sent: " + kind(cause), null));
                return;
            }
        }
        handler.onFailure(unclear(failure));
    }

    /** The SMTP code of the server's last reply; -1 where it hung up without one, 0 where the failure has none. */
    private static int code(Throwable cause) {
        if (cause instanceof SMTPSendFailedException failed) {
            return failed.getReturnCode();
        }
        if (cause instanceof SMTPAddressFailedException failed) {
            return failed.getReturnCode();
        }
        return cause instanceof SMTPSenderFailedException failed ? failed.getReturnCode() : 0;
    }

    /** The server's words begin with its code: 454 is a passing failure (RFC 4954, section 6). */
    private static int loginCode(Throwable cause) {
        boolean passing = cause.getMessage() != null && cause.getMessage().startsWith("4");
        return passing ? LOGIN_FAILED_FOR_NOW : LOGIN_REFUSED;
    }

    private static Reply reply(int code, Throwable cause) {
        String words = cause.getMessage() == null ? "" : cause.getMessage();
        return new Reply(code, words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, null);
    }

    private static boolean isBeforeTheMail(Throwable cause) {
        if (cause instanceof SMTPSendFailedException failed) {
            return failed.getCommand() != null && BEFORE_THE_MAIL.stream().anyMatch(failed.getCommand()::startsWith);
        }
        String message = cause.getMessage();
        return cause instanceof SMTPAddressFailedException
                || cause instanceof SMTPSenderFailedException
                || cause instanceof MailConnectException
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                || message != null && NO_CONNECTION.stream().anyMatch(message::startsWith);
    }

    /** The class alone where the words could repeat what the mail said. */
    private static String kind(Throwable cause) {
        return cause instanceof MailConnectException || cause instanceof UnknownHostException
                ? cause.getMessage()
                : "the mail server was not reached, or hung up before the mail ("
                        + cause.getClass().getSimpleName() + ")";
    }

    private static TransportException unclear(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return TransportException.timeout("The mail server was silent for too long", null);
            }
        }
        return TransportException.broken(
                "The connection to the mail server broke off ("
                        + failure.getClass().getSimpleName() + ")",
                null);
    }
}
