package io.github.camelbitrix24.im.bench.latency;

import java.util.List;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The component with its usual options but those that are given, a route for each conversation. */
final class ComponentListener implements AutoCloseable {

    private final Main main = new Main();

    ComponentListener(List<Conversation> conversations, String options) {
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                for (Conversation conversation : conversations) {
                    fromF("bitrix24-im:events?portalUrl=%s&userId=%d&secret=%s%s", conversation.stage().url(),
                            conversation.listener().id(), conversation.listener().secret(), options)
                            .process(exchange -> conversation.hear(
                                    exchange.getMessage().getBody(Bitrix24ImEvent.class).getMessage().getText()));
                }
            }
        });
        main.start();
    }

    @Override
    public void close() {
        main.stop();
    }
}
