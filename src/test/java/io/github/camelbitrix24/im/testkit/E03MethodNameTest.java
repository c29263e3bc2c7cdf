package io.github.camelbitrix24.im.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class E03MethodNameTest extends PortalTest {

    @ParameterizedTest
    @ValueSource(strings = { "im.v2.Event.get", "im.V2.Event.get", "im.v2.Event.GET", "PROFILE", "Server.Time" })
    void isFoundInTheseCases(String method) throws Exception {
        assertEquals(200, call(ilse, method, "{}").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "im.v2.event.get", "IM.v2.Event.get", "im.v2.EVENT.get", "im.Event.get", "im.v2.Event", "nothing", "" })
    void isNotFoundInThese(String method) throws Exception {
        assertError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!", call(ilse, method, "{}"));
    }

    @Test
    void anUnknownActionOfAKnownClassIsAnotherError() throws Exception {
        assertError(400, "22002", "Could not find description of foo in Bitrix\\Im\\V2\\Controller\\Event",
                call(ilse, "im.v2.Event.foo", "{}"));
    }
}
