package io.github.camelbitrix24.im.exchange;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.ProducerTest;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Texts that were cut in the middle of an emoji. The portal ignores the whole body of a call that holds one. */
class HalfSurrogatesTest extends ProducerTest {

    private static final String FIRST_HALF = "\ud83d";
    private static final String SECOND_HALF = "\ude00";
    private static final String CALL = "bitrix24-im:call?method=profile";

    @Test
    void aTextThatIsSentIsMended() {
        result("bitrix24-im:send?dialogId=chat5", "cut " + FIRST_HALF, Map.of());
        result("bitrix24-im:send?dialogId=chat5", SECOND_HALF + FIRST_HALF + " \ud83d\ude00", Map.of());

        assertEquals(List.of("cut \ufffd", "\ufffd\ufffd \ud83d\ude00"),
                portal.sent().stream().map(sent -> sent.text()).toList());
    }

    @Test
    void soAreNamesAndValuesOfParametersHoweverDeep() {
        result(CALL, Map.of("a" + FIRST_HALF, List.of(Map.of(SECOND_HALF, "x" + FIRST_HALF + "y"))), Map.of());

        assertEquals("{\"a\ufffd\":[{\"\ufffd\":\"x\ufffdy\"}]}", onlyCall().body());
    }

    @Test
    void soIsWhatAJsonTextEscapes() {
        result(CALL, "{\"\\ud83d\":\"\\ude00 \\ud83d\\ude00\"}", Map.of());

        RecordedCall call = onlyCall();
        assertEquals("\ufffd \ud83d\ude00", call.param("\ufffd"));
    }

    @Test
    void soAreBeansAndCharacters() {
        result(CALL, new Bean(FIRST_HALF.charAt(0), new char[] { 'x', SECOND_HALF.charAt(0) }), Map.of());

        assertEquals("{\"one\":\"\ufffd\",\"many\":\"x\ufffd\"}", onlyCall().body());
    }

    record Bean(char one, char[] many) {
    }
}
