package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Faults for the next calls, the clock, and the way back from all that. */
class C05ResetTest extends ControlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'html' | 502", "'html','status':503 | 503", "'login' | 200", "'empty','status':'500' | 500", "'garbage' | 200",
            "'error','error':'ACCESS_DENIED','description':'No','status':403 | 403", "'error','error':'expired_token' | 401",
            "'slow','delay':'0.01s' | 200", "'none' | 200" })
    void theNextCallsFail(String fault, int status) throws Exception {
        done("fault", "{'fault':" + fault + ",'method':'profile','times':2}");
        String good = call(ilse, "scope", "{}").body();
        assertTrue(good.contains("\"im\""), good);
        assertEquals(status, call(ilse, "profile", "{}").statusCode());
        assertEquals(status, call(ilse, "profile", "{}").statusCode());
        assertEquals(200, call(ilse, "profile", "{}").statusCode());
    }

    @ParameterizedTest
    @CsvSource({ "dropped", "dropped-after-acting", "reset", "cut" })
    void theNextAnswerDoesNotArrive(String fault) throws Exception {
        done("fault", "{'fault':'" + fault + "'}");
        assertThrows(IOException.class, () -> call(ilse, "im.message.add", "{\"DIALOG_ID\":\"12\",\"MESSAGE\":\"x\"}"));
    }

    @Test
    void aFaultMayBeForOneUserAndAnUnknownOneIsNamed() throws Exception {
        done("fault", "{'fault':'html','user':12}");
        assertEquals(200, call(ilse, "profile", "{}").statusCode());
        assertEquals(502, call(marco, "profile", "{}").statusCode());
        String error = json(act("fault", "{'fault':'fire'}").body()).get("error").textValue();
        assertTrue(error.startsWith("\"fault\" is one of [html, login, ") && error.endsWith("not fire"), error);
        assertRefused(400, "The error table does not know NO_SUCH", act("fault", "{'fault':'error','error':'NO_SUCH'}"));
    }

    @Test
    void theClockIsStoppedMovedAndRun() throws Exception {
        assertTrue(done("clock", "{'run':false}").get("frozen").booleanValue());
        Instant stopped = portal.clock().now();
        assertEquals(stopped.plus(Duration.ofHours(25)).toString(), done("clock", "{'advance':'25h'}").get("now").textValue());
        assertEquals(stopped.plus(Duration.ofHours(26)).toString(), done("clock", "{'advance':'PT1H'}").get("now").textValue());
        assertEquals("false", done("clock", "{'run':true}").get("frozen").toString());
        assertEquals("false", look("clock").get("frozen").toString());
    }

    @Test
    void resetPutsThePortalInOrderAndKeepsWhatWasSaid() throws Exception {
        ilse.subscribed();
        marco.says("7", "hello");
        call(ilse, "im.message.add", "{\"DIALOG_ID\":\"12\",\"MESSAGE\":\"pong\"}");
        done("happen", "{'what':'withdrawn-webhook'}");
        done("fault", "{'fault':'html','times':50}");
        done("clock", "{'advance':'23h'}");
        done("reset", "{}");

        assertEquals(List.of(), portal.pending(7));
        assertEquals(List.of(), portal.sent());
        assertEquals(List.of(), portal.calls());
        assertTrue(Duration.between(Instant.now(), portal.clock().now()).abs().compareTo(Duration.ofHours(1)) < 0);
        assertEquals(200, call(ilse, GET, "{}").statusCode());
        assertTrue(portal.subscribed(7));
        assertEquals(List.of("hello", "pong"), texts(look("messages?as=7&dialog=12"), "text"));
    }
}
