package io.github.camelbitrix24.im;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Options that say who may talk to a route, wrong ones and right ones. */
class AudienceOptionsTest extends RouteTest {

    private String refusal(String options) {
        Exception why = assertThrows(Exception.class, () -> context.getEndpoint("bitrix24-im:events?" + options));
        return why.getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "senders=boss        | Option senders takes a list, separated by commas, of bot, extranet, guest, staff, system, but names 'boss'",
            "senders=staff;bot   | names 'staff;bot'", "senders=staff,user   | names 'user'",
            "dialogs=Legal desk  | Option dialogs takes a list, separated by commas, such as chat5 for a chat, or a user's id",
            "dialogs=chat5,sg12  | names 'sg12'", "dialogs=chat0        | names 'chat0'",
            "chats=private,chat5 | Option chats takes kinds of chats, such as private or group, but names 'chat5'",
            "chats=5             | Option chats takes a list, separated by commas, such as private, group",
            "senders=RAW(,)      | Option senders is empty", "dialogs=RAW( )       | Option dialogs is empty",
            "chats=RAW(,,)       | Option chats is empty. It takes a list such as private" })
    void aWrongOneIsNamedWithWhatItTakes(String option, String why) {
        assertTrue(refusal(option).contains(why), () -> refusal(option));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "senders= Staff ,BOT,", "dialogs=chat5, 12,CHAT6", "chats=private,openLine,OpenLine,copilot,sonetGroup,new_type",
            "mentionOnly=true" })
    void caseAndBlanksDoNotMatter(String option) {
        assertEquals(Bitrix24ImEndpoint.class, context.getEndpoint("bitrix24-im:events?" + option).getClass());
    }
}
