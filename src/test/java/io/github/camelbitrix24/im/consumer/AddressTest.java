package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which events speak to user 7. */
class AddressTest {

    private static final String GROUP = "'chat':{'id':5,'dialogId':'chat5','type':'chat','messageType':'C'}";
    private static final String PRIVATE = "'chat':{'id':6,'dialogId':'12','type':'private','messageType':'P'}";

    private static Bitrix24ImEvent event(String type, String data) {
        return Bitrix24ImEvent.of(("{'eventId':1,'type':'" + type + "','data':{" + data + "}}").replace('\'', '"'));
    }

    private static boolean speaks(String type, String data) {
        return Address.speaksTo(7L, event(type, data));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[USER=7]Ilse Brandt[/USER] look | true", "look [USER=7 REPLACE]Ilse[/USER]   | true", "[user=7][/user] | true",
            "[USER=12]Marco[/USER] [USER=7]x[/USER] | true", "[USER=07]x[/USER]            | true",
            "[USER=77]x[/USER]               | false", "[USER=all]all[/USER]               | false", "USER=7          | false",
            "[USER=7                         | false", "[USER=7777777777777777777777]x[/USER] | false", "Ilse          | false",
            "''                              | false" })
    void inAGroupAMentionCounts(String text, boolean speaks) {
        String data = "'message':{'authorId':12,'text':'" + text.replace("''", "") + "'}," + GROUP;

        assertEquals(speaks, speaks("ONIMV2MESSAGEADD", data));
        assertEquals(speaks, speaks("ONIMBOTV2MESSAGEUPDATE", data));
        assertEquals(speaks, speaks("NEW", data));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[{'id':8,'authorId':7}] | true", "[{'id':8,'authorId':12}] | false", "[] | false",
            "[{'id':9,'authorId':7}] | false" })
    void inAGroupAReplyToTheOwnMessageCountsWhereItIsKnown(String additional, boolean speaks) {
        assertEquals(speaks, speaks("ONIMV2MESSAGEADD",
                "'message':{'text':'yes','params':{'REPLY_ID':'8'}},'additionalMessages':" + additional + "," + GROUP));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ONIMV2REACTIONCHANGE | 'message':{'authorId':7,'text':'x'}                   | true",
            "ONIMV2REACTIONCHANGE | 'message':{'authorId':12,'text':'[USER=7]x[/USER]'}   | false",
            "ONIMV2JOINCHAT       | 'user':{'id':7}                                       | true",
            "ONIMV2JOINCHAT       | 'user':{'id':13}                                      | false",
            "ONIMV2MESSAGEDELETE  | 'messageId':8,'user':{'id':12}                        | false",
            "ONIMBOTV2COMMANDADD  | 'message':{'authorId':118,'text':'x'}                 | true",
            "ONIMBOTV2CONTEXTGET  | 'context':{}                                          | true",
            "NEW                  | 'x':1                                                 | false" })
    void otherEventsOfAGroupDoSoInTheirOwnWay(String type, String data, boolean speaks) {
        assertEquals(speaks, speaks(type, data + "," + GROUP));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ONIMV2MESSAGEADD", "ONIMV2MESSAGEDELETE", "ONIMV2REACTIONCHANGE", "NEW" })
    void inAPrivateChatEverythingDoes(String type) {
        assertTrue(speaks(type, "'message':{'authorId':12,'text':'hello'}," + PRIVATE));
        assertTrue(Address.speaksTo(null, event(type, PRIVATE)));
    }

    @Test
    void toNobodyNothingSpeaksInAGroup() {
        String data = "'message':{'text':'[USER=7]x[/USER]'}," + GROUP;

        assertFalse(Address.speaksTo(null, event("ONIMV2MESSAGEADD", data)));
        assertFalse(Address.speaksTo(null, event("ONIMV2JOINCHAT", "'user':[]," + GROUP)));
    }
}
