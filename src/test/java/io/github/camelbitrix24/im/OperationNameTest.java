package io.github.camelbitrix24.im;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The first part of an endpoint's URI: which operations there are, and on which side of a route. */
class OperationNameTest extends StartTest {

    @ParameterizedTest
    @ValueSource(strings = { "evnts", "Events", "im.v2.Event.get", "7/events", "events/7" })
    void anUnknownOperationIsRefusedWithTheListOfTheKnown(String operation) {
        assertListsTheKnown(operation, whyNotFrom("bitrix24-im:" + operation + "?" + WEBHOOK));
        assertListsTheKnown(operation, whyNotTo("bitrix24-im:" + operation + "?" + WEBHOOK));
    }

    @Test
    void noOperationAtAllIsRefusedWithTheListOfTheKnown() {
        assertListsTheKnown("", whyNotTo("bitrix24-im:?" + WEBHOOK));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "events")
    void anOperationThatSendsIsRefusedInFrom(Bitrix24ImOperation operation) {
        String why = whyNotFrom("bitrix24-im:" + operation + "?" + WEBHOOK);

        assertTrue(why.contains("The operation " + operation + " cannot be used in from"), why);
        assertTrue(why.contains("Events are received with"), why);
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationCanBeUsedInTo(Bitrix24ImOperation operation) throws Exception {
        startTo("bitrix24-im:" + operation + "?" + WEBHOOK);

        assertEquals(1, context.getRoutesSize());
    }

    @ParameterizedTest
    @ValueSource(strings = { "bitrix24-im:events", "bitrix24-im://events", "bitrix24-im:/events", "bitrix24-im:events/" })
    void slashesAroundTheOperationDoNotMatter(String uri) throws Exception {
        startFrom(uri + "?" + WEBHOOK + IDLE);

        assertEquals(1, context.getRoutesSize());
    }

    private static void assertListsTheKnown(String operation, String why) {
        assertTrue(why.contains(
                "Unknown operation '" + operation
                                + "'. Use one of: subscribe, unsubscribe, events, send, stream, edit, delete, react, typing,"
                                + " read, history, upload, download, call, check"),
                why);
    }
}
