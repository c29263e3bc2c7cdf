package io.github.camelbitrix24.im.telemetry;

import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.telemetrydev.TelemetryDevTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What traces tell of events and calls, and that they tell no secret. */
class TelemetryTest extends RouteTest {

    private final LogWatch log = LogWatch.ofRunningRoutes();

    @BeforeEach
    void trace() {
        TelemetryDevTracer tracer = new TelemetryDevTracer();
        tracer.setTraceFormat("json");
        tracer.init(context);
    }

    @AfterEach
    void stopWatching() {
        log.close();
    }

    @Test
    void anEventAndItsAnswerAreOneTrace() throws Exception {
        routes(r -> r.from("bitrix24-im:events?includeOwn=false&" + FAST).setBody(r.constant("pong")).to("bitrix24-im:send"));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "ping");
        await("a trace", () -> !traces().isEmpty());

        String trace = traces().get(0);
        for (String expected : List.of("camel-bitrix24-im", "\"events\"", "\"send\"", portal.url(),
                "\"bitrix24.event.type\":\"ONIMV2MESSAGEADD\"", "\"bitrix24.dialog.id\":\"chat5\"",
                "\"messaging.message.id\":\"" + portal.recorded(7).get(0) + "\"")) {
            assertTrue(trace.contains(expected), expected + " is not in " + trace);
        }
        assertFalse(trace.contains(reader.secret()), trace);
    }

    @Test
    void aFailedCallTellsMethodAndCode() throws Exception {
        portal.fail("im.chat.get", Fault.error("ACCESS_DENIED", "No access", 403));
        routes(r -> {
            r.onException(Bitrix24ImException.class).handled(true);
            r.from("direct:in").setHeader(Bitrix24ImConstants.METHOD, r.constant("im.chat.get")).to("bitrix24-im:call");
        });
        template.sendBody("direct:in", null);
        await("a trace", () -> !traces().isEmpty());

        String trace = traces().get(0);
        assertTrue(trace.contains("\"bitrix24.method\":\"im.chat.get\""), trace);
        assertTrue(trace.contains("\"bitrix24.error.code\":\"ACCESS_DENIED\""), trace);
    }

    private List<String> traces() {
        return log.linesWith("LOG_TRACE").stream().filter(line -> line.contains("bitrix24")).toList();
    }
}
