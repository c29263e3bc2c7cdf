package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Talks to an emulated portal as the bot of somebody's webhook. Parameters are JSON with single quotes. */
abstract class BotPortalTest extends PortalTest {

    static final String TOKEN = "t0ken-of-desk";
    static final String SEND = "imbot.v2.Chat.Message.send";

    EmulatedBot desk;

    @BeforeEach
    void installBot() {
        ilse.scopes("imbot", "im");
        desk = portal.bot("desk_helper", TOKEN).looking(BotProfile.named("Desk helper"));
        portal.chat("chat5").members(7, 12, desk.id());
    }

    HttpResponse<String> ask(EmulatedBot bot, String method, String more) throws IOException, InterruptedException {
        String parameters = "'botId':" + bot.id() + ",'botToken':'" + bot.token() + "'" + (more.isEmpty() ? "" : "," + more);
        return call(ilse, method, "{" + parameters.replace('\'', '"') + "}");
    }

    HttpResponse<String> ask(String method, String more) throws IOException, InterruptedException {
        return ask(desk, method, more);
    }

    JsonNode answer(String method, String more) throws IOException, InterruptedException {
        return answer(desk, method, more);
    }

    JsonNode answer(EmulatedBot bot, String method, String more) throws IOException, InterruptedException {
        HttpResponse<String> response = ask(bot, method, more);
        assertEquals(200, response.statusCode(), response.body());
        return json(response.body()).get("result");
    }

    void done(String method, String more) throws IOException, InterruptedException {
        assertEquals("{\"result\":true}", answer(method, more).toString());
    }

    void refused(String code, HttpResponse<String> response) throws IOException {
        assertEquals(400, response.statusCode(), response.body());
        assertEquals(code, json(response.body()).get("error").textValue());
    }

    JsonNode events(EmulatedBot bot) throws IOException, InterruptedException {
        return answer(bot, "imbot.v2.Event.get", "").get("events");
    }

    List<String> types(EmulatedBot bot) throws IOException, InterruptedException {
        return StreamSupport.stream(events(bot).spliterator(), false).map(event -> event.get("type").textValue()).toList();
    }

    JsonNode last(EmulatedBot bot) throws IOException, InterruptedException {
        JsonNode events = events(bot);
        return events.get(events.size() - 1);
    }

    static List<String> keys(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false).toList();
    }
}
