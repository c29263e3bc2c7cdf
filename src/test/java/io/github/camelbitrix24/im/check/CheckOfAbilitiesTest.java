package io.github.camelbitrix24.im.check;

import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.Behaviour;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check says what the portal and the credentials lack for what the routes do. */
class CheckOfAbilitiesTest extends CheckRouteTest {

    private static final String GET = "im.v2.Event.get";

    @Test
    void aMissingScope() {
        reader.scopes("task");

        CheckReport report = check();

        assertOnlyCause(report, "scopes", "lacks im", "'im'");
        assertRow(report, "credentials", Verdict.HOLDS, "");
    }

    @Test
    void aMissingScopeThatThePortalDoesNotList() {
        portal.fail("scope", Fault.error("ERROR_METHOD_NOT_FOUND"));
        portal.fail(GET, Fault.error("insufficient_scope"), 2);

        assertOnlyCause(check(), "scopes", "lacks im", "'im'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "ERROR_METHOD_NOT_FOUND", "22002" })
    void anOldPortal(String code) {
        portal.fail(GET, Fault.error(code, "", 404), 5);

        CheckReport report = check();

        assertCause(report, "methods", "too old", "26.250");
        assertRow(report, "revision", Verdict.DOES_NOT_HOLD, "33");
        assertRow(report, "scopes", Verdict.HOLDS, "im");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Fault.html(200), "page of HTML"), Arguments.of(Fault.html(502), "HTTP 502"),
                Arguments.of(Fault.error("INTERNAL_SERVER_ERROR", "", 500), "INTERNAL_SERVER_ERROR"),
                Arguments.of(Fault.dropped(), "im.v2.Event.get"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eventsThatCannotBeReadThoughThePortalAnswers(Fault fault, String finding) {
        portal.keepsFailing(GET, fault);

        CheckReport report = check();

        assertOnlyCause(report, "methods", finding, "");
        assertRow(report, "credentials", Verdict.HOLDS, "");
        assertRow(report, "subscription", Verdict.NOT_KNOWN, "methods");
    }

    @Test
    void aMethodThatARouteCallsIsMissing() throws Exception {
        routes(r -> r.from("direct:ask").to("bitrix24-im:call?method=crm.deal.lisst"));

        assertOnlyCause(check(), "methods", "crm.deal.lisst", "spelled");
    }

    @Test
    void theRevisionIsTold() {
        reader.scopes("im", "imbot");
        portal.behave(Behaviour.Revision.R33);

        assertRow(check(), "revision", Verdict.HOLDS, "33");
    }
}
