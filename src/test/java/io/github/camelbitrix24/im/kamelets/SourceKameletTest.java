package io.github.camelbitrix24.im.kamelets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.canary.CanaryExtension;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

@Tag(CanaryExtension.SECRETS_IN_URIS)
class SourceKameletTest extends KameletTest {

    private static final String HEADER = "${header." + Bitrix24ImConstants.PORTAL + "}";

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    private LambdaRouteBuilder from(String kamelet) {
        return r -> r.from(kamelet).transform(r.simple("${body.message.text}"))
                .process(exchange -> texts.add(exchange.getMessage().getBody(String.class)));
    }

    @Test
    void worksWithoutPropertiesOnceTheComponentIsConfigured() {
        configureComponent();
        start(from("kamelet:bitrix24-im-source"));
        awaitSubscribed();

        portal.user(12).says("chat5", "hello");

        awaitAllAcknowledged();
        assertEquals(List.of("hello"), texts);
    }

    @Test
    void propertiesChooseThePortalAndTheEvents() {
        start(from("kamelet:bitrix24-im-source?includeOwn=false&eventTypes=ONIMV2MESSAGEADD&limit=5&" + credentials()));
        awaitSubscribed();

        reader.says("chat5", "mine");
        portal.user(12).reacts(portal.user(12).says("chat5", "theirs"), "like");

        awaitAllAcknowledged();
        assertEquals(List.of("theirs"), texts);
        assertEquals("5", portal.calls("im.v2.Event.get").get(0).param("limit").toString());
    }

    @Test
    void severalPortalsSideBySide() {
        configureComponent();
        try (PortalEmulator other = PortalEmulator.start()) {
            other.chat("chat8").members(9, 12);
            Map<String, String> portals = new ConcurrentHashMap<>();
            start(r -> {
                for (String kamelet : List.of("kamelet:bitrix24-im-source",
                        "kamelet:bitrix24-im-source/other?" + credentials(other, other.user(9)))) {
                    r.from(kamelet).process(exchange -> portals.put(
                            r.simple("${body.message.text}").evaluate(exchange, String.class),
                            r.simple(HEADER).evaluate(exchange, String.class)));
                }
            });
            awaitSubscribed();
            other.await(p -> p.subscribed(9), SOON);

            portal.user(12).says("chat5", "here");
            other.user(12).says("chat8", "there");

            awaitAllAcknowledged();
            other.await(p -> !p.recorded(9).isEmpty() && p.pending(9).isEmpty(), SOON);
            assertEquals(Map.of("here", host(portal), "there", host(other)), portals);
        }
    }

    @Test
    void anEventThatFailsInTheOuterRouteIsNotAcknowledgedAndComesAgain() {
        configureComponent();
        List<Integer> pendingAtFailure = new CopyOnWriteArrayList<>();
        start(r -> r.from("kamelet:bitrix24-im-source").process(exchange -> {
            if (attempts.incrementAndGet() < 3) {
                pendingAtFailure.add(portal.pending(7).size());
                throw new IllegalStateException("on purpose");
            }
            texts.add(exchange.getMessage().getHeader(Bitrix24ImConstants.ATTEMPT, String.class));
        }));
        awaitSubscribed();

        portal.user(12).says("chat5", "hello");

        awaitAllAcknowledged();
        assertEquals(List.of("3"), texts);
        assertEquals(List.of(1, 1), pendingAtFailure);
    }

    @Test
    void theOuterRoutesErrorHandlerMayHandleTheFailure() {
        configureComponent();
        start(r -> {
            r.errorHandler(r.deadLetterChannel("direct:dead"));
            r.from("kamelet:bitrix24-im-source").process(exchange -> {
                attempts.incrementAndGet();
                throw new IllegalStateException("on purpose");
            });
            r.from("direct:dead").process(exchange -> texts.add("dead"));
        });
        awaitSubscribed();

        portal.user(12).says("chat5", "hello");

        awaitAllAcknowledged();
        assertEquals(List.of("dead"), texts);
        assertEquals(1, attempts.get());
    }

    private void awaitSubscribed() {
        portal.await(p -> p.subscribed(7), SOON);
    }

    private static String host(PortalEmulator portal) {
        return portal.url().replaceFirst("^http://", "");
    }
}
