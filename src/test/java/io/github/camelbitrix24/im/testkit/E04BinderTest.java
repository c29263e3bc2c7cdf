package io.github.camelbitrix24.im.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class E04BinderTest extends PortalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2000 | 2000", "\"2000\" | 2000", "\" 5 \" | 5", "\"1e3\" | 1000", "12.5 | 12", "\"12.5\" | 12", "-12.7 | -12",
            "9223372036854775807 | 9223372036854775807", "\"9223372036854775807\" | 9223372036854775807" })
    void numbersAreAcceptedAndTruncated(String sent, long bound) throws Exception {
        assertEquals(bound, page("{\"offset\":" + sent + "}").get("nextOffset").longValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "null | -", "\"\" | -", "\"abc\" | abc", "true | 1", "false | -", "[] | Array", "{} | Array", "\"0x1A\" | 0x1A" })
    void whatIsNoNumberIsRefused(String sent, String shown) throws Exception {
        assertError(400, "100", "Invalid value {" + (shown == null ? "" : shown)
                                + "} to match with parameter {offset}. Should be value of type int.",
                call(ilse, GET, "{\"offset\":" + sent + "}"));
    }

    @Test
    void theParameterIsNamed() throws Exception {
        assertError(400, "100", "Invalid value {abc} to match with parameter {limit}. Should be value of type int.",
                call(ilse, GET, "{\"limit\":\"abc\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1e20", "9223372036854775808", "-1e20", "1e400" })
    void whatDoesNotFitIsPhpsOwnError(String number) throws Exception {
        String message = "Bitrix\\Im\\V2\\Controller\\Event::getAction(): Argument #2 ($offset) must be of type int, %s given";
        assertError(400, "0", message.formatted("float"), call(ilse, GET, "{\"offset\":" + number + "}"));
        assertError(400, "0", message.formatted("string"), call(ilse, GET, "{\"offset\":\"" + number + "\"}"));
    }
}
