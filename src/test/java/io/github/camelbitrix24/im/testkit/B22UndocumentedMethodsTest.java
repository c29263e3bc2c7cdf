package io.github.camelbitrix24.im.testkit;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B22UndocumentedMethodsTest extends PortalTest {

    private static final String SEND = "{\"dialogId\":\"chat5\",\"fields\":{\"message\":\"x\"}}";

    @BeforeEach
    void open() {
        portal.chat("chat5").members(7, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "im.v2.Chat.Message.send", "im.v2.Chat.Message.update", "im.v2.Chat.Message.delete", "im.v2.Chat.Message.tail",
            "im.v2.Chat.Message.Reaction.add", "im.v2.Chat.Message.Reaction.delete", "im.v2.Chat.InputAction.notify" })
    void aPortalMayLackThem(String method) throws Exception {
        portal.behave(Behaviour.UndocumentedMethods.MISSING);
        assertError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!", call(ilse, method, "{}"));
        assertEquals(200, call(ilse, GET, "{}").statusCode());
        portal.behave(Behaviour.UndocumentedMethods.WITHOUT_ACTIONS);
        HttpResponse<String> response = call(ilse, method, "{}");
        assertEquals(400, response.statusCode());
        assertEquals("22002", json(response.body()).get("error").textValue());
        assertEquals("{\"isExisting\":true,\"isAvailable\":true}",
                result(ilse, "method.get", "{\"name\":\"" + method + "\"}").toString());
        portal.behave(Behaviour.UndocumentedMethods.PRESENT);
        assertEquals("100", json(call(ilse, method, "{}").body()).get("error").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "im.v2.Chat.Message.send", "im.V2.Chat.Message.SEND" })
    void isFoundInTheseCases(String method) throws Exception {
        assertEquals(200, call(ilse, method, SEND).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "im.v2.chat.message.send", "im.v2.Chat.message.send", "IM.v2.Chat.Message.send" })
    void isNotFoundInThese(String method) throws Exception {
        assertError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!", call(ilse, method, SEND));
    }

    @Test
    void theyNeedTheScopeOfTheirModule() throws Exception {
        ilse.scopes("imbot", "user");
        assertError(401, "insufficient_scope", "The request requires higher privileges than provided by the webhook token",
                call(ilse, "im.v2.Chat.Message.send", SEND));
    }

    @Test
    void anActionThatIsNoneIsAnotherError() throws Exception {
        assertError(400, "22002", "Could not find description of shout in Bitrix\\Im\\V2\\Controller\\Chat\\Message",
                call(ilse, "im.v2.Chat.Message.shout", "{}"));
    }
}
