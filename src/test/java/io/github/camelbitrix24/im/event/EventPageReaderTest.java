package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Pages as portals write them, as they may write them, and as they must not. */
class EventPageReaderTest {

    private static List<Long> ids(String result) throws IOException {
        return Pages.read(result).events().stream().map(Bitrix24ImEvent::getId).toList();
    }

    @Test
    void anEmptyPageHasNoEvents() throws IOException {
        EventPage page = Pages.read("{\"events\":[],\"nextOffset\":0,\"hasMore\":false}");

        assertEquals(List.of(), page.events());
        assertEquals(false, page.hasMore());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'events':[],'nextOffset':null,'hasMore':false}                | false",
            "{'hasMore':true,'events':[]}                                   | true",
            "{'events':[],'lastEventId':7,'hasMore':true}                   | true",
            "{'events':[]}                                                  | false",
            "{'events':[],'hasMore':'true'}                                 | true",
            "{'events':[],'hasMore':1}                                      | true",
            "{'events':[],'hasMore':0}                                      | false",
            "{'events':[],'hasMore':null}                                   | false",
            "{'more':{'events':[1]},'events':[],'x':[[{}]],'hasMore':true}  | true" })
    void whatStandsBesideTheEventsMayDiffer(String result, boolean hasMore) throws IOException {
        EventPage page = Pages.read(result.replace('\'', '"'));

        assertEquals(List.of(), page.events());
        assertEquals(hasMore, page.hasMore());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "[]", "true", "null", "\"text\"", "{}", "{\"events\":null}", "{\"events\":\"\"}", "{\"events\":7}",
            "{\"events\":{\"error\":\"x\"}}", "{\"events\":{\"eventId\":1}}" })
    void aPageThatIsNoneIsRefusedAsAWhole(String result) {
        assertThrows(IOException.class, () -> Pages.read(result));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "1", "null", "[]", "{}", "{\"eventId\":null}", "{\"eventId\":\"x\"}", "{\"eventId\":1.5}", "{\"eventId\":[1]}",
            "{\"eventId\":9223372036854775808}", "{\"id\":2}" })
    void whatHasNoReadableIdIsCountedAndTheOthersAreThere(String row) throws IOException {
        EventPage page = Pages.read("{\"events\":[{\"eventId\":8}," + row + ",{\"eventId\":9}],\"hasMore\":true}");

        assertEquals(List.of(8L, 9L), page.events().stream().map(Bitrix24ImEvent::getId).toList());
        assertEquals(1, page.unreadable().size());
        assertEquals(3, page.rows());
        assertTrue(page.hasMore());
    }

    @Test
    void anObjectWithNumbersForKeysIsAList() throws IOException {
        assertEquals(List.of(4L, 5L), ids("{\"events\":{\"0\":{\"eventId\":5},\"7\":{\"eventId\":4}}}"));
        assertEquals(List.of(), ids("{\"events\":{}}"));
    }

    @Test
    void idsComeAsNumbersOrTextsUpToTheEndOfTheRange() throws IOException {
        assertEquals(List.of(-5L, 0L, 1L, 2L, Long.MAX_VALUE - 1, Long.MAX_VALUE),
                ids("{\"events\":[{\"eventId\":0},{\"eventId\":-5},{\"eventId\":1},{\"eventId\":\"2\"},{\"eventId\":9223372036854775806},"
                    + "{\"eventId\":\"9223372036854775807\"}]}"));
    }

    @Test
    void eventsAreSortedByTheirIdsAndNoneIsLost() throws IOException {
        assertEquals(List.of(1L, 2L, 2L, 5L, 9L),
                ids("{\"events\":[{\"eventId\":9},{\"eventId\":2},{\"eventId\":1},{\"eventId\":2},{\"eventId\":5}]}"));
    }

    @Test
    void escapesInKeysAreUnderstood() {
        Bitrix24ImEvent event = Pages.events("{\"\\u0065ventId\":3,\"t\\u0079pe\":\"X\",\"dat\\u0061\":{\"ch\\u0061t\":"
                                             + "{\"\\u0069d\":5,\"dialogI\\u0064\":\"chat5\"}}}")
                .get(0);

        assertEquals(3, event.getId());
        assertEquals("X", event.getType());
        assertEquals(5L, event.getChatId());
        assertEquals("chat5", event.getDialogId());
        assertEquals("chat5", event.getChat().getDialogId());
    }

    @Test
    void anEventOfNothingButAnIdIsAnEvent() {
        Bitrix24ImEvent event = Pages.events("{\"eventId\":3}").get(0);

        assertNull(event.getType());
        assertNull(event.getDate());
        assertNull(event.getDateText());
        assertNull(event.getChatId());
        assertNull(event.getUserId());
        assertTrue(event.getData().isEmpty());
        assertEquals("{\"eventId\":3}", event.getJson());
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"yesterday\"", "\"\"", "\"2026-08-21\"", "\"2026-08-21T14:05:04\"", "null", "17", "{}", "[]" })
    void aDateThatCannotBeReadIsNone(String date) {
        assertNull(Pages.events("{\"eventId\":3,\"date\":" + date + "}").get(0).getDate());
    }

    @Test
    void theDateKeepsTheOffsetOfThePortalsServer() {
        Bitrix24ImEvent event = Pages.event("X", "[]");

        assertEquals("2026-08-21T14:05:04+03:00", event.getDate().toString());
        assertEquals("2026-08-21T14:05:04+03:00", event.getDateText());
    }

    @Test
    void whatPeopleWroteIsNotInTheEventsText() {
        Bitrix24ImEvent event = Pages.event("ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"private\"}}");

        assertEquals("Bitrix24ImEvent[1 ONIMV2MESSAGEADD 2026-08-21T14:05:04+03:00]", event.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 200, 500 })
    void deepDataIsReadAndKept(int depth) {
        String data = "[".repeat(depth) + "]".repeat(depth);
        Bitrix24ImEvent event = Pages.event("X", "{\"deep\":" + data + "}");

        assertTrue(event.getJson().endsWith(data + "}}"));
        assertEquals(1, event.getData().size());
    }
}
