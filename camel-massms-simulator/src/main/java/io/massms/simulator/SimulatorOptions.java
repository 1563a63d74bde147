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
package io.massms.simulator;

import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a simulator is set up. Nothing needs to be set: by default it listens on a free loopback port, takes any credentials and
 * enforces what the manuals say except the hours of the day and the duplicate window.
 */
public final class SimulatorOptions {
    private String host = "127.0.0.1";
    private int port;
    private Integer smtpPort;
    private InetSocketAddress errorMailServer;
    private final Set<String> allowedHosts = new TreeSet<>();
    private int eventLoops = 1;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<String, RecipientTrait> recipients = new LinkedHashMap<>();
    private BigDecimal balance = new BigDecimal(10_000_000);
    private boolean sendingHours;
    private boolean magicNumbers = true;
    private boolean linksAllowed;
    private List<String> reservedWords = List.of("PALABRARESERVADA");
    private List<String> spamWords = List.of("SPAM");
    private Duration duplicateWindow = Duration.ZERO;
    private String country = "AR";
    private LocalDate packageExpiry = LocalDate.of(2099, 12, 31);
    private Duration operatorDelay = Duration.ofSeconds(2);
    private Duration deliveryDelay = Duration.ofSeconds(5);
    private Duration visibleAfter = Duration.ZERO;
    private Duration blockDelay = Duration.ofSeconds(2);
    private ErrorForm masmsErrorForm = ErrorForm.BARE;
    private boolean nataliaAnswersWithNumber;
    private int pushRetries;
    private Duration pushRetryDelay = Duration.ofSeconds(1);
    private Charset pushCharset = StandardCharsets.UTF_8;
    private int maxMessages = 100_000;
    private int maxRequests = 100_000;
    private long maxRequestBytes = Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    /** How linktosms and markettext write an error; their manuals do not print it. */
    public enum ErrorForm {
        /** {@code 107}. */
        BARE,
        /** {@code ERROR:107}. */
        PREFIXED,
        /** {@code 107:Datos de acceso incorrectos}. */
        WITH_TEXT,
        /** {@code 573001234567:107} for each recipient. */
        PER_NUMBER
    }

    /** The address to listen on; the loopback address by default. */
    public SimulatorOptions host(String newHost) {
        host = Objects.requireNonNull(newHost, "host");
        return this;
    }

    /** The TCP port, 0 (default) for a free one. */
    public SimulatorOptions port(int newPort) {
        port = within("port", newPort, 0, 65_535);
        return this;
    }

    /** The port on which mail to {@code api@smsmasivos.com.ar} is taken, 0 for a free one; by default none is. */
    public SimulatorOptions smtpPort(int newPort) {
        smtpPort = within("smtpPort", newPort, 0, 65_535);
        return this;
    }

    /** The mail server to which smsmasivos hands its error mails to the senders; by default it writes none. */
    public SimulatorOptions errorMails(String host, int mailPort) {
        errorMailServer = InetSocketAddress.createUnresolved(host, within("errorMails", mailPort, 1, 65_535));
        return this;
    }

