package io.github.camelbitrix24.im.cookbook;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BotRecipesTest extends Recipe {

    private EmulatedBot bot;
    private boolean refusing;

    @BeforeEach
    void makeBot() {
        bot = actAsBot();
        property("approvals.service", "direct:service");
    }

    @Override
    void sink(String sink, Exchange exchange) {
        sunk.add(exchange.getMessage().getBody(String.class));
        if (refusing) {
            exchange.setException(
                    new HttpOperationFailedException("https://erp.example", 403, "Forbidden", null, Map.of(), ""));
        }
        exchange.getMessage().setBody("Approved.");
    }

    private long ask() throws Exception {
        start("approval", "direct:service");
        portal.await(p -> !bot.commands().isEmpty(), SOON);
        camel.getCamelTemplate().sendBody("direct:approvals",
                "{\"id\":\"T-9\",\"dialog\":\"12\",\"text\":\"A new chair for room 4?\"}");
        return bot.sent().get(0).id();
    }

    private void awaitBotAcknowledged() {
        portal.await(p -> p.pending(bot.id()).isEmpty(), SOON);
    }

    @Test
    void aPressedButtonDecidesAndTheMessageBecomesTheOutcome() throws Exception {
        long question = ask();
        portal.user(12).presses(question, "Approve");
        awaitBotAcknowledged();

        StoredMessage message = portal.message(question);
        assertEquals(List.of("{\"decision\":\"approve T-9\",\"user\":12}"), sunk);
        assertEquals("Approved.", message.text());
        assertEquals(List.of(), message.keyboard());
    }

    @Test
    void whoMayNotDecideIsToldSoAndTheButtonsStay() throws Exception {
        refusing = true;
        long question = ask();
        portal.user(12).presses(question, "Reject");
        awaitBotAcknowledged();

        assertEquals("A new chair for room 4?", portal.message(question).text());
        assertEquals("12 This is not yours to decide, or it is decided already.", answers().get(1));
    }

    @Test
    void parametersThatNoButtonHasGoNowhere() throws Exception {
        long question = ask();
        portal.user(12).presses(question, bot.id(), "decide", "approve ../../users");
        awaitBotAcknowledged();

        assertEquals(List.of(), sunk);
    }
}
