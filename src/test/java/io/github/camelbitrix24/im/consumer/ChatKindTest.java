package io.github.camelbitrix24.im.consumer;

import java.util.Set;
import java.util.TreeSet;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the option {@code chats} calls a chat. */
class ChatKindTest {

    private static Set<String> names(String type, String data) {
        return ChatKind.namesOf(
                Bitrix24ImEvent.of(("{'eventId':1,'type':'" + type + "','data':" + data + "}").replace('\'', '"')));
    }

    private static Set<String> setOf(String names) {
        return names == null ? Set.of() : new TreeSet<>(Set.of(names.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'type':'private','messageType':'P'         | private", "'messageType':'P'             | private",
            "'type':'PRIVATE'                           | private", "'type':'chat','messageType':'C' | chat group",
            "'type':'open','messageType':'O'            | open group", "'type':'general'           | general group",
            "'type':'sonetGroup','messageType':'C'      | sonetgroup group", "'type':'collab','messageType':'B' | collab group",
            "'type':'channel','messageType':'N'         | channel",
            "'type':'openChannel','messageType':'J' | openchannel channel",
            "'type':'generalChannel'                    | generalchannel channel",
            "'type':'comment','messageType':'T' | comment",
            "'type':'thread'                            | thread comment", "'type':'lines','messageType':'L' | lines openline",
            "'type':'chat','messageType':'C','entityType':'LINES' | chat openline", "'type':'livechat' | livechat openline",
            "'type':'copilot','messageType':'A'         | copilot", "'type':'newKind','messageType':'Z'  | newkind",
            "'messageType':'Z'                          | " })
    void isItsKindAndThePortalsTypeOfIt(String chat, String names) {
        assertEquals(setOf(names), names("ONIMV2MESSAGEADD", "{'chat':{'id':5,'dialogId':'chat5'," + chat + "}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ONIMV2MESSAGEADD    | {'chat':{'id':5,'dialogId':'chat5'}}            | ",
            "ONIMV2MESSAGEADD    | {'chat':{'id':5}}                               | ",
            "ONIMV2MESSAGEADD    | {'chat':[]}                                     | ",
            "ONIMV2MESSAGEADD    | {'chat':{'id':88,'dialogId':'51'}}              | private",
            "ONIMBOTV2CONTEXTGET | {'dialogId':'12','chat':{'id':77}}              | private",
            "ONIMBOTV2COMMANDADD | {'message':{'id':1,'chatId':77},'chat':[]}      | private",
            "ONIMBOTV2COMMANDADD | {'message':{'id':1},'chat':{'id':61,'dialogId':'chat61'}} | ",
            "ONIMV2MESSAGEADD    | []                                              | " })
    void ofWhatIsLeftOfAChatOnlyAPrivateOneIsKnown(String type, String data, String names) {
        assertEquals(setOf(names), names(type, data));
    }
}
