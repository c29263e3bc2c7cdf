package io.github.camelbitrix24.im.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.github.camelbitrix24.im.testkit.Conversation;
import io.github.camelbitrix24.im.testkit.Draft;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a new user does on the emulated portal's page, in a real browser, with the demo's routes behind it. */
class PageInBrowserTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path SCREENSHOT = Path.of(System.getProperty("page.screenshot", "target/page.png"));

    private final PortalEmulator portal = PortalEmulator.start();
    private final Conversation people = new Conversation(portal, 7, 1);
    private final Main camel = new Main();
    private ChromeDriver browser;

    @BeforeEach
    void open() {
        portal.user(7).named("Robin Service");
        camel.addInitialProperty("camel.main.routes-include-pattern", "file:routes/*.camel.yaml");
        camel.addInitialProperty("camel.component.bitrix24-im.portal-url", portal.url());
        camel.addInitialProperty("camel.component.bitrix24-im.user-id", "7");
        camel.addInitialProperty("camel.component.bitrix24-im.secret", portal.user(7).secret());
        camel.start();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("browser.binary", "/usr/bin/chromium"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900");
        Path driver = Path.of(System.getProperty("browser.driver", "/usr/bin/chromedriver"));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build(), options);
        browser.get(portal.url() + "/#as=112&dialog=7");
        until(() -> text("chat-title").equals("Robin Service"));
    }

    @AfterEach
    void close() {
        browser.quit();
        camel.stop();
        people.close();
        portal.close();
    }

    @Test
    void whoSaysPingSeesTheBotAnswerAndTheEventAcknowledged() throws IOException {
        people.steps(12);
        say("ping");
        until(() -> messages().contains("pong"));
        until(() -> shown("#events .ACKNOWLEDGED .event-what").stream().anyMatch(event -> event.contains("Marco Silva: ping")));
        assertTrue(shown("#requests .method").contains("im.message.add"));
        Files.createDirectories(SCREENSHOT.toAbsolutePath().getParent());
        Files.write(SCREENSHOT, browser.getScreenshotAs(OutputType.BYTES));
    }

    @Test
    void anOutageIsSeenAndSoIsTheRecovery() {
        click(happening("Outage"));
        until(() -> shown("#requests .status").contains("no answer"));
        assertEquals("true", browser.findElement(happening("Outage")).getDomAttribute("aria-pressed"));
        say("ping");
        until(() -> shown("#events .RECORDED .event-what").stream().anyMatch(event -> event.contains("Marco Silva: ping")));
        assertTrue(!messages().contains("pong"), messages().toString());
        click(happening("Outage"));
        until(() -> messages().contains("pong"));
        until(() -> shown("#events .ACKNOWLEDGED .event-what").stream().anyMatch(event -> event.contains("Marco Silva: ping")));
    }

    @Test
    void aButtonOfABotIsPressed() {
        EmulatedBot desk = portal.bot("desk", "t");
        long id = desk.user().says("112", Draft.text("Order [B]4438[/B] needs approval").keyboard(List.of(Map.of("BOT_ID",
                desk.id(), "TYPE", "BUTTON", "TEXT", "Approve", "COMMAND", "approve", "COMMAND_PARAMS", "4438"))));
        until(() -> shown("#chats .chat-name").contains("desk"));
        click(By.xpath("//button[contains(@class, 'chat')][.//span[text()='desk']]"));
        until(() -> !shown(".keyboard button").isEmpty());
        click(By.xpath("//button[text()='Approve']"));
        portal.await(p -> !p.transcript().presses().isEmpty(), SOON);
        assertEquals(id, portal.transcript().presses().get(0).messageId());
    }

    @Test
    void whoIsTypingIsSeen() {
        EmulatedBot desk = portal.bot("desk", "t");
        desk.user().says("112", "hello");
        browser.get(portal.url() + "/#as=112&dialog=" + desk.id());
        browser.navigate().refresh();
        until(() -> text("chat-title").equals("desk"));
        write(desk);
        until(() -> text("typing").equals("desk is thinking…"));
        desk.user().says("112", "done");
        until(() -> text("typing").isEmpty());
    }

    @Test
    void anAddressIsALinkAndNothingElseIs() {
        portal.user(7).says("112", "see https://example.com/a?b=1&c=2, [CODE]http://code.example[/CODE] javascript:alert(1)"
                                   + " [URL=javascript:alert(1)]no[/URL] <img src=x onerror=alert(1)>");
        until(() -> messages().stream().anyMatch(body -> body.contains("<img src=x onerror=alert(1)>")));
        assertEquals(List.of("https://example.com/a?b=1&c=2"), browser.findElements(By.cssSelector("#messages .body a")).stream()
                .map(link -> link.getDomAttribute("href")).toList());
    }

    @Test
    void aFileGoesToABotAndOneOfABotComesBack() throws IOException {
        EmulatedBot desk = portal.bot("desk", "t");
        desk.user().sends("112", "the answer", FileDraft.of("answer.txt", "forty-two".getBytes(StandardCharsets.UTF_8)));
        until(() -> shown("#chats .chat-name").contains("desk"));
        click(By.xpath("//button[contains(@class, 'chat')][.//span[text()='desk']]"));
        until(() -> shown("#messages .files").equals(List.of("answer.txt, 9 bytes")));
        assertEquals("forty-two", browser.executeAsyncScript("const done = arguments[0];"
                                                             + "fetch(document.querySelector('.files a').href).then(a => a.text()).then(done)"));

        Path file = Files.writeString(Files.createTempFile("question", ".txt"), "what is it?");
        browser.findElement(By.id("file")).sendKeys(file.toString());
        until(() -> shown("#messages .files").contains(file.getFileName() + ", 11 bytes"));
        assertEquals(2, portal.transcript().between(112, desk.id()).size());
        Files.delete(file);
    }

    @Test
    void theKeyboardIsEnough() {
        browser.findElement(By.id("text")).sendKeys("first line", Keys.chord(Keys.SHIFT, Keys.ENTER), "second line", Keys.ENTER);
        until(() -> portal.transcript().between(112, 7).stream().anyMatch(said -> said.text().equals("first line\nsecond line")));
        assertEquals("text", browser.switchTo().activeElement().getDomAttribute("id"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 1280 })
    void nothingIsCutOff(int width) {
        browser.manage().window().setSize(new Dimension(Math.max(width, 500), 900));
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        until(() -> number("return innerWidth") == width);
        assertTrue(number("return document.documentElement.scrollWidth") <= width);
    }

    private void write(EmulatedBot bot) {
        HttpRequest call = HttpRequest.newBuilder(URI.create(portal.user(7).scopes("im", "imbot").webhook()
                                                             + "imbot.v2.Chat.InputAction.notify"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"botId\":" + bot.id() + ",\"botToken\":\"t\",\"dialogId\":\"112\","
                                              + "\"statusMessageCode\":\"IMBOT_AGENT_ACTION_THINKING\"}"))
                .build();
        assertEquals(200, HttpClient.newHttpClient().sendAsync(call, BodyHandlers.ofString()).join().statusCode());
    }

    private void say(String text) {
        browser.findElement(By.id("text")).sendKeys(text, Keys.ENTER);
    }

    private static By happening(String what) {
        return By.xpath("//ul[@id='happenings']//button[text()='" + what + "']");
    }

    /** What is about to be clicked may be shown anew at that moment. */
    private void click(By what) {
        until(() -> {
            browser.findElement(what).click();
            return true;
        });
    }

    private String text(String id) {
        return browser.findElement(By.id(id)).getText();
    }

    private List<String> messages() {
        return shown("#messages .body");
    }

    private List<String> shown(String selector) {
        return browser.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
    }

    private long number(String script) {
        return ((Number) browser.executeScript(script)).longValue();
    }

    private void until(BooleanSupplier isSo) {
        new WebDriverWait(browser, SOON).ignoring(StaleElementReferenceException.class).until(any -> isSo.getAsBoolean());
    }
}
