package io.github.camelbitrix24.im.event;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImUserTest {

    private static ImUser user(String json) {
        return Pages.event("ONIMV2MESSAGEADD", "{\"user\":" + json.replace('\'', '"') + "}").getUser();
    }

    @Test
    void aFullUserIsReadFieldByField() {
        ImUser user
                = user("""
                        {'id':12,'active':true,'name':'Marco Silva','firstName':'Marco','lastName':'Silva','workPosition':'Paralegal',
                         'avatar':'https:\\/\\/acme.example\\/marco.png','gender':'M','birthday':'14-05','extranet':false,'bot':false,
                         'connector':true,'externalAuthId':'imconnector','absent':'2026-09-01T00:00:00+03:00','departments':[1,14],
                         'phones':{'personal_mobile':'+49 30 5550117','inner_phone':'117'},'type':'user','email':'marco@acme.example'}""");

        assertTrue(user.isPresent());
        assertEquals(12L, user.getId());
        assertTrue(user.isActive());
        assertEquals("Marco Silva", user.getName());
        assertEquals("Marco", user.getFirstName());
        assertEquals("Silva", user.getLastName());
        assertEquals("Paralegal", user.getWorkPosition());
        assertEquals("https://acme.example/marco.png", user.getAvatar());
        assertEquals("M", user.getGender());
        assertEquals("14-05", user.getBirthday());
        assertFalse(user.isExtranet());
        assertFalse(user.isBot());
        assertTrue(user.isConnector());
        assertEquals("imconnector", user.getExternalAuthId());
        assertEquals("2026-09-01T00:00+03:00", user.getAbsentUntil().toString());
        assertEquals(List.of(1L, 14L), user.getDepartments());
        assertEquals(Map.of("personal_mobile", "+49 30 5550117", "inner_phone", "117"), user.getPhones());
        assertEquals("user", user.getType());
        assertEquals("marco@acme.example", user.getEmail());
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "false", "null", "{}", "0", "'x'" })
    void whatIsNoUserHasNothingToSay(String json) {
        ImUser user = user(json);

        assertFalse(user.isPresent());
        assertNull(user.getId());
        assertNull(user.getName());
        assertNull(user.getEmail());
        assertFalse(user.isBot());
        assertFalse(user.isActive());
        assertNull(user.getAbsentUntil());
        assertEquals(List.of(), user.getDepartments());
        assertEquals(Map.of(), user.getPhones());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'phones':false} | {}", "{'phones':[]} | {}", "{'phones':null} | {}",
            "{'phones':{'work_phone':'1'}} | {work_phone=1}" })
    void phonesAreAMapOrFalse(String json, String phones) {
        assertEquals(phones, user(json).getPhones().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'departments':[]} | []", "{'departments':[1,'14']} | [1, 14]", "{'departments':false} | []",
            "{'departments':5} | [5]", "{'departments':{'1':2}} | []" })
    void departmentsAreAList(String json, String departments) {
        assertEquals(departments, user(json).getDepartments().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "false", "null", "''", "'soon'" })
    void whoIsNotAwayIsAbsentFalse(String absent) {
        assertNull(user("{'absent':" + absent + "}").getAbsentUntil());
    }

    @Test
    void ofAUserWhoNoLongerLoadsTheIdIsLeft() {
        ImUser user = user("{'id':'12'}");

        assertTrue(user.isPresent());
        assertEquals(12L, user.getId());
        assertNull(user.getName());
    }

    @Test
    void flagsAreWrittenInTwoWays() {
        assertTrue(user("{'bot':'Y','active':'Y'}").isBot());
        assertFalse(user("{'bot':'N','active':1}").isBot());
    }
}
