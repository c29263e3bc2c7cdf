package io.github.camelbitrix24.im.testkit;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E03MethodNameTest extends PortalTest {

    @ParameterizedTest
    @ValueSource(strings = { "im.v2.Event.get", "im.V2.Event.get", "im.v2.Event.GET", "PROFILE", "Server.Time" })
    void isFoundInTheseCases(String method) throws Exception {
        assertEquals(200, call(ilse, method, "{}").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "im.v2.event.get", "IM.v2.Event.get", "im.v2.EVENT.get", "im.Event.get", "im.v2.Event", "nothing", "" })
    void isNotFoundInThese(String method) throws Exception {
        assertError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!", call(ilse, method, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "im.chat.get", "crm.item.list", "imopenlines.v2.Session.list" })
    void whatTheEmulatorLacksItSays(String method) throws Exception {
        HttpResponse<String> response = call(ilse, method, "{}");
        assertEquals(404, response.statusCode());
        assertEquals("ERROR_METHOD_NOT_FOUND", json(response.body()).get("error").textValue());
        String description = json(response.body()).get("error_description").textValue();
        assertTrue(description.contains("The emulator lacks " + method), description);
        assertTrue(description.contains("answer(\"" + method + "\", result)"), description);
        assertEquals(description, result(ilse, "batch", "{\"cmd\":[\"" + method + "\"]}")
                .at("/result_error/0/error_description").textValue());
    }

    @Test
    void aTestAnswersOtherMethods() throws Exception {
        portal.answer("im.chat.get", Map.of("ID", "42"));
        portal.answer("crm.item.list", params -> List.of(params.get("entityTypeId")));
        assertEquals("42", result(ilse, "IM.chat.get", "{}").get("ID").textValue());
        assertEquals("[3]", result(ilse, "crm.item.list", "{\"entityTypeId\":3}").toString());
        assertEquals("42", result(ilse, "batch", "{\"cmd\":[\"im.chat.get\"]}").at("/result/0/ID").textValue());
        assertEquals(3, portal.calls("crm.item.list").get(0).param("entityTypeId"));
        portal.answer("crm.v2.Deal.list", List.of());
        assertEquals(200, call(ilse, "crm.v2.Deal.list", "{}").statusCode());
        assertEquals(404, call(ilse, "crm.v2.deal.list", "{}").statusCode());
        portal.answer("profile", Map.of("ID", "1"));
        assertEquals("1", result(ilse, "profile", "{}").get("ID").textValue());
    }

    @Test
    void theEmulatedMethodsAreListed() throws Exception {
        assertEquals(List.of("app.info", "batch", "disk.file.get", "disk.folder.uploadfile", "im.dialog.messages.get",
                "im.dialog.read", "im.dialog.writing", "im.disk.file.commit",
                "im.disk.folder.get",
                "im.message.add", "im.message.command", "im.message.delete", "im.message.like", "im.message.update",
                "im.v2.Chat.Bot.sendContext", "im.v2.Chat.InputAction.notify", "im.v2.Chat.Message.Reaction.add",
                "im.v2.Chat.Message.Reaction.delete", "im.v2.Chat.Message.delete", "im.v2.Chat.Message.read",
                "im.v2.Chat.Message.send", "im.v2.Chat.Message.tail", "im.v2.Chat.Message.update", "im.v2.Event.get",
                "im.v2.Event.subscribe", "im.v2.Event.unsubscribe", "im.v2.File.download", "im.v2.File.upload",
                "imbot.v2.Bot.get", "imbot.v2.Bot.list",
                "imbot.v2.Bot.register", "imbot.v2.Bot.unregister", "imbot.v2.Bot.update", "imbot.v2.Chat.InputAction.notify",
                "imbot.v2.Chat.Manager.add", "imbot.v2.Chat.Manager.delete", "imbot.v2.Chat.Message.Reaction.add",
                "imbot.v2.Chat.Message.Reaction.delete", "imbot.v2.Chat.Message.delete", "imbot.v2.Chat.Message.get",
                "imbot.v2.Chat.Message.getContext", "imbot.v2.Chat.Message.read", "imbot.v2.Chat.Message.send",
                "imbot.v2.Chat.Message.update", "imbot.v2.Chat.TextField.enabled", "imbot.v2.Chat.User.add",
                "imbot.v2.Chat.User.delete", "imbot.v2.Chat.User.list", "imbot.v2.Chat.add", "imbot.v2.Chat.get",
                "imbot.v2.Chat.leave", "imbot.v2.Chat.setOwner", "imbot.v2.Chat.update", "imbot.v2.Command.answer",
                "imbot.v2.Command.list", "imbot.v2.Command.register", "imbot.v2.Command.unregister",
                "imbot.v2.Command.update", "imbot.v2.Event.get", "imbot.v2.File.download", "imbot.v2.File.upload",
                "imbot.v2.Revision.get", "method.get", "profile", "scope",
                "server.time", "user.get"), portal.methods());
        for (String method : portal.methods()) {
            assertNotEquals(404, call(ilse, method, "{}").statusCode(), method);
        }
    }

    @Test
    void anUnknownActionOfAKnownClassIsAnotherError() throws Exception {
        assertError(400, "22002", "Could not find description of foo in Bitrix\\Im\\V2\\Controller\\Event",
                call(ilse, "im.v2.Event.foo", "{}"));
    }
}
