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
package io.massms.camel.component;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that does what its script says at one point of the conversation, and what RFC 5321 says at all others. */
final class ScriptedMailServer implements AutoCloseable {
    /** Hangs up without a word. */
    static final String HANG_UP = "hang up";
    /** Says nothing more, and keeps the connection. */
    static final String SILENCE = "silence";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String at;
    private final String reaction;

    /**
     * Listens.
     *
     * @param at       a command, {@code GREETING}, or {@code .} for the end of a mail
     * @param reaction what is answered then: a line, {@link #HANG_UP} or {@link #SILENCE}
     */
    ScriptedMailServer(String at, String reaction) throws IOException {
        this.at = at;
        this.reaction = reaction;
        Thread thread = new Thread(this::listen, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that takes every mail. */
    static ScriptedMailServer friendly() throws IOException {
        return new ScriptedMailServer("", "");
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What came up to the line that ends a mail. */
    List<String> mails() {
        return mails;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException hungUp) {
                // the next one
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream();
        boolean goesOn = answer(out, "GREETING", "220 here");
        while (goesOn) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            String command = line.split(" ")[0].toUpperCase(Locale.ROOT);
            goesOn = answer(out, command, usual(command));
            if (goesOn && command.equals("DATA") && !at.equals("DATA")) {
                mails.add(mail(in));
                goesOn = answer(out, ".", "250 taken");
            }
        }
    }

    private static String usual(String command) {
        return switch (command) {
            case "EHLO" -> "250-here\r\n250 AUTH PLAIN";
            case "DATA" -> "354 go on";
            case "AUTH" -> "235 welcome";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.append(line).append('\n');
            line = in.readLine();
        }
        return mail.toString();
    }

    private boolean answer(OutputStream out, String point, String usual) throws IOException {
        String line = point.equals(at) ? reaction : usual;
        if (line.equals(SILENCE)) {
            waitForTheEnd();
        }
        if (line.equals(SILENCE) || line.equals(HANG_UP)) {
            return false;
        }
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
