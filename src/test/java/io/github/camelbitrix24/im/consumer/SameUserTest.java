package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two spellings of one user are one user: for readers and for what keys are made of. */
class SameUserTest extends RouteTest {

    private void readAs(String id, String host, String user) throws Exception {
        context.getRegistry().bind(
                id, new WebhookCredentials("http://" + host + ":" + portal.port() + "/rest/" + user + "/" + reader.secret()));
        RouteBuilder.addRoutes(context,
                r -> r.from("bitrix24-im:events?credentials=#" + id + "&" + FAST).routeId(id).process(e -> note(e)));
    }

    @ParameterizedTest
    @CsvSource({ "127.0.0.1, 07", "127.0.0.1., 7", "127.0.0.1, 0007", "127.000.000.001, 07", "[::ffff:127.0.0.1], 7" })
    void aSecondReaderInAnotherSpellingIsRefused(String host, String user) throws Exception {
        readAs("first", "127.0.0.1", "7");
        context.start();

        Exception refused = assertThrows(Exception.class, () -> readAs("second", host, user));
        assertTrue(refused.getMessage().contains("already have a reader"), refused::getMessage);
    }

    @Test
    void aUserWithLeadingZerosIsCalledAndNamedByHisNumber() throws Exception {
        readAs("first", "127.0.0.1", "007");
        context.start();
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        assertTrue(portal.calls().stream().allMatch(call -> call.path().startsWith("/rest/7/")), portal::describe);
        assertEquals(1, seen.size());
    }
}
