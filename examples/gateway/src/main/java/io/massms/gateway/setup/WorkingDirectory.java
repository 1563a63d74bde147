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
package io.massms.gateway.setup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directories of a gateway. One process at a time owns them: two would send the same campaign twice. */
public final class WorkingDirectory implements Closeable {
    private static final List<String> DIRECTORIES = List.of(
            "inbox", "processing", "outbox/.journal", "done", "error", "checking", "checked", "tracker", "inbound");

    /** Under whose name the reports lie of messages that come from no campaign. */
    public static final String NO_CAMPAIGN = "messages";

    private static final String ACCOUNT = ".sender";

    /** Behind the names of what a dry run keeps. */
    private static final String DRY_RUN = "-dry-run";

    /** The path becomes a part of URIs, where these mean something else. A backslash Camel takes for what parts names, wherever it runs. */
    private static final Pattern NOT_IN_URIS = Pattern.compile("[\\\\%&?#;{}]");

    private final Path root;
    private final boolean dryRun;
    private final FileChannel lock;

    private WorkingDirectory(Path root, boolean dryRun, FileChannel lock) {
        this.root = root;
        this.dryRun = dryRun;
        this.lock = lock;
    }

    /**
     * Makes the directories where they are missing, and takes possession of them until this is closed or the process ends.
     *
     * @param  dryRun                whether campaigns are only checked: those have places of their own, so that none is ever taken for
     *                               one that was sent
     * @throws IllegalArgumentException where the directory's path holds a character that cannot work
     * @throws IllegalStateException where another gateway has them, or nothing can be written
     */
    public static WorkingDirectory open(Path directory, boolean dryRun) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        for (Path name : root) {
            if (NOT_IN_URIS.matcher(name.toString()).find()) {
                throw new IllegalArgumentException(
                        "gateway.directory is '" + root + "'; right is a path without any of \\ % & ? # ; { }");
            }
        }
        FileChannel channel = make(root);
        if (!lock(channel)) {
            channel.close();
            throw new IllegalStateException("Another gateway works in " + root
                    + "; stop it, or give this one its own directory with gateway.directory");
        }
        return new WorkingDirectory(root, dryRun, channel);
    }

    /** What the file system says of a place is often its path and nothing else. */
    private static FileChannel make(Path root) {
        try {
            for (String name : DIRECTORIES) {
                Files.createDirectories(root.resolve(name));
            }
            return FileChannel.open(
                    root.resolve("outbox/.journal/.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "gateway.directory is '" + root + "', where the gateway cannot write ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "); right is a directory in which this user may create files",
                    e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path root() {
        return root;
    }

    /** Where campaigns are dropped. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Where the campaign under way lies, out of reach of a new file of its name. */
    public Path processing() {
        return root.resolve(dryRun ? "checking" : "processing");
    }

    /** The file of a campaign under way. */
    public Path source(String campaign) {
        return processing().resolve(campaign + ".csv");
    }

    /** Where a campaign lies when all its rows are settled, or all were checked. */
    public Path done(String campaign) {
        return root.resolve(dryRun ? "checked" : "done").resolve(campaign + ".csv");
    }

    /** Where a file lies that could not be a campaign. */
    public Path error(String campaign) {
        return root.resolve("error").resolve(campaign + ".csv");
    }

    public Path results(String campaign) {
        return root.resolve("outbox").resolve(own(campaign) + "-results.csv");
    }

    /** Where the delivery reports of a campaign lie. */
    public Path reports(String campaign) {
        return root.resolve("outbox").resolve(campaign + "-reports.csv");
    }

    /** A file of those that tell what became of messages. */
    public Path tracker(String name) {
        return root.resolve("tracker").resolve(name);
    }

    public Path journal(String campaign) {
        return root.resolve("outbox/.journal").resolve(own(campaign) + ".jsonl");
    }

    /** The file that says that the operator cancelled a campaign. */
    public Path cancellation(String campaign) {
        return root.resolve("outbox/.journal").resolve(own(campaign) + ".cancelled");
    }

    /** The file that says whose a campaign is before it began. */
    public Path account(String campaign) {
        return root.resolve("outbox/.journal").resolve(own(campaign) + ACCOUNT);
    }

    /** All files that say so, also of campaigns that are no more. */
    public List<Path> accounts() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("outbox/.journal"))) {
            return files.filter(file -> file.toString().endsWith(ACCOUNT)).toList();
        }
    }

    /**
     * The campaigns whose files are not yet put away.
     *
     * @throws IllegalArgumentException where one has a name under which this process cannot go on with it
     */
    public List<String> underWay() throws IOException {
        try (Stream<Path> files = Files.list(processing())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - ".csv".length()))
                    .map(this::requireReachable)
                    .toList();
        }
    }

    private String requireReachable(String campaign) {
        if (!PlatformCharset.reaches(campaign)) {
            throw new IllegalArgumentException("The campaign " + campaign + " in " + processing()
                    + " is under way, and its name has letters that this process, which reads names as "
                    + PlatformCharset.name() + ", does not know; " + PlatformCharset.REMEDY);
        }
        return campaign;
    }

    private String own(String campaign) {
        return dryRun ? campaign + DRY_RUN : campaign;
    }

    /** A name under which no campaign ever went: the file's, or the file's with a number behind it. */
    public String newName(String file) {
        String base = file.toLowerCase(Locale.ROOT).endsWith(".csv") ? file.substring(0, file.length() - 4) : file;
        String name = base;
        for (int i = 2; isTaken(name); i++) {
            name = base + "-" + i;
        }
        return name;
    }

    private boolean isTaken(String name) {
        // else the journal of a dry run and that of what was really sent would be one file
        boolean nameOfACheck = !dryRun && name.toLowerCase(Locale.ROOT).endsWith(DRY_RUN);
        if (name.equalsIgnoreCase(NO_CAMPAIGN) || nameOfACheck) {
            return true;
        }
        Stream<Path> places = Stream.of(source(name), done(name), error(name), journal(name));
        // a check may take the place of an earlier one; what was sent stays on record
        return (dryRun ? places : Stream.concat(places, Stream.of(results(name)))).anyMatch(Files::exists);
    }

    /** Whether nothing was ever dropped here. */
    public boolean untouched() throws IOException {
        for (String name : new String[] {"inbox", "processing", "outbox", "done", "error", "checking", "checked"}) {
            try (Stream<Path> files = Files.list(root.resolve(name))) {
                if (files.anyMatch(file -> !file.getFileName().toString().startsWith("."))) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
