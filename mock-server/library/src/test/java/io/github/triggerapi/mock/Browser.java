package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A browser that shows pages of a server. */
final class Browser implements AutoCloseable {
    /**
     * Looks for the protocol of this release of the browser, which is not needed. A strong reference keeps its level.
     */
    private static final Logger PROTOCOLS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    /** Less than the 55 seconds after which a browser releases pages that were left. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        driver.manage().timeouts().implicitlyWait(PATIENCE).scriptTimeout(PATIENCE);
    }

    /** Starts a browser, or skips the test; see {@link InstalledPrograms#require}. */
    static Browser start(Path profile) {
        String packages = "the packages chromium and chromium-driver";
        File browser = InstalledPrograms.require(packages, "chromium", "chromium-browser", "google-chrome");
        File driver = InstalledPrograms.require(packages, "chromedriver");
        PROTOCOLS.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--window-size=1280,900",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-software-rasterizer",
                "--in-process-gpu",
                "--renderer-process-limit=1",
                "--disable-site-isolation-trials",
                "--disable-extensions",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver)
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    void open(MockServer server, String view) {
        // Otherwise a page that is open already would only be scrolled.
        leave();
        driver.get(server.url() + "/#/" + view);
    }

    void leave() {
        driver.get("about:blank");
    }

    void back() {
        driver.navigate().back();
    }

    void reload() {
        driver.navigate().refresh();
    }

    /** Shows pages as on a device with a dark color scheme, or as usual. */
    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Puts what the page copies into {@code window.copied}, because browsers ask before pages use the clipboard. */
    void catchCopies() {
        driver.executeScript("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
    }

    /** Shows pages as a phone does. A window has a minimum width, so it cannot. */
    void phone(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", true));
    }

    void desktop() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** Returns the first element that a selector finds, as soon as it exists. */
    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    void click(String selector) {
        until("document.querySelector(`" + selector + "`)?.checkVisibility()");
        WebElement target = find(selector);
        // The links to the views are sticky and would cover the element.
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
        target.click();
    }

    void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    String focused() {
        return driver.switchTo().activeElement().getText();
    }

    /** Waits until an expression is true in the page. */
    void until(String condition) {
        driver.executeAsyncScript("const done = arguments[0]; const look = () => (" + condition
                + ") ? done() : setTimeout(look, 20); look();");
    }

    /** Waits until a visible element contains a string. */
    void untilText(String selector, String text) {
        until("[...document.querySelectorAll('" + selector
                + "')].some((one) => one.checkVisibility() && one.textContent.includes('" + text + "'))");
    }

    Object eval(String expression) {
        return driver.executeScript("return " + expression);
    }

    /** Returns the errors that the browser logged since the last call, except rejected requests and closed servers. */
    private List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource"))
                .toList();
    }

    /** Checks that nothing was loaded from another server, and that the policy of the page rejected nothing. */
    void checkStaysAtHome() {
        assertThat(complaints()).isEmpty();
        assertThat(eval("performance.getEntriesByType('resource').map((one) => one.name)"
                        + ".filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('data:'))"))
                .isEqualTo(List.of());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
