package io.github.camelbitrix24.im.demo.parity;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import static io.github.camelbitrix24.im.demo.parity.LentPortal.GET;

/** What can be seen without changing anything: no event is acknowledged, nobody subscribed, nothing posted. */
final class HarmlessRows {

    static final List<ParityRow> ALL = List.of(
            row("a call by GET", "200 result", portal -> portal.get("profile").outcome()),
            row("a call by PUT", "400 invalid_http_method",
                    portal -> portal.put(GET, "{\"limit\":1}").outcome()),
            row("a body that is no JSON", "200 result", portal -> portal.post(GET, "{\"limit\":").outcome()),
            row("a suffix to a method's name", "200 result", portal -> portal.post("profile.json", "{}").outcome()),
            row("older methods in capitals", "200 result", portal -> portal.post("PROFILE", "{}").outcome()),
            row("im.v2.event.get in small letters", "404 ERROR_METHOD_NOT_FOUND",
                    portal -> portal.post("im.v2.event.get", "{}").outcome()),
            row("an action that a controller lacks", "400 22002", portal -> portal.post("im.v2.Event.absent", "{}").outcome()),
            row("a method that there is not", "404 ERROR_METHOD_NOT_FOUND",
                    portal -> portal.post("no.such.method", "{}").outcome()),
            row("a wrong secret", "401 INVALID_CREDENTIALS", portal -> portal.withWrongSecret("profile").outcome()),
            row("a wrong secret and no such method", "404 ERROR_METHOD_NOT_FOUND",
                    portal -> portal.withWrongSecret("no.such.method").outcome()),
            row("the time of a refusal", "absent",
                    portal -> Reading.kind(portal.post("no.such.method", "{}").json().path("time"))),
            row("the type of answers", "application/json; charset=utf-8",
                    portal -> portal.once("profile").header("Content-Type").toLowerCase(Locale.ROOT)),
            row("cookies", "none", portal -> portal.once("profile").header("Set-Cookie").equals("none") ? "none" : "some"),
            row("Retry-After", "none", portal -> portal.once("profile").header("Retry-After").equals("none") ? "none" : "some"),
            row("an offset that is null", "400 100", portal -> portal.post(GET, "{\"offset\":null,\"limit\":1}").outcome()),
            row("an offset that is a word", "400 100",
                    portal -> portal.post(GET, "{\"offset\":\"abc\",\"limit\":1}").outcome()),
            row("an offset that is a fraction", "200 result",
                    portal -> portal.post(GET, "{\"offset\":0.5,\"limit\":1}").outcome()),
            row("a limit that is a flag", "400 100", portal -> portal.post(GET, "{\"limit\":true}").outcome()),
            row("a limit that no number holds", "400 0", portal -> portal.post(GET, "{\"limit\":1e20}").outcome()),
            row("a limit of 0", "at most 1 event", portal -> {
                Reading page = portal.post(GET, "{\"limit\":0}");
                return page.isRefused() ? page.outcome() : page.result().path("events").size() <= 1 ? "at most 1 event"
                        : "more";
            }),
            row("what a page names to go on with", "nextOffset", HarmlessRows::continuation),
            row("nextOffset of an empty page", "the offset that was sent", HarmlessRows::echo),
            row("hasMore where a page is full", "true", portal -> ofFullPage(portal, page -> page.path("hasMore").asText())),
            row("an event that is not acknowledged", "comes again", HarmlessRows::again),
            row("profile: ID", "text", portal -> Reading.kind(portal.once("profile").result().path("ID"))),
            row("scope", "list of text", portal -> listOf(portal.once("scope").result())),
            row("server.time", "text", portal -> Reading.kind(portal.once("server.time").result())),
            row("app.info of a webhook", "LICENSE, SCOPE", portal -> names(portal.once("app.info").result())),
            row("method.get", "isAvailable, isExisting",
                    portal -> names(portal.postJson("method.get", Map.of("name", GET)).result())),
            row("time: start", "whole number",
                    portal -> Reading.kind(portal.once("profile").json().path("time").path("start"))),
            row("the operating time in an answer", "there",
                    portal -> portal.once("profile").json().path("time").has("operating") ? "there" : "absent"),
            row("a batch with names", "object", portal -> batch(portal, Map.of("a", "profile"), "result")),
            row("a batch with numbers", "list", portal -> batch(portal, List.of("profile"), "result")),
            row("the errors of a batch without any", "empty list",
                    portal -> batch(portal, Map.of("a", "profile"), "result_error")),
            row("im.v2.Chat.Message.tail", "there", HarmlessRows::undocumented),
            row("the REST revision", "35", HarmlessRows::revision),
            row("a message event's chat.textFieldEnabled", "flag",
                    portal -> ofMessage(portal, data -> Reading.kind(data.path("chat").path("textFieldEnabled")))),
            row("a message event's additionalMessages", "there",
                    portal -> ofMessage(portal, data -> data.has("additionalMessages") ? "there" : "absent")),
            row("a message event's message.block", "there",
                    portal -> ofMessage(portal, data -> data.path("message").has("block") ? "there" : "absent")),
            row("a message event's parts", "whole", portal -> ofMessage(portal, data -> isStub(data) ? "stubs" : "whole")),
            row("a reaction event's action", "empty", portal -> reaction(
                    portal.events("ONIMV2REACTIONCHANGE").map(event -> event.path("data")).findFirst().orElse(null))));

