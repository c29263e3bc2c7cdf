package io.github.camelbitrix24.im.cookbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.testkit.Draft;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecordingRecipeTest extends Recipe {

    @TempDir
    Path folder;

    @BeforeEach
    void chooseFolder() {
        property("recording.folder", folder.toString());
    }

    private static String line(Bitrix24ImEvent event) {
        return event.getKind() + " " + event.getChatId() + " " + event.getDialogId() + " " + event.getUserId() + " "
               + event.getMessageId();
    }

    @Override
    void sink(String sink, Exchange exchange) {
        sunk.add(line(exchange.getMessage().getBody(Bitrix24ImEvent.class)));
    }

    @Test
    void aConversationIsRecordedAndPlayedToAnotherRoute() throws Exception {
        converse();
        start("record", "direct:sink");
        awaitAllAcknowledged();
        camel.stop();
        Path recording = folder.resolve("events.jsonl");
        String written = Files.readString(recording);
        assertEquals(portal.recorded(7).size(), written.lines().count());
        assertFalse(written.matches("(?s).*(Marco|Silva|Robin|Legal|takeover|monday|acme|Paralegal).*"), written);

        List<String> heard = new CopyOnWriteArrayList<>();
        Main listener = new Main();
        try (PortalEmulator other = PortalEmulator.start()) {
            other.user(7).secret("recipe7").subscribed();
            other.replay(recording);
            other.clock().advance(Duration.ofHours(2));
            listen(listener, other, heard);
            other.await(p -> p.recorded(7).size() == written.lines().count() && p.pending(7).isEmpty(), SOON);
            listener.stop();
        }

        assertTrue(sunk.size() > 5, sunk.toString());
        assertEquals(sunk, heard);
    }

    private void converse() {
        long question = portal.user(12).says("chat5", "the takeover is on monday, [USER=7]Robin Service[/USER]");
        portal.user(12).says("chat5", Draft.text("https://acme.example/takeover").replyTo(question));
        portal.clock().advance(Duration.ofHours(1));
        portal.user(12).edits(question, "the takeover is off").reacts(question, "like").deletes(question);
        portal.user(13).joins("chat5");
        portal.user(12).says("7", "psst, monday");
    }

    private static void listen(Main listener, PortalEmulator other, List<String> heard) {
        listener.addInitialProperty("camel.component.bitrix24-im.portal-url", other.url());
        listener.addInitialProperty("camel.component.bitrix24-im.user-id", "7");
        listener.addInitialProperty("camel.component.bitrix24-im.secret", other.user(7).secret());
        listener.addInitialProperty("camel.component.bitrix24-im.settle-time", "0");
        listener.addInitialProperty("camel.component.bitrix24-im.delay", "100");
        listener.addInitialProperty("camel.main.auto-configuration-log-summary", "false");
        listener.configure().addLambdaRouteBuilder(r -> r.from("bitrix24-im:events")
                .process(exchange -> heard.add(line(exchange.getMessage().getBody(Bitrix24ImEvent.class)))));
        listener.start();
    }

    @Test
    void wordsAreKeptThatTellNothing() throws IOException {
        property("recording.keep", "room");
        portal.user(12).says("chat5", "/room for the takeover");
        start("record", "direct:sink");
        awaitAllAcknowledged();

        String text = Bitrix24ImEvent.of(Files.readString(folder.resolve("events.jsonl")).strip()).getMessage().getText();
        assertTrue(text.matches("/room [a-z ]+"), text);
    }
}
