package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E12FalseAnswersTest extends PortalTest {

    @BeforeEach
    void recordOne() {
        portal.record(7, "ONIMV2JOINCHAT", "{}");
    }

    private String redirected(Fault fault) throws Exception {
        portal.fail(GET, fault);
        HttpResponse<String> response = call(ilse, GET, "{\"offset\":2}");
        assertEquals(302, response.statusCode());
        assertEquals(List.of(), portal.acknowledged(7));
        return response.headers().firstValue("location").orElseThrow();
    }

    @Test
    void aRenamedPortalKeepsThePath() throws Exception {
        assertEquals("https://new.example/rest/7/" + ilse.secret() + "/" + GET,
                redirected(Fault.redirect(302, "https://new.example")));
    }

    @Test
    void anExpiredLicenceLeadsToAPageOfTheSameHost() throws Exception {
        String location = redirected(Fault.redirect(302, portal.url() + "/bitrix/coupon_activation.php"));
        HttpResponse<String> page = send(request(location));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().startsWith("<html>"));
    }

    @Test
    void aRedirectMayLeadToPlainHttp() throws Exception {
        assertEquals("http://acme.example/rest/x", redirected(Fault.redirect(302, "http://acme.example/rest/x")));
    }

    @Test
    void aLoginFormIsAnswered200() throws Exception {
        portal.fail(GET, Fault.loginForm());
        HttpResponse<String> response = call(ilse, GET, "{}");
        assertEquals(200, response.statusCode());
        assertTrue(response.body().startsWith("<!DOCTYPE html>"));
    }

    @Test
    void garbageClaimsToBeJson() throws Exception {
        portal.fail(GET, Fault.garbage());
        String body = call(ilse, GET, "{}").body();
        assertThrows(JsonProcessingException.class, () -> json(body));
    }

    @Test
    void anAnswerMayBeTooLarge() throws Exception {
        portal.fail(GET, Fault.oversized(3_000_000));
        HttpResponse<String> response = call(ilse, GET, "{}");
        assertEquals(3_000_000, response.body().length());
        assertEquals(1, json(response.body()).at("/result/events").size());
    }

    @Test
    void nextOffsetMayBeNull() throws Exception {
        portal.fail(GET, Fault.nullNextOffset());
        assertTrue(page("{}").get("nextOffset").isNull());
    }

    @Test
    void anAnswerMayBeRewritten() throws Exception {
        portal.fail(GET, Fault.rewritten("\"hasMore\":false", "\"hasMore\":\"no\""));
        assertEquals("no", page("{}").get("hasMore").textValue());
    }

    @Test
    void anyAnswerCanBeMadeUp() throws Exception {
        portal.fail("*", Fault.answer(200, "application/json", "{}"));
        assertEquals("{}", call(ilse, GET, "{}").body());
    }

    @Test
    void slownessComesAfterActing() throws Exception {
        portal.fail(GET, Fault.slow(Duration.ofMillis(50)));
        assertEquals(List.of(), ids(page("{\"offset\":2}")));
        assertEquals(List.of(1L), portal.acknowledged(7));
    }

    @Test
    void aResetMayComeAfterActing() {
        portal.fail(GET, Fault.resetAfterActing());
        assertThrows(IOException.class, () -> call(ilse, GET, "{\"offset\":2}"));
        assertEquals(List.of(1L), portal.acknowledged(7));
        assertEquals(0, portal.calls(GET).get(0).status());
    }

    @Test
    void plannedFaultsCanBeForgotten() throws Exception {
        portal.fail("*", Fault.html(500), Integer.MAX_VALUE);
        assertEquals(500, call(ilse, GET, "{}").statusCode());
        portal.heal();
        assertEquals(200, call(ilse, GET, "{}").statusCode());
    }
}
