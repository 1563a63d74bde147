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
package io.massms.testing;

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
public final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path MANUAL = Path.of("src", "manual", "pages");
    private static final Pattern REQUEST = Pattern.compile("\"Network\\.requestWillBeSent\".*?\"url\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Dimension DESKTOP = new Dimension(1440, 900);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        size(DESKTOP);
    }

    /** One whose window is as large as that of a desk. */
    public static Browser open() {
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

    /** Opens a page, and waits until its script has run. */
    public void go(String url) {
        driver.get(url);
        until(page -> page.driver.findElement(By.cssSelector("html[data-ready=yes]")));
    }

    /** Leaves the page, so that it asks for nothing any more. */
    public void leave() {
        driver.get("about:blank");
    }

    /** Gives the page another size, in CSS pixels; one narrower than 600 is a phone. */
    public void size(Dimension size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.width, "height", size.height, "deviceScaleFactor", 1, "mobile", size.width < 600));
    }

    /** Prefers {@code light} or {@code dark}. */
    public void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The element, once it is visible. */
    public WebElement see(String css) {
        until(page -> {
            if (!page.driver.findElement(By.cssSelector(css)).isDisplayed()) {
                throw new AssertionError(css + " is not visible");
            }
        });
        return driver.findElement(By.cssSelector(css));
    }

    /** The elements that are there now, visible or not. */
    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The text of an element, once it is visible. */
    public String text(String css) {
        return see(css).getText();
    }

    /** Elements may be replaced while they are being looked at, hence the patience. */
    public void click(String css) {
        until(page -> page.driver.findElement(By.cssSelector(css)).click());
    }

    /** Clicks the first button whose label begins so, once there is one. */
    public void clickButton(String within, String label) {
        until(page -> page.all(within + " button").stream()
                .filter(button -> button.getText().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button " + label))
                .click());
    }

    /** Types into a field, instead of what it holds. */
    public void type(String css, String text) {
        WebElement field = see(css);
        field.clear();
        field.sendKeys(text);
    }

    /** Runs a script in the page. */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits until something can be done, or is so. */
    public void until(ThrowingConsumer<Browser> condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(() -> condition.accept(this));
    }

    /** The origins of all requests since the last call; the pictures that a browser's own fields bring along ask nobody. */
    public Set<String> origins() {
        Set<String> origins = new HashSet<>();
        driver.manage().logs().get(LogType.PERFORMANCE).forEach(entry -> {
            Matcher request = REQUEST.matcher(entry.getMessage());
            if (request.find() && !request.group(1).matches("about:blank|data:.*")) {
                URI uri = URI.create(request.group(1));
                origins.add(uri.getScheme() + "://" + uri.getAuthority());
            }
        });
        return origins;
    }

    /** What the page complained of, violations of the Content-Security-Policy included. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    /** Takes a picture into {@code target/screenshots}, to look at. */
    public void screenshot(String name) {
        write(SCREENSHOTS, name, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Takes a picture for the manual: a screenshot as every other, but for {@code -Dmassms.update=true}. */
    public void picture(String name) {
        picture(name, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Takes a picture of a part of the page for the manual. */
    public void picture(String name, String css) {
        picture(name, see(css).getScreenshotAs(OutputType.BYTES));
    }

    private static void picture(String name, byte[] picture) {
        write(SCREENSHOTS, name, picture);
        if (Boolean.getBoolean("massms.update")) {
            write(manual().resolve("images"), name, Pictures.compact(picture));
        }
    }

    private static Path manual() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(MANUAL))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "There is no " + MANUAL + " above " + Path.of("").toAbsolutePath());
        }
        return folder.resolve(MANUAL);
    }

    private static void write(Path folder, String name, byte[] picture) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
