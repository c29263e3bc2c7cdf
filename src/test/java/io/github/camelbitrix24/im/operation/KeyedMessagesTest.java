package io.github.camelbitrix24.im.operation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One message for each key, whatever happens in between. */
class KeyedMessagesTest extends ConversationTest {

    private static final String SEND = "bitrix24-im:send?dialogId=chat5&messageStore=#alerts";
    private static final String DELETE = "bitrix24-im:delete?dialogId=chat5&messageStore=#alerts";
    private static final String KEY = Bitrix24ImConstants.MESSAGE_KEY;

    @TempDir
    Path folder;
    private final StopAt store = new StopAt();

    /** Fails when it is asked to write for the nth time, before or after it has. */
    private static final class StopAt extends ServiceSupport implements StateRepository<String, String> {

        private final Map<String, String> states = new HashMap<>();
        private int writes;
        private int failing = -1;
        private boolean after;

        @Override
        public void setState(String name, String state) {
            boolean fails = writes++ == failing;
            if (!fails || after) {
                states.put(name, state);
            }
            if (fails) {
                throw new IllegalStateException("the disk is full");
            }
        }

        @Override
        public String getState(String name) {
            return states.get(name);
        }
    }

    @BeforeEach
    void bind() {
        context.getRegistry().bind("alerts", store);
    }

    private Object alert(String key, String text) {
        return result(SEND, text, Map.of(KEY, key));
    }

    @Test
    void theFirstIsPostedAndTheOthersEditIt() {
        Object id = alert("disk", "50 %");
        assertEquals(id, alert("disk", "70 %"));
        assertEquals(id, alert("disk", "90 %"));
        Object other = alert("cpu", "hot");

        assertNotEquals(id, other);
        assertEquals(List.of("90 %", "hot"), texts("chat5"));
        assertEquals(2, portal.sent().size());
    }

    @Test
    void aDialogHasAMessageOfItsOwn() {
        portal.chat("chat6").members(7);
        alert("disk", "50 %");
        result("bitrix24-im:send?dialogId=chat6&messageStore=#alerts", "50 %", Map.of(KEY, "disk"));

        assertEquals(List.of("50 %"), texts("chat6"));
        assertEquals(List.of("50 %"), texts("chat5"));
    }

