package io.github.camelbitrix24.im.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class B02RegisterTest extends BotPortalTest {

    private static final String REGISTER = "imbot.v2.Bot.register";

    private HttpResponse<String> register(String token, String fields) throws Exception {
        return call(ilse, REGISTER, ("{'botToken':'" + token + "','fields':{" + fields + "}}").replace('\'', '"'));
    }

    @Test
    void aNewBotIsAUserThatFetchesItsEvents() throws Exception {
        JsonNode result = json(register("one",
                "'code':'room','properties':{'name':'Room','lastName':'Finder','workPosition':'Porter',"
                                               + "'color':'lime','gender':'F'}")
                .body()).get("result");
        EmulatedBot room = portal.bot("room");
        assertEquals("{\"id\":" + room.id() + ",\"code\":\"room\",\"type\":\"bot\",\"isHidden\":false,"
                     + "\"isSupportOpenline\":false,\"isReactionsEnabled\":true,\"backgroundId\":null,\"language\":\"en\","
                     + "\"moduleId\":\"rest\",\"eventMode\":\"fetch\",\"countMessage\":0,\"countCommand\":0,"
                     + "\"countChat\":0,\"countUser\":0}",
                result.get("bot").toString());
        JsonNode user = result.at("/users/0");
        assertEquals(
                List.of("true", "\"Room Finder\"", "\"Room\"", "\"Finder\"", "\"Porter\"", "\"#58cc47\"", "\"F\"", "\"bot\""),
                List.of("bot", "name", "firstName", "lastName", "workPosition", "color", "gender", "type").stream()
                        .map(name -> user.get(name).toString()).toList());
        assertEquals(new BotProfile("Room", "Finder", "Porter", "lime", "F", ""), room.profile());
        assertEquals("one", room.token());
        assertEquals(List.of(desk, room), portal.bots());
    }

    @Test
    void whatIsMissingIsMadeUp() throws Exception {
        call(ilse, REGISTER, "{\"fields\":{\"CODE\":\"room\",\"BOT_TOKEN\":\"one\",\"PROPERTIES\":{\"NAME\":\" Room \"},"
                             + "\"IS_HIDDEN\":\"y\",\"IS_REACTIONS_ENABLED\":0,\"TYPE\":\"SuperVisor\"}}");
        EmulatedBot room = portal.bot("room");
        assertEquals(BotProfile.named("Room"), room.profile());
        assertEquals("supervisor", room.type());
        assertEquals(List.of(true, false, false),
                List.of(room.isHidden(), room.isReactionsEnabled(), room.isSupportOpenline()));
    }

    @Test
    void aBotThatIsThereIsAnsweredUnchanged() throws Exception {
        JsonNode result = json(register(TOKEN,
                "'code':'desk_helper','type':'juggler','properties':{'name':'Other'},"
                                               + "'eventMode':'webhook','webhookUrl':'https://a.example/'")
                .body()).get("result");
        assertEquals(desk.id(), result.at("/bot/id").longValue());
        assertEquals("Desk helper", result.at("/users/0/name").textValue());
        assertEquals("fetch", desk.eventMode());
        assertEquals(1, portal.bots().size());
    }

    @Test
    void aCodeBelongsToOneApplicationOfThePortal() throws Exception {
        assertError(400, "BOT_CODE_ALREADY_TAKEN", "Bot with this code already exists",
                register("other", "'code':'desk_helper','properties':{'name':'x'}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'eventMode':'pigeon' | BOT_CODE_REQUIRED", "'code':'x','eventMode':'pigeon' | BOT_PROPERTIES_REQUIRED",
            "'code':'x','properties':{'lastName':'x'} | BOT_PROPERTIES_REQUIRED",
            "'code':'x','properties':{'name':'x'},'eventMode':'pigeon' | BOT_INVALID_EVENT_MODE",
            "'code':'x','properties':{'name':'x'},'eventMode':'webhook' | BOT_WEBHOOK_URL_REQUIRED",
            "'code':'x','properties':{'name':'x'},'eventMode':'webhook','webhookUrl':'ftp://x' | BOT_INVALID_CALLBACK",
            "'code':'x','properties':{'name':'x','avatar':'eA=='},'type':'juggler' | BOT_INVALID_TYPE",
            "'code':'x','properties':{'name':'x','avatar':'eA=='} | BOT_AVATAR_INCORRECT_TYPE",
            "'code':'x','properties':{'name':'x','avatar':'?'} | BOT_AVATAR_INCORRECT_TYPE" })
    void whatIsWrongIsToldInThisOrder(String fields, String code) throws Exception {
        refused(code, register("one", fields));
        assertEquals(1, portal.bots().size());
    }

    @Test
    void anAvatarIsAnImageOfNoMoreThan5000Pixels() throws Exception {
        for (int width : new int[] { 5000, 5001 }) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, 1, BufferedImage.TYPE_BYTE_BINARY), "png", out);
            HttpResponse<String> response = register("one", "'code':'b" + width + "','properties':{'name':'x','avatar':'"
                                                            + Base64.getEncoder().encodeToString(out.toByteArray()) + "'}");
            if (width == 5000) {
                assertNotEquals("", json(response.body()).at("/result/users/0/avatar").textValue());
            } else {
                refused("BOT_AVATAR_INCORRECT_SIZE", response);
            }
        }
    }

    @Test
    void aTokenOfMoreThan40CharactersIsRefusedUnlessThePortalIsOld() throws Exception {
        refused("BOT_TOKEN_INVALID_LENGTH", register("x".repeat(41), "'code':'x','properties':{'name':'x'}"));
        assertEquals(200, register("x".repeat(40), "'code':'y','properties':{'name':'x'}").statusCode());
        portal.behave(Behaviour.LongTokens.TAKEN);
        assertEquals(200, register("x".repeat(41), "'code':'x','properties':{'name':'x'}").statusCode());
    }

    @Test
    void anApplicationHas100BotsAtMost() throws Exception {
        for (int i = 0; i < 100; i++) {
            portal.bot("b" + i, "many");
        }
        refused("BOT_LIMIT_EXCEEDED", register("many", "'code':'x','properties':{'name':'x'}"));
        assertEquals(200, register("many", "'code':'b7','properties':{'name':'x'}").statusCode());
        assertEquals(200, register("few", "'code':'x','properties':{'name':'x'}").statusCode());
    }

    @Test
    void whoeverComesAtOnceGetsOneBot() throws Exception {
        List<CompletableFuture<Long>> calls = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                return json(register("one", "'code':'x','properties':{'name':'x'}").body()).at("/result/bot/id").longValue();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        })).toList();
        for (CompletableFuture<Long> call : calls) {
            assertEquals(5002, call.get(20, TimeUnit.SECONDS));
        }
        assertEquals(2, portal.bots().size());
    }

    @Test
    void theIdsOfPeopleAreNotTaken() throws Exception {
        portal.user(5002);
        register("one", "'code':'x','properties':{'name':'x'}");
        assertEquals(5003, portal.bot("x").id());
        assertFalse(portal.bot("x").isHidden());
    }
}
