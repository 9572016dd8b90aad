package org.citygis.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A window of Chromium on the portal, with the words that the journeys are told in. */
final class Browser implements AutoCloseable {
  static final Dimension DESK = new Dimension(1440, 900);
  static final Dimension PHONE = new Dimension(390, 844);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String server;
  private final ChromeDriver driver;
  private final Path downloads;

  Browser(int port) {
    this(port, DESK);
  }

  Browser(int port, Dimension window) {
    server = "http://localhost:" + port;
    try {
      downloads = Files.createTempDirectory("citygis-downloads");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(ChromiumInstalled.browser().orElseThrow().toFile());
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
        "--lang=zh-CN");
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(ChromiumInstalled.driver().orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    // The window's own frame does not count.
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            window.width,
            "height",
            window.height,
            "deviceScaleFactor",
            1,
            "mobile",
            window == PHONE));
  }

  /** Opens an address of the portal. */
  Browser open(String path) {
    openPage(path);
    see(".rail");
    return this;
  }

  /** Opens a page that the server makes. */
  void openPage(String path) {
    driver.get(server + path);
  }

  /** Signs in as a person does: name, password, button. */
  Browser signIn(String name, String password) {
    click("[data-id=account]");
    type("input[name=username]", name);
    type("input[name=password]", password);
    click(".panel button[type=submit]");
    until(() -> driver.findElements(By.cssSelector("input[name=password]")).isEmpty());
    return this;
  }

  /** The first visible element of a selector, waited for. */
  WebElement see(String selector) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage("not seen: " + selector)
        .until(
            page ->
                page.findElements(By.cssSelector(selector)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  /** The first visible element of a selector that says something. */
  WebElement see(String selector, String text) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(
            () -> "not seen: %s saying %s, but %s".formatted(selector, text, texts(selector)))
        .until(
            page ->
                page.findElements(By.cssSelector(selector)).stream()
                    .filter(it -> it.isDisplayed() && it.getText().contains(text))
                    .findFirst()
                    .orElse(null));
  }

  String text(String selector) {
    return see(selector).getText();
  }

  List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  /** What was last announced to screen readers. */
  String said() {
    return String.valueOf(
        script(
            "return document.querySelector('.visually-hidden[role=status]')?.textContent ?? ''"));
  }

  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  void click(String selector) {
    press(() -> see(selector));
  }

  void click(String selector, String text) {
    press(() -> see(selector, text));
  }

  /** What is drawn anew between the look and the press is looked for again. */
  private void press(Supplier<WebElement> wanted) {
    until(
        () -> {
          try {
            WebElement element = wanted.get();
            script("arguments[0].scrollIntoView({block: 'center'})", element);
            element.click();
            return true;
          } catch (StaleElementReferenceException e) {
            return false;
          }
        });
  }

  void type(String selector, String text) {
    WebElement field = see(selector);
    field.clear();
    field.sendKeys(text);
  }

  void choose(String selector, String value) {
    new org.openqa.selenium.support.ui.Select(see(selector)).selectByValue(value);
  }

  void upload(String selector, Path... files) {
    driver
        .findElement(By.cssSelector(selector))
        .sendKeys(
            String.join(
                "\n",
                java.util.Arrays.stream(files).map(it -> it.toAbsolutePath().toString()).toList()));
  }

  /** Clicks on the map, in pixels from its centre. */
  void clickMap(int right, int down) {
    WebElement map = see(".map");
    new Actions(driver).moveToElement(map, right, down).click().perform();
  }

  void keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  Object script(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  /** What an asynchronous function body returns, as JSON. */
  String answer(String body) {
    return (String)
        driver.executeAsyncScript(
            "const done = arguments[0]; (async () => { %s })().then(it => done(JSON.stringify(it)), it => done('failed: ' + it))"
                .formatted(body));
  }

  void until(Supplier<Boolean> fact) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(page -> fact.get());
  }

  /** Where the browser believes to be; null refuses to say. */
  void standAt(double @org.jspecify.annotations.Nullable [] lonLat) {
    driver.executeCdpCommand(
        "Browser.setPermission",
        Map.of(
            "permission",
            Map.of("name", "geolocation"),
            "setting",
            lonLat == null ? "denied" : "granted"));
    if (lonLat != null) {
      driver.executeCdpCommand(
          "Emulation.setGeolocationOverride",
          Map.of("longitude", lonLat[0], "latitude", lonLat[1], "accuracy", 10));
    }
  }

  /** Nothing from these addresses reaches the page. */
  void cutOff(String... patterns) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
  }

  Path downloaded() {
    until(() -> file() != null);
    return java.util.Objects.requireNonNull(file());
  }

  private @org.jspecify.annotations.Nullable Path file() {
    try (var files = Files.list(downloads)) {
      // While it is under way Chromium writes to a hidden name or to one that ends in crdownload.
      return files
          .filter(it -> !it.getFileName().toString().startsWith("."))
          .filter(it -> !it.toString().endsWith(".crdownload"))
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Complaints of the page in the console: errors of scripts and breaches of the security policy.
   */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(it -> it.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        .map(it -> it.getMessage())
        .toList();
  }

  /** Keeps what is seen for the README, once the page has come to rest. */
  void picture(String name) {
    until(() -> count("[aria-busy=true]") == 0 && count(".toast") == 0);
    pause(Duration.ofMillis(1500));
    Pictures.keep(name, driver.getScreenshotAs(OutputType.BYTES));
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
