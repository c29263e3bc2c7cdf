package io.github.camelbitrix24.im.docs.example;

import java.time.Duration;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RouteInContextTest extends CamelTestSupport {

    @RegisterExtension
    @Order(0)
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        PortalEmulator portal = emulator.portal();
        Bitrix24ImComponent component = context.getComponent("bitrix24-im", Bitrix24ImComponent.class);
        component.getConfiguration().setCredentials(new WebhookCredentials(portal.user(7).webhook()));
        component.getConfiguration().setRequestsPerSecond(0);
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("bitrix24-im:events?initialDelay=0&delay=100&busyDelay=100&settleTime=0")
                        .setBody(simple("${body.user.name}: ${body.message.text}")).to("mock:chat");
            }
        };
    }

    @Test
    void whatIsSaidArrives() throws Exception {
        PortalEmulator portal = emulator.portal();
        portal.await(p -> p.subscribed(7), Duration.ofSeconds(10));
        MockEndpoint chat = getMockEndpoint("mock:chat");
        chat.expectedBodiesReceived("Marco Silva: hello");

        portal.user(12).named("Marco Silva").says("7", "hello");

        chat.assertIsSatisfied();
        portal.await(p -> p.pending(7).isEmpty(), Duration.ofSeconds(10));
    }
}
