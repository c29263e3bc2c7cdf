package io.github.camelbitrix24.im.operation;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeyboardTest extends ConversationTest {

    private static final String SEND = "bitrix24-im:send?dialogId=chat5";

    private List<Object> keyboard(Object header) {
        result(SEND, "choose", Map.of(Bitrix24ImConstants.KEYBOARD, header));
        return portal.sent().get(portal.sent().size() - 1).keyboard();
    }

    private static Map<?, ?> button(List<Object> keyboard, int index) {
        return (Map<?, ?>) keyboard.get(index);
    }

    public record Button(String TEXT, String LINK) {
    }

    @Test
    void aListAMapAndJsonAreTaken() {
        Map<String, Object> open = Map.of("TEXT", "Open", "LINK", "/online/");
        for (Object header : List.of(List.of(open), new Object[] { open }, Map.of("BUTTONS", List.of(open)),
                List.of(new Button("Open", "/online/")), "[{\"TEXT\":\"Open\",\"LINK\":\"/online/\"}]",
                "{\"BUTTONS\":[{\"TEXT\":\"Open\",\"LINK\":\"/online/\"}]}")) {
            assertEquals("Open", button(keyboard(header), 0).get("TEXT"));
        }
    }

    @Test
    void everyKindOfButtonIsThere() {
        List<Object> all = keyboard("[{\"TEXT\":\"a\",\"LINK\":\"http://x\"},{\"TYPE\":\"NEWLINE\"},"
                                    + "{\"TEXT\":\"b\",\"ACTION\":\"PUT\",\"ACTION_VALUE\":\"/x\"},{\"TEXT\":\"c\",\"APP_ID\":\"4\"}]");
        assertEquals(4, all.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void theButtonsOfABotAreItsOwn(boolean reply) {
        long asked = portal.user(12).says("chat5", "help");
        Map<String, Object> keyboard = Map.of("BOT_ID", 118, "BUTTONS", List.of(Map.of("TEXT", "Yes", "COMMAND", "ok")));
        result(SEND + "&reply=" + reply, "choose", Map.of(Bitrix24ImConstants.KEYBOARD, keyboard, MESSAGE, asked));

        assertEquals("ok", button(portal.sent().get(0).keyboard(), 0).get("COMMAND"));
        long id = portal.sent().get(0).id();
        result("bitrix24-im:edit", "sure?", Map.of(Bitrix24ImConstants.KEYBOARD, keyboard, SENT, id));
        assertEquals("ok", button(message(id).keyboard(), 0).get("COMMAND"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "N" })
    void noneIsNone(String none) {
        assertEquals(List.of(), keyboard(none));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[{\"LINK\":\"https://x\"}] | number 1: it has no TEXT",
            "[{\"TEXT\":3,\"LINK\":\"/x\"}] | number 1: it has no TEXT",
            "[{\"text\":\"a\",\"link\":\"https://x\"}] | keys are in capitals",
            "[{\"TEXT\":\"a\",\"LINK\":\"/x\"},{\"TEXT\":\"b\"}] | number 2: it does nothing",
            "[{\"TEXT\":\"a\",\"LINK\":\"javascript:x\"}] | its LINK begins neither",
            "[{\"TEXT\":\"a\",\"LINK\":\"acme.example\"}] | its LINK begins neither",
            "[{\"TEXT\":\"a\",\"COMMAND\":\"ok\"}] | a COMMAND belongs to a bot",
            "[{\"TEXT\":\"a\",\"ACTION\":\"JUMP\",\"ACTION_VALUE\":\"x\"}] | its ACTION is none of",
            "[{\"TEXT\":\"a\",\"ACTION\":\"SEND\"}] | no ACTION_VALUE",
            "[{\"TEXT\":\"a\",\"LINK\":\"/x\",\"FUNCTION\":\"f\"}] | FUNCTION",
            "[\"a\"] | it is no map", "{\"TEXT\":\"a\",\"LINK\":\"/x\"} | a map without the list BUTTONS",
            "yes | is a text that is not JSON", "[] [] | is a text that is not JSON", "5 | is neither a list nor a map" })
    void aButtonThatThePortalWouldLeaveOutIsRefused(String keyboard, String reason) {
        String why = whyNothingIsSent(SEND, "choose", Map.of(Bitrix24ImConstants.KEYBOARD, keyboard));

        assertTrue(why.contains(reason), why);
        assertTrue(why.contains("CamelBitrix24ImKeyboard") && why.contains(Keyboard.EXAMPLE), why);
    }

    @Test
    void oneThatIsTooLargeIsRefused() {
        Object many = Collections.nCopies(2_000, Map.of("TEXT", "one more", "LINK", "https://acme.example/"));
        String why = whyNothingIsSent(SEND, "choose", Map.of(Bitrix24ImConstants.KEYBOARD, many));

        assertTrue(why.contains("60000"), why);
    }

    @Test
    void whatCannotBeWrittenIsRefusedByName() {
        String why = whyNothingIsSent(SEND, "choose",
                Map.of(Bitrix24ImConstants.KEYBOARD, List.of(Collections.singletonMap(null, "a"))));
        assertTrue(why.contains("CamelBitrix24ImKeyboard"), why);

        why = whyNothingIsSent(SEND, "choose", Map.of(Bitrix24ImConstants.ATTACH, "Order 17"));
        assertTrue(why.contains("CamelBitrix24ImAttach") && why.contains("Order 17\"}"), why);
    }
}
