package io.github.camelbitrix24.im.cookbook;

import java.util.List;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.SentMessage;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CredentialsRecipesTest extends Recipe {

    @Test
    void twoPortalsReportToADialogOfOne() {
        try (PortalEmulator other = PortalEmulator.start()) {
            other.user(3).secret("recipe3").subscribed();
            other.user(4).named("Hank");
            property("acme.webhook", reader.webhook());
            property("globex.webhook", other.user(3).webhook());
            property("report.dialog", "4");
            portal.user(12).says("7", "from acme");
            other.user(4).says("3", "from globex");
            start("several-portals");
            other.await(p -> p.sent().size() == 2, SOON);

            assertEquals(List.of("4 127.0.0.1, Hank: from globex", "4 127.0.0.1, Marco Silva: from acme"),
                    other.sent().stream().map(CredentialsRecipesTest::line).map(line -> line.replaceAll("1:\\d+,", "1,"))
                            .sorted().toList());
            assertEquals(List.of(), answers());
        }
    }

    @Test
    void everyUserOfTheListIsListenedTo() {
        property("webhook.7", reader.webhook());
        property("webhook.8", unmarked(8).subscribed().webhook());
        long first = portal.user(12).says("7", "you");
        long second = portal.user(12).says("8", "and you");
        start("user-list", "direct:sink");
        portal.await(p -> p.pending(7).isEmpty() && p.pending(8).isEmpty(), SOON);

        assertEquals(List.of("direct:sink " + first, "direct:sink " + second), sunk.stream().sorted().toList());
    }

    @Test
    void aBeanHoldsTheCredentials() {
        option("secret", "wrong");
        property("bitrix24.webhook", reader.webhook());
        long message = portal.user(12).says("7", "hello");
        start("credentials", "direct:sink");
        awaitAllAcknowledged();

        assertEquals(List.of("direct:sink " + message), sunk);
    }

    private static String line(SentMessage message) {
        return message.dialogId() + " " + message.text();
    }
}
