package io.github.camelbitrix24.im;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.operation.Background;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TypingSignTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ManualScheduler timer = new ManualScheduler();
    private final List<Object> shown = new CopyOnWriteArrayList<>();
    private final TypingSign sign = new TypingSign(
            exchange -> exchange.getMessage().setBody("what the route makes of it"),
            exchange -> shown.add(exchange.getMessage().getBody(Bitrix24ImEvent.class).getId()),
            new Background(() -> timer, Runnable::run));

    @BeforeEach
    void start() {
        context.start();
        sign.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Exchange handed(String type) throws Exception {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(Bitrix24ImEvent.of("{\"eventId\":5,\"type\":\"" + type + "\",\"data\":{}}"));
        sign.process(exchange);
        return exchange;
    }

    @Test
    void itIsShownAgainUntilTheExchangeIsDone() throws Exception {
        Exchange exchange = handed("ONIMBOTV2MESSAGEADD");

        timer.runNext();
        timer.runNext();
        assertEquals(List.of(5L, 5L), shown);
        exchange.getExchangeExtension().handoverCompletions().forEach(completion -> completion.onComplete(exchange));

        assertTrue(timer.isIdle());
    }

    @Test
    void aCommandIsAnsweredAsWellAndAReactionIsNot() throws Exception {
        handed("ONIMBOTV2COMMANDADD");
        handed("ONIMV2REACTIONCHANGE");

        timer.runNext();

        assertEquals(1, shown.size());
    }
}
