package io.github.camelbitrix24.im.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.ProducerTest;
import org.apache.camel.Exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks of portals by a template, as a route makes them. */
abstract class CheckRouteTest extends ProducerTest {

    static final String CHECK = "bitrix24-im:check";

    CheckReport check(String uri, Map<String, Object> headers) {
        Exchange exchange = send(uri, "a body", new HashMap<>(headers));
        assertNull(exchange.getException());
        return assertInstanceOf(CheckReport.class, exchange.getMessage().getBody());
    }

    CheckReport check() {
        return check(CHECK, Map.of());
    }

    CheckReport checkOf(String dialogId) {
        return check(CHECK, Map.of(Bitrix24ImConstants.DIALOG_ID, dialogId));
    }

    /** The cause that is named is this row, with these words in what was found and what is to be done. */
    static void assertCause(CheckReport report, String row, String finding, String advice) {
        assertEquals(row, report.failed().isEmpty() ? "none" : report.failed().get(0).name(), report::toString);
        CheckRow cause = report.failed().get(0);
        assertTrue(cause.finding().contains(finding), report::toString);
        assertTrue(String.valueOf(cause.advice()).contains(advice), report::toString);
    }

    /** Nothing else than this is said not to hold. */
    static void assertOnlyCause(CheckReport report, String row, String finding, String advice) {
        assertCause(report, row, finding, advice);
        assertEquals(List.of(row), report.failed().stream().map(CheckRow::name).toList(), report::toString);
    }

    static void assertRow(CheckReport report, String row, Verdict verdict, String finding) {
        assertEquals(verdict, report.row(row).verdict(), report::toString);
        assertTrue(report.row(row).finding().contains(finding), report::toString);
    }
}
