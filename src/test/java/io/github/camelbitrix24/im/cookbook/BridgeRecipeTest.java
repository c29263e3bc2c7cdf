package io.github.camelbitrix24.im.cookbook;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.github.camelbitrix24.im.Await;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.StoredFile;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Chat 5 of the one portal is chat 8 of the other. */
class BridgeRecipeTest extends Recipe {

    private final PortalEmulator globex = PortalEmulator.start();
    private EmulatedUser marco;
    private EmulatedUser hank;

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() {
        globex.chat("chat8").members(3, 4);
        globex.user(3).secret("recipe3").scopes("im", "disk").subscribed();
        reader.scopes("im", "disk");
        marco = portal.user(12);
        hank = globex.user(4).named("Hank");
        property("acme.webhook", reader.webhook());
        property("acme.dialog", "chat5");
        property("globex.webhook", globex.user(3).webhook());
        property("globex.dialog", "chat8");
        property("bridge.file", folder.resolve("bridge.txt").toString());
        start("bridge");
    }

    @AfterEach
    void end() {
        camel.stop();
        globex.close();
    }

    private void await(String what, BooleanSupplier condition) {
        Await.until(() -> what + "\n" + portal.describe() + "\n" + globex.describe(), condition, SOON);
    }

    private static List<StoredMessage> bridged(PortalEmulator portal, String dialog, long bridge) {
        return portal.transcript().of(dialog).stream().filter(message -> message.authorId() == bridge).toList();
    }

    private List<StoredMessage> atGlobex() {
        return bridged(globex, "chat8", 3);
    }

    private List<StoredMessage> atAcme() {
        return bridged(portal, "chat5", 7);
    }

    private void awaitCrossed() {
        portal.await(p -> p.pending(7).isEmpty(), SOON);
        globex.await(p -> p.pending(3).isEmpty(), SOON);
    }

    @Test
    void whatIsSaidAnsweredChangedAndTakenBackCrosses() {
        long question = marco.says("chat5", "is [b]room 4[/b] free, [USER=7]Robin[/USER]?");
        await("the question crosses", () -> atGlobex().size() == 1);
        assertEquals("[b]Marco Silva:[/b] is [b]room 4[/b] free, Robin?", atGlobex().get(0).text());

        hank.replies(atGlobex().get(0).id(), "it is");
        await("the answer crosses", () -> atAcme().size() == 1);
        assertEquals("[b]Hank:[/b] it is", atAcme().get(0).text());
        assertEquals(question, portal.sent().get(0).replyTo());

        marco.edits(question, "is room 5 free?");
        await("the change crosses", () -> atGlobex().get(0).text().equals("[b]Marco Silva:[/b] is room 5 free?"));
        marco.replies(atAcme().get(0).id(), "thanks");
        await("the thanks cross", () -> atGlobex().size() == 2);
        marco.deletes(question);
        await("the deletion crosses", () -> atGlobex().stream().noneMatch(message -> message.text().contains("room 5")));
        awaitCrossed();
        assertEquals(1, atAcme().size(), "nothing comes back");
    }

    @Test
    void filesCrossOnceThoughAnAnswerIsLost() {
        globex.fail("im.disk.file.commit", Fault.droppedAfterActing());
        portal.fail("download", Fault.cutBody());
        FileDraft plan = FileDraft.random("план.pdf", 300_000, 5);
        marco.sends("chat5", "the plans", plan, FileDraft.of("b.txt", new byte[] { 1 }));
        await("the files cross", () -> globex.disk().files().size() >= 2 && atGlobex().size() == 2);
        awaitCrossed();

        assertEquals(List.of("[b]Marco Silva:[/b] the plans", ""), atGlobex().stream().map(StoredMessage::text).toList());
        StoredFile crossed = globex.disk().file(Long.parseLong(atGlobex().get(0).files().get(0)));
        assertEquals("план.pdf", crossed.name());
        assertArrayEquals(portal.disk().files().get(0).bytes(), crossed.bytes());
        assertEquals(0, atAcme().size());
    }

    @Test
    void whatComesAgainDoesNotCrossTwice() {
        globex.fail("im.message.add", Fault.droppedAfterActing(), 3);
        marco.says("chat5", "hello");
        await("it crosses", () -> atGlobex().size() == 1);
        awaitCrossed();

        assertEquals(1, atGlobex().size());
        assertEquals(0, atAcme().size());
    }
}