    /**
     * Lets the page and the control API be called by a host name beyond localhost, addresses and {@link #host(String)}; other names
     * are refused, because a web site could have rebound its own to this machine.
     */
    public SimulatorOptions allowHost(String name) {
        allowedHosts.add(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /** Threads that serve HTTP, 1 (default) to 64. */
    public SimulatorOptions eventLoops(int count) {
        eventLoops = within("eventLoops", count, 1, 64);
        return this;
    }

    /** Adds an account: from then on its provider takes only configured accounts. */
    public SimulatorOptions account(Account account) {
        accounts.add(Objects.requireNonNull(account, "account"));
        return this;
    }

    /** Gives a recipient, written as the provider gets it, a trait. */
    public SimulatorOptions recipient(String number, RecipientTrait trait) {
        recipients.put(Objects.requireNonNull(number, "number"), Objects.requireNonNull(trait, "trait"));
        return this;
    }

    /** What every provider's balance starts with, in points or messages; 10,000,000 by default. */
    public SimulatorOptions balance(BigDecimal newBalance) {
        balance = Objects.requireNonNull(newBalance, "balance");
        return this;
    }

    /** Whether itcloud (8:00 to 21:00 in Colombia) and smsmasivos (8:00 to 22:00, GMT-3) keep their hours; off by default. */
    public SimulatorOptions sendingHours(boolean enforced) {
        sendingHours = enforced;
        return this;
    }

    /** Whether the magic numbers of {@link RecipientTrait} work; on by default. */
    public SimulatorOptions magicNumbers(boolean enabled) {
        magicNumbers = enabled;
        return this;
    }

    /** Whether itcloud's account may send links (otherwise -10); off by default. */
    public SimulatorOptions linksAllowed(boolean allowed) {
        linksAllowed = allowed;
        return this;
    }

    /** Words that itcloud refuses with -9, in any case; {@code PALABRARESERVADA} by default. */
    public SimulatorOptions reservedWords(List<String> words) {
        reservedWords = List.copyOf(words);
        return this;
    }

    /** Words that smsmasivos takes for spam (-5), in any case; {@code SPAM} by default. */
    public SimulatorOptions spamWords(List<String> words) {
        spamWords = List.copyOf(words);
        return this;
    }

    /** For how long smsmasivos refuses an identical message to the same number with -4; zero (default) turns it off. */
    public SimulatorOptions duplicateWindow(Duration window) {
        duplicateWindow = notNegative("duplicateWindow", window);
        return this;
    }

    /** The country of the smsmasivos account: AR (default), GT, MX, PE or UY. */
    public SimulatorOptions country(String newCountry) {
        if (!List.of("AR", "GT", "MX", "PE", "UY").contains(newCountry)) {
            throw new IllegalArgumentException("country is AR, GT, MX, PE or UY, not " + newCountry);
        }
        country = newCountry;
        return this;
    }

    /** The last day of the smsmasivos package; the end of 2099 by default. */
    public SimulatorOptions packageExpiry(LocalDate lastDay) {
        packageExpiry = Objects.requireNonNull(lastDay, "packageExpiry");
        return this;
    }

    /** How long linktosms keeps a message before the operator has it; 2 s by default. */
    public SimulatorOptions operatorDelay(Duration delay) {
        operatorDelay = notNegative("operatorDelay", delay);
        return this;
    }

    /** How long a message takes to its final state; 5 s by default. */
    public SimulatorOptions deliveryDelay(Duration delay) {
        deliveryDelay = notNegative("deliveryDelay", delay);
        return this;
    }

    /** How long linktosms and markettext answer {@code NOTFOUND} for a message that they have just taken; zero by default. */
    public SimulatorOptions visibleAfter(Duration delay) {
        visibleAfter = notNegative("visibleAfter", delay);
        return this;
    }

    /** How long smsmasivos takes to process a block; 2 s by default. */
    public SimulatorOptions blockDelay(Duration delay) {
        blockDelay = notNegative("blockDelay", delay);
        return this;
    }

    /** How linktosms and markettext write an error; bare by default. */
    public SimulatorOptions masmsErrorForm(ErrorForm form) {
        masmsErrorForm = Objects.requireNonNull(form, "form");
        return this;
    }

    /** Whether natalia answers {@code number,code} as its newer sister does; off by default: a code alone. */
    public SimulatorOptions nataliaAnswersWithNumber(boolean withNumber) {
        nataliaAnswersWithNumber = withNumber;
        return this;
    }

    /** How often a push that the client did not take is tried again; 0 (default) to 100. */
    public SimulatorOptions pushRetries(int retries) {
        pushRetries = within("pushRetries", retries, 0, 100);
        return this;
    }

    /** The pause before a push is tried again; 1 s by default. */
    public SimulatorOptions pushRetryDelay(Duration delay) {
        pushRetryDelay = notNegative("pushRetryDelay", delay);
        return this;
    }

    /** The charset in which pushed texts are URL-encoded; UTF-8 by default, the manuals are silent. */
    public SimulatorOptions pushCharset(Charset charset) {
        pushCharset = Objects.requireNonNull(charset, "charset");
        return this;
    }

    /** How many messages are kept, the newest; 100,000 by default. Totals go on counting. */
    public SimulatorOptions maxMessages(int count) {
        maxMessages = within("maxMessages", count, 1, Integer.MAX_VALUE);
        return this;
    }

    /** How many requests are kept, the newest; 100,000 by default. */
    public SimulatorOptions maxRequests(int count) {
        maxRequests = within("maxRequests", count, 0, Integer.MAX_VALUE);
        return this;
    }

    /** How much memory the kept requests may take, roughly; an eighth of the heap, at most 128 MiB, by default. */
    public SimulatorOptions maxRequestBytes(long bytes) {
        maxRequestBytes = bytes;
        return this;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public Set<String> allowedHosts() {
        return Set.copyOf(allowedHosts);
    }

    public OptionalInt smtpPort() {
        return smtpPort == null ? OptionalInt.empty() : OptionalInt.of(smtpPort);
    }

    public Optional<InetSocketAddress> errorMailServer() {
        return Optional.ofNullable(errorMailServer);
    }

    public int eventLoops() {
        return eventLoops;
    }

    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    public Map<String, RecipientTrait> recipients() {
        return Map.copyOf(recipients);
    }

    public BigDecimal balance() {
        return balance;
    }

    public boolean sendingHours() {
        return sendingHours;
    }

    public boolean magicNumbers() {
        return magicNumbers;
    }

    public boolean linksAllowed() {
        return linksAllowed;
    }

    public List<String> reservedWords() {
        return reservedWords;
    }

    public List<String> spamWords() {
        return spamWords;
    }

    public Duration duplicateWindow() {
        return duplicateWindow;
    }

    public String country() {
        return country;
    }

    public LocalDate packageExpiry() {
        return packageExpiry;
    }

    public Duration operatorDelay() {
        return operatorDelay;
    }

    public Duration deliveryDelay() {
        return deliveryDelay;
    }

    public Duration visibleAfter() {
        return visibleAfter;
    }

    public Duration blockDelay() {
        return blockDelay;
    }

    public ErrorForm masmsErrorForm() {
        return masmsErrorForm;
    }

    public boolean nataliaAnswersWithNumber() {
        return nataliaAnswersWithNumber;
    }

    public int pushRetries() {
        return pushRetries;
    }

    public Duration pushRetryDelay() {
        return pushRetryDelay;
    }

    public Charset pushCharset() {
        return pushCharset;
    }

    public int maxMessages() {
        return maxMessages;
    }

    public int maxRequests() {
        return maxRequests;
    }

    public long maxRequestBytes() {
        return maxRequestBytes;
    }

    private static int within(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " lies between " + low + " and " + high + ", not at " + value);
        }
        return value;
    }

    private static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " is zero or more, not " + value);
        }
        return value;
    }
}
