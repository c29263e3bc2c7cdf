package io.github.camelbitrix24.im.cookbook;

import io.github.camelbitrix24.im.Await;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CheckRecipeTest extends Recipe {

    @BeforeEach
    void raiseTheAlarm() {
        property("check.alarm", "direct:alarm");
        property("check.period", "100");
    }

    @Override
    void sink(String sink, Exchange exchange) {
        sunk.add(exchange.getMessage().getBody(String.class));
    }

    @Test
    void theReportIsToldOnceSomethingIsWrong() {
        start("why-nothing-arrives", "direct:alarm");
        portal.await(p -> p.calls("profile").size() > 2, SOON);
        assertEquals(0, sunk.size(), sunk::toString);

        reader.scopes("task");
        Await.until(portal::describe, () -> !sunk.isEmpty(), SOON);

        assertTrue(sunk.get(0).contains("NO scopes       The webhook or application lacks im"), sunk.get(0));
        assertFalse(sunk.get(0).contains(reader.secret()), sunk.get(0));
    }
}
