package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class E14UserGetTest extends PortalTest {

    @BeforeEach
    void addresses() {
        ilse.scopes("im", "user").email("ilse@acme.example");
        marco.email("Marco@acme.example");
    }

    private List<String> found(String json) throws Exception {
        return StreamSupport.stream(result(ilse, "user.get", json).spliterator(), false)
                .map(user -> user.get("ID").textValue()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"FILTER\":{\"EMAIL\":\"marco@ACME.example\"}}", "{\"filter\":{\"=EMAIL\":\"Marco@acme.example\"}}",
            "{\"EMAIL\":\"marco@acme.example\"}", "{\"FILTER\":{\"@EMAIL\":[\"marco@acme.example\",\"x\"]}}" })
    void somebodyIsFoundByAddressInAnyCase(String body) throws Exception {
        assertEquals(List.of("12"), found(body));
    }

    @Test
    void nobodyAndSeveralMayHaveAnAddress() throws Exception {
        portal.user(19).email("marco@acme.example");
        assertEquals(List.of(), found("{\"FILTER\":{\"EMAIL\":\"noa@acme.example\"}}"));
        assertEquals(List.of("12", "19"), found("{\"FILTER\":{\"EMAIL\":\"marco@acme.example\"}}"));
    }

    @Test
    void whoHasLeftIsListedUnlessToldOtherwise() throws Exception {
        marco.dismissed();
        JsonNode users = result(ilse, "user.get", "{\"FILTER\":{\"EMAIL\":\"marco@acme.example\"}}");
        assertFalse(users.at("/0/ACTIVE").booleanValue());
        assertEquals(List.of(), found("{\"FILTER\":{\"EMAIL\":\"marco@acme.example\",\"ACTIVE\":true}}"));
    }

    @Test
    void botsAndCustomersAreNotListed() throws Exception {
        portal.user(51).bot();
        portal.user(233).customer();
        portal.user(20).extranet();
        assertEquals(List.of("7", "12", "20"), found("{}"));
        assertEquals(List.of("20"), found("{\"FILTER\":{\"USER_TYPE\":\"extranet\"}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "user", "user_basic" })
    void eitherScopeShowsAddresses(String scope) throws Exception {
        ilse.scopes(scope);
        assertEquals("Marco@acme.example", result(ilse, "user.get", "{\"ID\":12}").at("/0/EMAIL").textValue());
    }

    @Test
    void theBriefScopeNeitherShowsAddressesNorFiltersByThem() throws Exception {
        ilse.scopes("user_brief");
        JsonNode users = result(ilse, "user.get", "{\"FILTER\":{\"EMAIL\":\"marco@acme.example\"}}");
        assertEquals(2, users.size());
        assertFalse(users.get(0).has("EMAIL"));
    }

    @Test
    void withoutAnyOfTheScopesItIsRefused() throws Exception {
        ilse.scopes("im");
        assertError(401, "insufficient_scope", "The request requires higher privileges than provided by the webhook token",
                call(ilse, "user.get", "{}"));
    }

    @Test
    void aPageHasFifty() throws Exception {
        LongStream.range(100, 160).forEach(portal::user);
        JsonNode answer = json(call(ilse, "user.get", "{}").body());
        assertEquals(50, answer.get("result").size());
        assertEquals(62, answer.get("total").intValue());
        assertEquals(50, answer.get("next").intValue());
        assertEquals(1, json(call(ilse, "user.get", "{\"ID\":7}").body()).get("total").intValue());
    }
}
