package io.github.camelbitrix24.im.testkit;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class E08KeyboardTest extends PortalTest {

    private static final String ADD = "im.message.add";
    private static final String LINK = "{\"TEXT\":\" Open \",\"LINK\":\"https://a.example/?x=1&y=2\"}";

    @BeforeEach
    void open() {
        ilse.subscribed();
        portal.chat("chat5").members(7, 12);
    }

    private JsonNode params(String fields) throws Exception {
        result(ilse, ADD, "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"x\"," + fields + "}");
        return data(0).at("/message/params");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"BUTTONS\":[" + LINK + "]}", "[" + LINK + "]", "{\"BUTTONS\":{\"a\":" + LINK + "}}" })
    void aKeyboardIsAListOfButtonsWithEveryKey(String keyboard) throws Exception {
        assertEquals(json("""
                [{"BOT_ID":0,"TYPE":"BUTTON","LINK":"https://a.example/?x=1&amp;y=2","TEXT":"Open","VOTE":"N","BLOCK":"N",
                "WAIT":"N","CONTEXT":"ALL","DISABLED":"N","DISPLAY":"BLOCK","BG_COLOR_TOKEN":"base"}]"""),
                params("\"KEYBOARD\":" + keyboard).get("KEYBOARD"));
    }

    @Test
    void aKeyboardMayBeATextOfJson() throws Exception {
        assertEquals("Open", params("\"KEYBOARD\":" + WireJson.text("{\"BUTTONS\":[" + LINK + "]}"))
                .at("/KEYBOARD/0/TEXT").textValue());
    }

    @Test
    void whatIsSetStaysAndNonsenseGoes() throws Exception {
        JsonNode keyboard
                = params("\"BOT_ID\":51,\"KEYBOARD\":[{\"TEXT\":\"Yes\",\"COMMAND\":\"/vote\",\"COMMAND_PARAMS\":\"yes\","
                         + "\"BLOCK\":\"Y\",\"DISPLAY\":\"LINE\",\"WIDTH\":\"120\",\"BG_COLOR\":\"#29619b\",\"TEXT_COLOR\":\"red\","
                         + "\"CONTEXT\":\"WATCH\",\"BG_COLOR_TOKEN\":\"primary\",\"X\":1},{\"TYPE\":\"NEWLINE\",\"TEXT\":\"x\"}]")
                        .get("KEYBOARD");
        assertEquals(json("""
                [{"BOT_ID":51,"TYPE":"BUTTON","COMMAND":"vote","COMMAND_PARAMS":"yes","TEXT":"Yes","VOTE":"N","BLOCK":"Y",
                "WAIT":"N","CONTEXT":"ALL","DISABLED":"N","DISPLAY":"LINE","WIDTH":120,"BG_COLOR":"#29619b",
                "BG_COLOR_TOKEN":"primary"},{"TYPE":"NEWLINE"}]"""), keyboard);
    }

    @Test
    void buttonsThatDoNothingAreDropped() throws Exception {
        JsonNode keyboard = params("\"KEYBOARD\":[{\"TEXT\":\"idle\"},{\"TEXT\":\"no bot\",\"COMMAND\":\"vote\"},"
                                   + "{\"TEXT\":\"script\",\"LINK\":\"javascript:x\"},{\"LINK\":\"/x\"},{\"TEXT\":\"f\",\"FUNCTION\":\"x()\"},"
                                   + "7,{\"TEXT\":\"Copy\",\"ACTION\":\"COPY\",\"ACTION_VALUE\":\"x\"},{\"TEXT\":\"y\",\"ACTION\":\"EAT\",\"ACTION_VALUE\":\"x\"}]")
                .get("KEYBOARD");
        assertEquals(1, keyboard.size());
        assertEquals("COPY", keyboard.at("/0/ACTION").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "KEYBOARD", "MENU", "ATTACH" })
    void aPartOfWhichNothingIsLeftIsRefused(String name) throws Exception {
        for (String part : new String[] { "\"N\"", "\"{\"", "7", "[7]", "[{\"X\":1}]", "{\"a\":{\"TEXT\":\"x\"}}" }) {
            assertError(400, name + "_ERROR", "Incorrect " + name.toLowerCase(Locale.ROOT) + " params",
                    call(ilse, ADD, "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"x\",\"" + name + "\":" + part + "}"));
        }
    }

    @Test
    void aMenuIsAListOfItems() throws Exception {
        assertEquals(json("""
                [{"BOT_ID":0,"LINK":"/x?a=1&amp;b=2","TEXT":"a &lt; b","CONTEXT":"DESKTOP","DISABLED":"N"}]"""),
                params("\"MENU\":{\"ITEMS\":[{\"TEXT\":\"a < b\",\"LINK\":\"/x?a=1&b=2\",\"CONTEXT\":\"DESKTOP\"},{\"TEXT\":\"x\"}]}")
                        .get("MENU"));
    }

    @Test
    void anAttachmentIsAListOfOne() throws Exception {
        JsonNode attach = params("\"ATTACH\":[{\"MESSAGE\":\" Sum \"},{\"UNKNOWN\":1},{\"DELIMITER\":{}},"
                                 + "{\"GRID\":[{\"NAME\":\"a\",\"VALUE\":\"b\"},{}]},{\"LINK\":{\"NAME\":\"x\",\"LINK\":\"ftp://x\"}},"
                                 + "{\"LINK\":{\"NAME\":\"Open\",\"LINK\":\"https://a.example/?x=1&y=2\"}},"
                                 + "{\"IMAGE\":{\"LINK\":\"/i.png\"}}]")
                .get("ATTACH");
        assertEquals(1, attach.size());
        assertEquals(json("""
                [{"MESSAGE":"Sum"},{"DELIMITER":{"SIZE":200}},{"GRID":[{"DISPLAY":"BLOCK","NAME":"a","VALUE":"b"}]},
                {"LINK":{"NAME":"Open","LINK":"https://a.example/?x=1&y=2"}},{"IMAGE":[{"LINK":"/i.png"}]}]"""),
                attach.at("/0/BLOCKS"));
        assertEquals("base", attach.at("/0/COLOR_TOKEN").textValue());
    }

    @Test
    void theFullFormOfAnAttachmentKeepsItsFrame() throws Exception {
        JsonNode attach
                = params("\"ATTACH\":{\"ID\":5,\"COLOR_TOKEN\":\"primary\",\"COLOR\":\"#29619b\",\"DESCRIPTION\":\"Order\","
                         + "\"BLOCKS\":[{\"MESSAGE\":\"x\"}]}")
                        .at("/ATTACH/0");
        assertEquals("primary", attach.get("COLOR_TOKEN").textValue());
        assertEquals("#29619b", attach.get("COLOR").textValue());
        assertEquals("Order", attach.get("DESCRIPTION").textValue());
        assertEquals(1, attach.get("BLOCKS").size());
    }

    @Test
    void aPartThatIsTooLargeIsRefused() throws Exception {
        String large = "\"" + "x".repeat(60_000) + "\"";
        assertError(400, "ATTACH_OVERSIZE", "You have exceeded the maximum allowable size of attach", call(ilse, ADD,
                "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"x\",\"ATTACH\":[{\"MESSAGE\":" + large + "}]}"));
    }

    @Test
    void anUpdateChangesAndTakesAwayParts() throws Exception {
        long id = result(ilse, ADD, "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"x\",\"KEYBOARD\":[" + LINK
                                    + "],\"ATTACH\":[{\"MESSAGE\":\"x\"}]}")
                .longValue();
        String update = "{\"MESSAGE_ID\":" + id + ",\"KEYBOARD\":\"N\",\"ATTACH\":[]}";
        assertEquals(true, result(ilse, "im.message.update", update).booleanValue());
        marco.reacts(id, "like");
        JsonNode params = data(1).at("/message/params");
        assertEquals("N", params.get("KEYBOARD").textValue());
        assertFalse(params.has("ATTACH"));
        assertEquals("x", data(1).at("/message/text").textValue());
    }
}
