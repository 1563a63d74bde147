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
package io.massms.camel.jdbc;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A private PostgreSQL cluster in a temporary folder, on a free port of the loopback address, without a Unix socket. */
public final class PostgresServer implements AutoCloseable {
    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final AtomicInteger databases = new AtomicInteger();
    private final Path folder;
    private final Path binaries;
    private final int port;
    private final Process server;

    private PostgresServer(Path folder, Path binaries, int port, Process server) {
        this.folder = folder;
        this.binaries = binaries;
        this.port = port;
        this.server = server;
    }

    /** The folder of the newest installation's programs. */
    static Optional<Path> installation() {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a cluster and starts it. */
    static PostgresServer start() {
        try {
            Path binaries = installation().orElseThrow();
            Path folder = Files.createTempDirectory("sms-postgres");
            if (ROOT) {
                finish(new ProcessBuilder("chown", "postgres", folder.toString()));
            }
            Path data = folder.resolve("data");
            finish(asOwner(
                    binaries.resolve("initdb").toString(), "-D", data.toString(), "-U", "sms", "-A", "trust", "-N"));
            int port = freePort();
            Process server = asOwner(
                            binaries.resolve("postgres").toString(),
                            "-D",
                            data.toString(),
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=",
                            // without a pool, those that were just closed count for a while yet
                            "-c",
                            "max_connections=500",
                            "-c",
                            "fsync=" + System.getProperty("postgres.fsync", "off"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            PostgresServer started = new PostgresServer(folder, binaries, port, server);
            await("PostgreSQL takes connections")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> started.execute("SELECT 1"));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static ProcessBuilder asOwner(String... command) {
        List<String> all = new ArrayList<>();
        if (ROOT) {
            all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
        }
        all.addAll(List.of(command));
        return new ProcessBuilder(all).directory(Path.of("/").toFile());
    }

    private static void finish(ProcessBuilder command) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command.command() + " failed: " + output);
        }
    }

    /** A data source, without a pool, on a new database. */
    public DataSource emptyDatabase() {
        String name = "test" + databases.incrementAndGet();
        try {
            execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(name));
        dataSource.setUser("sms");
        return dataSource;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private boolean execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "sms", null)) {
            connection.createStatement().execute(sql);
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        finish(asOwner(
                binaries.resolve("pg_ctl").toString(),
                "stop",
                "-m",
                "immediate",
                "-D",
                folder.resolve("data").toString()));
        server.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
