package io.github.camelbitrix24.im.bot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.BeforeEach;

/** Routes that act as the bot desk_helper, with the webhook of user 7 and a token that nobody may see. */
abstract class BotTest extends PollTest {

    static final String TOKEN = PortalEmulator.SECRET_MARK + "-desk";

    final List<Message> got = new CopyOnWriteArrayList<>();
    EmulatedUser ilse;
    EmulatedUser marco;

    @BeforeEach
    void actAsBot() {
        ilse = reader.scopes("im", "imbot");
        marco = portal.user(12);
        configuration().setBot("desk_helper");
        configuration().setToken(TOKEN);
    }

    /** Polls once, so that the bot is there. */
    EmulatedBot startPolling(String options) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + BY_HAND + options).routeId("events").process(this::keep));
        pollUntil("the bot is read", () -> !portal.calls("imbot.v2.Event.get").isEmpty());
        EmulatedBot bot = portal.bot("desk_helper");
        portal.chat("chat5").members(7, 12, bot.id());
        return bot;
    }

    void keep(Exchange exchange) {
        got.add(exchange.getMessage().copy());
        note(exchange);
    }

    void pollUntilGot(int messages) {
        pollUntil(messages + " events", () -> got.size() >= messages);
    }

    Message last() {
        return got.get(got.size() - 1);
    }

    static Object header(Message message, String name) {
        return message.getHeader("CamelBitrix24Im" + name);
    }

    List<String> botMethods() {
        return portal.calls().stream().map(call -> call.method()).filter(method -> method.startsWith("imbot")).toList();
    }

    int calls(String method) {
        return portal.calls(method).size();
    }

    Object result(String uri, Object body, Map<String, Object> headers) {
        return template.requestBodyAndHeaders(uri, body, headers);
    }

    static void restart(CamelContext context, String route) throws Exception {
        context.getRouteController().stopRoute(route);
        context.getRouteController().startRoute(route);
    }
}
