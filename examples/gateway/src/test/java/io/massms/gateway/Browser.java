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
package io.massms.gateway;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of this machine. Where there is none, tests are skipped, but fail where the environment says CI=true. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Pattern REQUEST = Pattern.compile("\"Network\\.requestWillBeSent\".*?\"url\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Dimension DESKTOP = new Dimension(1440, 900);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        size(DESKTOP);
    }

    static Browser open() {
        Path chromium = found("chromium", "CHROMIUM");
        Path driver = found("chromedriver", "CHROMEDRIVER");
        if (chromium == null || driver == null) {
            String sentence =
                    "There is no chromium and chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)";
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            abort(sentence);
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        return new Browser(new ChromeDriver(service, options(chromium)));
    }

    private static Path found(String program, String variable) {
        String named = System.getenv(variable);
        Stream<Path> candidates = named == null
                ? Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, program))
                : Stream.of(Path.of(named));
        return candidates.filter(Files::isExecutable).findFirst().orElse(null);
    }

    private static ChromeOptions options(Path chromium) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=en-GB",
                "--user-data-dir=" + freshFolder());
        return options;
    }

    private static Path freshFolder() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "chromium").toAbsolutePath());
            return Files.createTempDirectory(parent, "profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void go(String url) {
        driver.get(url);
        until(page -> page.driver.findElement(By.cssSelector("html[data-ready=yes]")));
    }

    /** Leaves the page, so that it asks for nothing any more. */
    void leave() {
        driver.get("about:blank");
    }

    void size(Dimension size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.width, "height", size.height, "deviceScaleFactor", 1, "mobile", size.width < 600));
    }

    void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    WebElement see(String css) {
        until(page -> {
            if (!page.driver.findElement(By.cssSelector(css)).isDisplayed()) {
                throw new AssertionError(css + " is not visible");
            }
        });
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return see(css).getText();
    }

    /** Elements may be replaced while they are being looked at, hence the patience. */
    void click(String css) {
        until(page -> page.driver.findElement(By.cssSelector(css)).click());
    }

    void clickButton(String within, String label) {
        until(page -> page.all(within + " button").stream()
                .filter(button -> button.getText().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button " + label))
                .click());
    }

    void type(String css, String text) {
        WebElement field = see(css);
        field.clear();
        field.sendKeys(text);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits until something can be done, or is so. */
    void until(ThrowingConsumer<Browser> condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(() -> condition.accept(this));
    }

    /** The origins of all requests since the last call. */
    Set<String> origins() {
        Set<String> origins = new HashSet<>();
        driver.manage().logs().get(LogType.PERFORMANCE).forEach(entry -> {
            Matcher request = REQUEST.matcher(entry.getMessage());
            if (request.find() && !request.group(1).equals("about:blank")) {
                URI uri = URI.create(request.group(1));
                origins.add(uri.getScheme() + "://" + uri.getAuthority());
            }
        });
        return origins;
    }

    /** What the page complained of, violations of the Content-Security-Policy included. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