    private HarmlessRows() {
    }

    private static ParityRow row(String topic, String expected, ParityRow.Probe probe) {
        return new ParityRow(topic, expected, probe);
    }

    private static String continuation(LentPortal portal) throws IOException, InterruptedException {
        JsonNode page = portal.page(1).result();
        return page.has("nextOffset") ? "nextOffset" : page.has("lastEventId") ? "lastEventId" : "nothing that is known";
    }

    private static String echo(LentPortal portal) throws IOException, InterruptedException {
        JsonNode page = portal.page(1).result();
        if (!page.path("events").isEmpty() || !page.has("nextOffset")) {
            return null;
        }
        return page.path("nextOffset").asLong() == 1 ? "the offset that was sent" : "another";
    }

    private static String ofFullPage(LentPortal portal, Function<JsonNode, String> look)
            throws IOException, InterruptedException {
        JsonNode page = portal.page(1).result();
        return page.path("events").isEmpty() ? null : look.apply(page);
    }

    private static String again(LentPortal portal) throws IOException, InterruptedException {
        JsonNode first = portal.page(1).result().path("events").path(0).path("eventId");
        if (first.isMissingNode()) {
            return null;
        }
        return first.equals(portal.page(1).result().path("events").path(0).path("eventId")) ? "comes again" : "is gone";
    }

    private static String listOf(JsonNode list) {
        boolean texts = StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual);
        return list.isArray() && texts ? "list of text" : Reading.kind(list);
    }

    /** Names of fields are the portal's own words; what is no name of a field is not told. */
    private static String names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).filter(name -> name.matches("\\w{1,40}")).sorted()
                .reduce((one, next) -> one + ", " + next).orElse("none");
    }

    private static String batch(LentPortal portal, Object commands, String section) throws IOException, InterruptedException {
        Reading reading = portal.postJson("batch", Map.of("halt", 0, "cmd", commands));
        return reading.isRefused() ? reading.outcome() : Reading.kind(reading.result().path(section));
    }

    /** Asked for a chat that there is not, it says so where it is there. */
    private static String undocumented(LentPortal portal) throws IOException, InterruptedException {
        Reading tail = portal.postJson("im.v2.Chat.Message.tail", Map.of("dialogId", "chat999999999", "limit", 1));
        boolean missing = tail.status() == 404 || tail.json().path("error").asText().equals("22002");
        return missing ? tail.outcome() : "there";
    }

    private static String revision(LentPortal portal) throws IOException, InterruptedException {
        boolean allowed = StreamSupport.stream(portal.once("scope").result().spliterator(), false)
                .anyMatch(scope -> scope.asText().equals("imbot"));
        if (!allowed) {
            return null;
        }
        Reading revision = portal.once("imbot.v2.Revision.get");
        JsonNode rest = revision.result().path("rest");
        return rest.isInt() ? rest.asText() : revision.outcome();
    }

    private static String ofMessage(LentPortal portal, Function<JsonNode, String> look)
            throws IOException, InterruptedException {
        return portal.events("ONIMV2MESSAGEADD").map(event -> event.path("data"))
                .filter(data -> data.path("message").path("authorId").asLong() > 0).findFirst().map(look).orElse(null);
    }

    private static boolean isStub(JsonNode data) {
        return data.path("user").size() <= 1 || data.path("chat").size() <= 1 || data.path("message").size() <= 1;
    }

    /** What a reaction event says of what was done, or {@code null} of none. */
    static String reaction(JsonNode data) {
        if (data == null || data.isMissingNode()) {
            return null;
        }
        String action = data.path("action").asText("absent");
        return action.isEmpty() ? "empty" : action.matches("add|delete|absent") ? action : "another word";
    }
}
