package io.github.camelbitrix24.im.bench.latency;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The component with its usual options. */
final class ComponentListener implements AutoCloseable {

    private final Main main = new Main();

    ComponentListener(Stage stage) {
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                fromF("bitrix24-im:events?portalUrl=%s&userId=%d&secret=%s", stage.portal().url(), Stage.LISTENER,
                        stage.portal().user(Stage.LISTENER).secret())
                        .process(exchange -> stage.hear(
                                exchange.getMessage().getBody(Bitrix24ImEvent.class).getMessage().getText()));
            }
        });
        main.start();
    }

    @Override
    public void close() {
        main.stop();
    }
}
