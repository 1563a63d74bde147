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
package io.massms.camel.transport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on loopback that does to each connection what a script says, and counts what arrived. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final String scheme;
    private final Script script;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger requestCount = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    private RawServer(ServerSocket listener, String scheme, Script script) {
        this.listener = listener;
        this.scheme = scheme;
        this.script = script;
        threads.execute(this::accept);
    }

    interface Script {
        void serve(Visitor visitor) throws Exception;
    }

    static RawServer start(Script script) throws IOException {
        return start(ServerSocketFactory.getDefault(), "http", script);
    }

    static RawServer start(ServerSocketFactory sockets, String scheme, Script script) throws IOException {
        return new RawServer(sockets.createServerSocket(0, 1000, InetAddress.getLoopbackAddress()), scheme, script);
    }

    /** Answers each request of each connection in the same way. */
    static RawServer answering(String reply) throws IOException {
        return start(visitor -> {
            while (visitor.read() != null) {
                visitor.write(reply);
            }
        });
    }

    /** Faults of six kinds among so many answers, at random; the other answers are {@code ok}. */
    static RawServer misbehaving(int among) throws IOException {
        return start(visitor -> {
            while (visitor.read() != null) {
                switch (ThreadLocalRandom.current().nextInt(among)) {
                    case 0 -> visitor.reset();
                    case 1 -> visitor.close();
                    case 2 -> visitor.hang();
                    case 3 -> visitor.write("rubbish\r\n\r\n");
                    case 4 -> {
                        visitor.write(ok("ok"));
                        visitor.close();
                    }
                    case 5 -> visitor.write(ok("ok") + ok("that nobody asked for"));
                    default -> visitor.write(ok("ok"));
                }
            }
        });
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Requests that arrived whole. */
    int requestCount() {
        return requestCount.get();
    }

    List<String> requests() {
        return requests;
    }

    int connections() {
        return connections.get();
    }

    int openConnections() {
        return open.size();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.serve(new Visitor(socket));
        } catch (SocketException | InterruptedException clientWentAway) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (!listener.isClosed() && !(e instanceof IOException)) {
                throw new IllegalStateException(e);
            }
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    /** One connection. */
    final class Visitor {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Visitor(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        /** The next request, head and body; null when the client closed. */
        String read() throws IOException {
            String head = readHead();
            if (head.isEmpty()) {
                return null;
            }
            int length = 0;
            for (String line : head.split("\r\n")) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            String request = head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
            if (requests.size() < 100) {
                requests.add(request);
            }
            requestCount.incrementAndGet();
            return request;
        }

        /** Waits until the first byte of a request is there, and leaves it. */
        void awaitBytes() throws IOException {
            in.mark(1);
            in.read();
            in.reset();
        }

        private String readHead() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                head.write(b);
                if (b == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    return head.toString(StandardCharsets.ISO_8859_1);
                }
            }
            return "";
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Closes with a reset in the place of an orderly end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        void close() throws IOException {
            socket.close();
        }

        /** Reads nothing and says nothing until the client goes. */
        void hang() throws InterruptedException {
            Thread.sleep(60_000);
        }

        /** Hands the bytes of both sides on, as a proxy's tunnel does. */
        void spliceTo(int port) throws IOException {
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                open.add(target);
                threads.execute(() -> copy(target, socket));
                in.transferTo(target.getOutputStream());
            }
        }

        private void copy(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
                to.close();
            } catch (IOException ended) {
                open.remove(from);
            }
        }
    }
}
