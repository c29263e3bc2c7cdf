package io.github.camelbitrix24.im.check;

import java.util.List;
import java.util.Map;

import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a check has found is seen in the developer console and in health. */
class CheckInSightTest extends CheckRouteTest {

    private DevConsole console() {
        return (DevConsole) PluginHelper.getDevConsoleResolver(context).resolveDevConsole("bitrix24-im-check");
    }

    private Object healthDetail() {
        return HealthCheckHelper.invoke(context, "consumer:events", Map.of()).orElseThrow().getDetails().get("consumer.check");
    }

    @Test
    void theConsoleChecksEachReaderAtMostOnceAMinute() throws Exception {
        routes(r -> r.from("direct:ask").to("bitrix24-im:send?dialogId=chat5"));
        portal.chat("chat9").members(12);
        DevConsole console = console();
        assertNotNull(console);

        String text = (String) console.call(DevConsole.MediaType.TEXT, Map.of());
        assertTrue(text.startsWith("Check of user 7 at "), text);
        int calls = portal.calls().size();

        JsonObject json = (JsonObject) console.call(DevConsole.MediaType.JSON, Map.of());
        List<?> reports = (List<?>) json.get("reports");
        assertEquals(1, reports.size());
        assertEquals(true, ((Map<?, ?>) reports.get(0)).get("fine"));
        assertEquals(calls, portal.calls().size());

        String ofChat = (String) console.call(DevConsole.MediaType.TEXT, Map.of("dialogId", "chat9"));
        assertTrue(ofChat.contains("no member of chat9"), ofChat);
        calls = portal.calls().size();
        assertEquals(ofChat, console.call(DevConsole.MediaType.TEXT, Map.of("dialogId", "chat9")));
        assertEquals(calls, portal.calls().size());
    }

    @Test
    void ofManyUsersTheConsoleChecksTheFirstOrTheOneThatIsNamed() throws Exception {
        configuration().setCredentials(null);
        for (int user = 20; user < 32; user++) {
            context.getEndpoint("bitrix24-im:send?portalUrl=" + portal.url() + "&userId=" + user + "&secret=RAW("
                                + portal.user(user).secret() + ")");
        }
        JsonObject json = (JsonObject) console().call(DevConsole.MediaType.JSON, Map.of());

        assertEquals(10, ((List<?>) json.get("reports")).size());
        assertEquals(2, json.get("notChecked"));
        String ofOne = (String) console().call(DevConsole.MediaType.TEXT, Map.of("user", "31"));
        assertTrue(ofOne.startsWith("Check of user 31 at ") && ofOne.lastIndexOf("Check of") == 0, ofOne);
    }

    @Test
    void theConsoleTellsOfOptionsThatNoPortalCanBeCalledWith() throws Exception {
        configuration().setCredentials(null);
        routes(r -> r.from("direct:ask").to("bitrix24-im:check"));

        String text = (String) console().call(DevConsole.MediaType.TEXT, Map.of());

        assertTrue(text.contains("NO credentials  No credentials"), text);
    }

    @Test
    void aRouteDecidesByTheReport() throws Exception {
        yaml("""
                - route:
                    from:
                      uri: direct:check
                      steps:
                        - to:
                            uri: bitrix24-im:check
                        - filter:
                            expression:
                              simple:
                                expression: ${body.isFine} == false
                            steps:
                              - setBody:
                                  expression:
                                    simple:
                                      expression: ${body.summary}
                              - to:
                                  uri: mock:wrong
                """);
        MockEndpoint wrong = getMockEndpoint("mock:wrong");
        template.requestBody("direct:check", "");
        wrong.expectedMessageCount(0);
        wrong.assertIsSatisfied();

        reader.scopes("task");
        wrong.reset();
        wrong.expectedMessageCount(1);
        template.requestBody("direct:check", "");
        wrong.assertIsSatisfied();
        String summary = wrong.getReceivedExchanges().get(0).getMessage().getBody(String.class);
        assertTrue(summary.startsWith("scopes: The webhook or application lacks im"), summary);
    }

    @Test
    void healthTellsWhatTheLastCheckFoundWrong() throws Exception {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        start(FAST, this::note);
        assertNull(healthDetail());

        portal.chat("chat9").members(12);
        checkOf("chat9");
        assertTrue(String.valueOf(healthDetail()).startsWith("membership: "), String.valueOf(healthDetail()));

        check();
        assertNull(healthDetail());
    }
}
