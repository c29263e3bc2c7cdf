package io.github.camelbitrix24.im.kamelets;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.canary.CanaryExtension;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

@Tag(CanaryExtension.SECRETS_IN_URIS)
class ActionKameletTest extends KameletTest {

    private static final String METHOD = Bitrix24ImConstants.METHOD;

    @Test
    void callsTheMethodWithTheBodyAndAnswersWithTheResult() {
        long message = portal.user(12).says("chat5", "hello");
        configureComponent();
        start(r -> r.from("direct:in").to("kamelet:bitrix24-im-action?method=im.dialog.messages.get")
                .transform(r.simple("${body[messages][0][id]}")));

        assertEquals(message, ((Number) request("direct:in", "{\"DIALOG_ID\": \"chat5\"}", "unrelated", "header")).longValue());
    }

    @Test
    void theHeaderTakesPrecedenceAndTheBodyMayBeAMapOrNothing() {
        camel.start();
        String action = "kamelet:bitrix24-im-action?method=no.such.method&" + credentials();

        Object profile = request(action, null, METHOD, "profile");
        request(action, Map.of("DIALOG_ID", "chat5", "MESSAGE", "hello"), METHOD, "im.message.add");

        assertEquals("7", ((Map<?, ?>) profile).get("ID").toString());
        assertEquals(List.of("hello"), portal.sent().stream().map(sent -> sent.text()).toList());
    }

    @Test
    void doesAnotherOperationWhereTheRouteSaysSo() {
        long message = portal.user(12).says("chat5", "hello");
        configureComponent();
        camel.start();
        request("kamelet:bitrix24-im-action?operation=react&reaction=fire", null, Bitrix24ImConstants.MESSAGE_ID,
                String.valueOf(message));
        Object history = request("kamelet:bitrix24-im-action?operation=history&dialogId=chat5&limit=1", null, "unrelated",
                "header");

        assertEquals(Map.of(7L, "fire"), portal.message(message).reactions());
        assertEquals(1, ((List<?>) history).size());
    }

    @Test
    void sendsAFile() {
        portal.user(7).scopes("im", "disk");
        configureComponent();
        camel.start();
        Object id = request("kamelet:bitrix24-im-action?operation=upload&dialogId=chat5&caption=the plan", "x", "CamelFileName",
                "plan.txt");

        assertEquals("the plan", portal.message((Long) id).text());
        assertEquals("plan.txt", portal.disk().files().get(0).name());
    }

    @Test
    void aCallThatThePortalRefusesFailsTheRoute() {
        configureComponent();
        camel.start();

        Exception failure = assertThrows(CamelExecutionException.class,
                () -> request("kamelet:bitrix24-im-action", null, METHOD, "no.such.method"));

        assertInstanceOf(Bitrix24ImException.class, failure.getCause());
    }
}
