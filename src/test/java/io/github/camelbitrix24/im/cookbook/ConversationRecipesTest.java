package io.github.camelbitrix24.im.cookbook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.event.ImMessage;
import io.github.camelbitrix24.im.testkit.StoredFile;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConversationRecipesTest extends Recipe {

    @TempDir
    Path folder;
    private String answer;

    @Override
    void sink(String sink, Exchange exchange) {
        super.sink(sink, exchange);
        exchange.getMessage().setBody(answer);
    }

    @Test
    void anAnswerIsAReplyAndTheQuestionIsTickedOff() {
        answer = "all is well";
        long asked = portal.user(12).says("chat5", "status of db1?");
        portal.user(12).says("chat5", "thanks");
        start("reply", "direct:status");
        awaitAllAcknowledged();

        assertEquals(List.of("direct:status " + asked), sunk);
        assertEquals(List.of("chat5 all is well"), answers());
        assertEquals(asked, portal.sent().get(0).replyTo());
        assertEquals(Map.of(7L, "whiteHeavyCheckMark"), portal.message(asked).reactions());
        assertEquals(1, portal.transcript().typing().size());
    }

    @Test
    void anImageIsPostedWithItsCaption() throws Exception {
        portal.user(7).scopes("im", "disk");
        property("charts.directory", folder.toString());
        property("charts.lock", "none");
        property("charts.dialog", "chat5");
        byte[] image = { (byte) 0x89, 'P', 'N', 'G', 0, 1, 2 };
        Files.write(folder.resolve("продажи.png"), image);
        Files.write(folder.resolve("notes.txt"), image);
        start("image");
        portal.await(p -> !p.transcript().of("chat5").isEmpty(), SOON);

        StoredMessage message = portal.transcript().of("chat5").get(0);
        assertTrue(message.text().matches("\\[b\\]продажи\\[/b\\], made at \\d\\d:\\d\\d"), message.text());
        StoredFile file = portal.disk().file(Long.parseLong(message.files().get(0)));
        assertEquals("продажи.png", file.name());
        assertArrayEquals(image, file.bytes());
    }

    @Test
    void anAlertIsOneMessageThatChanges() throws Exception {
        property("alerts.source", "direct:alerts");
        property("alerts.file", folder.resolve("alerts.txt").toString());
        property("alerts.dialog", "chat5");
        start("alert");
        alert("{\"id\":\"disk-17\",\"state\":\"firing\",\"text\":\"The disk of db1 is full\"}");
        alert("{\"id\":\"cpu-3\",\"state\":\"firing\",\"text\":\"db1 is hot\"}");
        alert("{\"id\":\"disk-17\",\"state\":\"resolved\",\"text\":\"The disk of db1 is full\"}");

        List<StoredMessage> said = portal.transcript().of("chat5");
        assertEquals(List.of("[s]The disk of db1 is full[/s]", "Firing: db1 is hot"),
                said.stream().map(StoredMessage::text).toList());
    }

    private void alert(String json) throws Exception {
        camel.getCamelTemplate().requestBody("direct:alerts", json);
    }

    @Test
    void whatWasSaidIsGatheredAndSent() {
        EmbeddedDatabase database
                = new EmbeddedDatabaseBuilder().generateUniqueName(true).setType(EmbeddedDatabaseType.H2).build();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        for (String table : List.of("digests", "digests_completed")) {
            jdbc.execute("create table " + table
                         + " (id varchar(255) primary key, exchange blob not null, version bigint not null)");
        }
        bind("digests", new JdbcAggregationRepository(new DataSourceTransactionManager(database), "digests", database));
        bind("lines", (AggregationStrategy) ConversationRecipesTest::joined);
        portal.chat("chat9").members(7);
        property("digest.dialog", "chat9");
        property("digest.interval", "2000");
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
        start("digest");
        portal.await(p -> digests().contains("two"), SOON);

        assertEquals("Marco Silva: one\nMarco Silva: two", digests());
        camel.stop();
        database.shutdown();
    }

    private static Exchange joined(Exchange older, Exchange newer) {
        if (older == null) {
            return newer;
        }
        older.getMessage().setBody(older.getMessage().getBody(String.class) + "\n" + newer.getMessage().getBody(String.class));
        return older;
    }

    /** However many the interval has made of it. */
    private String digests() {
        return portal.transcript().of("chat9").stream().map(StoredMessage::text).collect(Collectors.joining("\n"));
    }

    @Test
    void whoJoinsIsWelcomedByName() {
        property("welcome.text", "The rules are pinned.");
        portal.user(19).named("Noa Levi").joins("chat5");
        portal.user(151).named("Order bot").bot().joins("chat5");
        start("welcome");
        awaitAllAcknowledged();

        assertEquals(List.of("chat5 Welcome, [USER=19]Noa Levi[/USER]! The rules are pinned."), answers());
    }

    @Test
    void theLastMessagesOfADialog() throws Exception {
        portal.user(12).says("chat5", "first");
        portal.user(12).says("chat5", "second");
        start("history");

        List<?> messages = camel.getCamelTemplate().requestBodyAndHeader(
                "direct:history", null, "CamelBitrix24ImDialogId", "chat5", List.class);
        assertEquals(List.of("first", "second"), messages.stream().map(message -> ((ImMessage) message).getText()).toList());
    }
}