    @Test
    void whatIsNotSaidAgainIsTakenAway() {
        Object id = result(SEND, "down", Map.of(KEY, "disk", Bitrix24ImConstants.KEYBOARD,
                List.of(Map.of("TEXT", "Acknowledge", "LINK", "/x"))));
        alert("disk", "up");

        assertEquals(List.of(), message((Long) id).keyboard());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aMessageThatIsGoneIsPostedAnew(boolean read) {
        Object id = alert("disk", "50 %");
        if (read) {
            portal.user(12).reads("chat5");
        }
        reader.deletes((Long) id);
        Object other = alert("disk", "70 %");

        assertNotEquals(id, other);
        assertEquals(other, alert("disk", "90 %"));
        assertEquals("90 %", message((Long) other).text());
    }

    @Test
    void oneThatIsDeletedIsForgotten() {
        Object id = alert("disk", "50 %");
        assertEquals(true, result(DELETE, null, Map.of(KEY, "disk")));
        assertEquals(true, result(DELETE, null, Map.of(KEY, "disk")));
        assertEquals(true, result(DELETE, null, Map.of(KEY, "never there")));
        assertTrue(message((Long) id).deleted());
        assertEquals(List.of(), texts("chat5"));
        Object other = alert("disk", "50 %");

        assertNotEquals(id, other);
        assertEquals(List.of("50 %"), texts("chat5"));
    }

    /**
     * The repository fails at each of its writes in turn; the sender tries again, with a text that has changed since.
     */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void noWriteThatFailsLeadsToASecondMessage(boolean after) {
        store.after = after;
        for (int write = 0; write < 4; write++) {
            store.failing = store.writes + write;
            String key = "alert " + write;
            send(SEND, "first", Map.of(KEY, key));
            send(SEND, "second", Map.of(KEY, key));
            store.failing = -1;
            alert(key, "last of " + key);
        }

        assertEquals(List.of("last of alert 0", "last of alert 1", "last of alert 2", "last of alert 3"), texts("chat5"));
    }

    @Test
    void norDoesADeletionThatFailsLeaveOneBehind() {
        for (boolean after : List.of(false, true)) {
            store.after = after;
            store.failing = store.writes + 1;
            send(SEND, "posted, and its id is not known", Map.of(KEY, "disk"));
            store.failing = -1;
            result(DELETE, null, Map.of(KEY, "disk"));
            assertEquals(List.of(), texts("chat5"));
        }
    }

    /** Camel writes a line in four pieces, and does not start with one that has no equals sign. */
    @ParameterizedTest
    @ValueSource(strings = { "", "half a ke", "half a key=", "\n\n", "\0\0\0\0\n" })
    void aFileWhoseEndIsDamagedStillKeepsTheMessages(String damage) throws Exception {
        Path file = folder.resolve("alerts.txt");
        context.getRegistry().bind("before", FileStateRepository.fileStateRepository(file.toFile()));
        String send = "bitrix24-im:send?dialogId=chat5&messageStore=";
        Object id = result(send + "#before", "50 %", Map.of(KEY, "disk"));
        result(send + "#before", "hot", Map.of(KEY, "cpu"));
        Files.writeString(file, Files.readString(file) + damage);
        context.getRegistry().bind("after", FileStateRepository.fileStateRepository(file.toFile()));
        assertEquals(id, result(send + "#after", "70 %", Map.of(KEY, "disk")));
        result(send + "#after", "cold", Map.of(KEY, "cpu"));
        result(send + "#after", "new", Map.of(KEY, "net"));

        assertEquals(List.of("70 %", "cold", "new"), texts("chat5"));
        for (String line : Files.readAllLines(file)) {
            assertEquals(2, line.split("=").length, line);
        }
    }

    @Test
    void whatCameAfterALostAnswerIsNotLost() {
        sent("posted before, by the same process");
        portal.fail("im.message.add", Fault.droppedAfterActing(), 3);
        assertTrue(send(SEND, "first", Map.of(KEY, "disk")).isFailed());
        alert("disk", "second");

        assertEquals(List.of("posted before, by the same process", "second"), texts("chat5"));
    }

    @Test
    void anAnswerThatIsLostLeadsToNoSecondMessage() {
        portal.fail("im.message.add", Fault.droppedAfterActing(), 3);
        assertTrue(send(SEND, "first", Map.of(KEY, "disk")).isFailed());
        alert("disk", "second");

        assertEquals(List.of("second"), texts("chat5"));
    }

    /** What a new process does not know any more, the portal still does. */
    @Test
    void aRepositoryThatForgetsFindsTheMessageAgain() throws Exception {
        Object id = alert("disk", "50 %");
        try (CamelContext other = other(new MemoryStateRepository())) {
            Exchange again = other.createProducerTemplate().request(SEND, e -> {
                e.getMessage().setBody("70 %");
                e.getMessage().setHeader(KEY, "disk");
            });
            assertNull(again.getException());
            assertEquals(id, again.getMessage().getBody());
        }
        assertEquals(List.of("70 %"), texts("chat5"));
    }

    @Test
    void aFileKeepsThemWhateverTheKeysAre() throws Exception {
        File file = folder.resolve("alerts.txt").toFile();
        List<String> keys = List.of("a=b", "line\nbreak", "ключ 🔑", "%", "x".repeat(2_000), "half \ud83d");
        Map<String, Object> ids = new HashMap<>();
        for (String text : List.of("one", "two", "three")) {
            try (CamelContext process = other(FileStateRepository.fileStateRepository(file))) {
                for (String key : keys) {
                    Exchange sent = process.createProducerTemplate().request(SEND, e -> {
                        e.getMessage().setBody(text);
                        e.getMessage().setHeader(KEY, key);
                    });
                    assertNull(sent.getException());
                    assertEquals(ids.computeIfAbsent(key, first -> sent.getMessage().getBody()), sent.getMessage().getBody());
                }
            }
        }

        assertEquals(6, texts("chat5").size());
        assertTrue(texts("chat5").stream().allMatch("three"::equals), () -> texts("chat5").toString());
    }

    private CamelContext other(StateRepository<String, String> repository) throws Exception {
        CamelContext other = new DefaultCamelContext();
        other.getRegistry().bind("alerts", repository);
        Bitrix24ImComponent component = other.getComponent("bitrix24-im", Bitrix24ImComponent.class);
        component.getConfiguration().setRequestsPerSecond(0);
        component.getConfiguration().setCredentials(new WebhookCredentials(reader.webhook()));
        other.start();
        return other;
    }

    @Test
    void fiftyAlertsOfFiveKeysThroughFaultsAreFiveMessages() throws Exception {
        Random random = new Random(20261127);
        List<Fault> faults = List.of(Fault.none(), Fault.dropped(), Fault.droppedAfterActing(), Fault.none());
        CamelContext process = other(store);
        try {
            for (int i = 0; i < 50; i++) {
                String key = "key " + i % 5;
                String text = key + ": " + i;
                portal.fail("im.message.add", faults.get(random.nextInt(faults.size())), 1 + random.nextInt(3));
                portal.fail("im.message.update", faults.get(random.nextInt(faults.size())), 1 + random.nextInt(3));
                store.failing = random.nextInt(4) == 0 ? store.writes + random.nextInt(2) : -1;
                store.after = random.nextBoolean();
                while (true) {
                    Exchange sent = process.createProducerTemplate().request(SEND, e -> {
                        e.getMessage().setBody(text);
                        e.getMessage().setHeader(KEY, key);
                    });
                    if (!sent.isFailed()) {
                        break;
                    }
                    process.stop();
                    process = other(store);
                }
                portal.heal();
            }
        } finally {
            process.stop();
        }

        List<StoredMessage> said = portal.transcript().of("chat5").stream().filter(one -> one.authorId() == 7).toList();
        assertEquals(List.of("key 0: 45", "key 1: 46", "key 2: 47", "key 3: 48", "key 4: 49"),
                said.stream().map(StoredMessage::text).sorted().toList());
    }

    @Test
    void whatIsMissingIsNamed() {
        String why = whyNothingIsSent("bitrix24-im:send?dialogId=chat5", "x", Map.of(KEY, "disk"));
        assertTrue(why.contains("messageStore") && why.contains("CamelBitrix24ImMessageKey"), why);

        why = whyNothingIsSent(SEND, "x", Map.of(KEY, " "));
        assertTrue(why.contains("CamelBitrix24ImMessageKey") && why.contains("alert-17"), why);

        why = whyNothingIsSent("bitrix24-im:delete?messageStore=#alerts", null, Map.of(KEY, "disk"));
        assertTrue(why.contains("CamelBitrix24ImDialogId"), why);
    }
}
