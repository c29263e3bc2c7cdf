package io.github.camelbitrix24.im.consumer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.observe.LeftOut;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Random events and random options: what is left out, and why, is what a model says that knows how each event was made
 * up. Run again with {@code -Dseed=...} as the failure says.
 */
class EventFilterTest {

    private static final long ME = 7;
    private static final Map<String, String> CHATS = Map.of(
            "private", "'type':'private','messageType':'P'", "group", "'type':'chat','messageType':'C'", "channel",
            "'type':'openChannel','messageType':'J'", "comment", "'type':'comment','messageType':'T'", "openline",
            "'type':'lines','messageType':'L','entityType':'LINES'", "copilot", "'type':'copilot','messageType':'A'", "",
            "'name':'x'");
    private static final Map<String, String> SENDERS = Map.of(
            "staff", "'type':'user','extranet':false", "extranet", "'type':'extranet','extranet':true", "bot",
            "'type':'bot','bot':true", "guest", "'type':'user','connector':true,'extranet':true", "", "'name':'x'");
    private static final Map<String, String> TYPES = Map.of(
            "messageAdd", "ONIMV2MESSAGEADD", "messageUpdate", "ONIMBOTV2MESSAGEUPDATE", "reactionChange",
            "ONIMV2REACTIONCHANGE", "join", "ONIMV2JOINCHAT", "command", "ONIMBOTV2COMMANDADD", "NEW", "NEW");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private record MadeUp(String kind, String chat, String dialogId, String sender, long user, boolean mentions) {

        Bitrix24ImEvent event() {
            String text = mentions ? "[USER=" + ME + " REPLACE]Robin[/USER] hello" : "hello [USER=77]x[/USER]";
            long author = kind.equals("reactionChange") ? mentions ? ME : 13 : user;
            String who = sender.equals("system") ? "[]" : "{'id':" + user + "," + SENDERS.get(sender) + "}";
            return Bitrix24ImEvent
                    .of(("{'eventId':1,'type':'" + TYPES.get(kind) + "','data':{'message':{'id':8,'authorId':" + author
                         + ",'text':'" + text + "'},'chat':{'id':" + (chat.equals("private") ? 600 : 5)
                         + ",'dialogId':'" + dialogId + "'," + CHATS.get(chat) + "},'user':" + who + "}}")
                            .replace('\'', '"'));
        }

        boolean speaksToMe() {
            return chat.equals("private") || kind.equals("command") || (kind.equals("join") ? user == ME : mentions);
        }
    }

    private MadeUp madeUp() {
        String chat = one(CHATS.keySet());
        String kind = one(TYPES.keySet());
        boolean written = kind.startsWith("message");
        String sender = written && random.nextInt(6) == 0 ? "system" : one(SENDERS.keySet());
        long user = sender.equals("system") ? 0 : random.nextInt(4) == 0 ? ME : 12 + random.nextInt(2);
        return new MadeUp(
                kind, chat, chat.equals("private") ? "12" : "chat5", sender, user, random.nextBoolean());
    }

    private EventFilter filter() {
        return new EventFilter(
                upperCase(some(Set.of("messageAdd", "ONIMBOTV2MESSAGEUPDATE", "join", "command", "NEW"))), random.nextBoolean(),
                some(Set.of("chat5", "chat600", "12", "chat9")), some(CHATS.keySet()),
                some(Set.of("staff", "bot", "guest", "system")),
                random.nextBoolean());
    }

    private static Optional<LeftOut> expected(EventFilter filter, MadeUp event) {
        Set<LeftOut> reasons = EnumSet.noneOf(LeftOut.class);
        if (!filter.types().isEmpty() && !filter.types().contains(event.kind.toUpperCase(Locale.ROOT))
                && !filter.types().contains(TYPES.get(event.kind))) {
            reasons.add(LeftOut.TYPE);
        }
        if (!filter.includeOwn() && event.user == ME) {
            reasons.add(LeftOut.OWN);
        }
        String byNumber = event.chat.equals("private") ? "chat600" : "chat5";
        if (!filter.dialogs().isEmpty() && !filter.dialogs().contains(event.dialogId) && !filter.dialogs().contains(byNumber)) {
            reasons.add(LeftOut.DIALOG);
        }
        if (!filter.chats().isEmpty() && (event.chat.isEmpty() || !filter.chats().contains(event.chat))) {
            reasons.add(LeftOut.CHAT);
        }
        if (!filter.senders().isEmpty() && (event.sender.isEmpty() || !filter.senders().contains(event.sender))) {
            reasons.add(LeftOut.SENDER);
        }
        if (filter.mentionOnly() && !event.speaksToMe()) {
            reasons.add(LeftOut.MENTION);
        }
        return reasons.stream().findFirst();
    }

    @Test
    void whatIsLeftOutIsWhatTheOptionsSayAndTheFirstReasonIsTold() {
        Set<LeftOut> seen = EnumSet.noneOf(LeftOut.class);
        int routed = 0;
        for (int i = 0; i < 20_000; i++) {
            EventFilter filter = filter();
            MadeUp event = madeUp();
            Optional<LeftOut> reason = filter.reason(event.event(), ME);
            assertEquals(expected(filter, event), reason, "-Dseed=" + seed + ", " + i + ": " + filter + " of " + event);
            reason.ifPresent(seen::add);
            routed += reason.isEmpty() ? 1 : 0;
        }

        assertEquals(EnumSet.allOf(LeftOut.class), seen);
        assertTrue(routed > 100, routed + " routed");
    }

    @Test
    void withoutOptionsEverythingIsRoutedWhoeverActs() {
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Optional.empty(), Settings.EVERYTHING.reason(madeUp().event(), i % 2 == 0 ? null : ME));
        }
        assertEquals(Optional.empty(), Settings.EVERYTHING.reason(Bitrix24ImEvent.of("{\"eventId\":1}"), null));
    }

    @Test
    void itIsKnownWhenTheActingUserMatters() {
        assertFalse(Settings.EVERYTHING.needsActingUser());
        assertTrue(new EventFilter(Set.of(), false, Set.of(), Set.of(), Set.of(), false).needsActingUser());
        assertTrue(new EventFilter(Set.of(), true, Set.of(), Set.of(), Set.of(), true).needsActingUser());
    }

    @Test
    void anEventThatTellsNothingIsLeftOutByEachOptionButIncludeOwn() {
        Bitrix24ImEvent event = Bitrix24ImEvent.of("{\"eventId\":1}");

        assertEquals(Optional.of(LeftOut.TYPE),
                new EventFilter(Set.of("JOIN"), true, Set.of(), Set.of(), Set.of(), false).reason(event, ME));
        assertEquals(Optional.empty(), new EventFilter(Set.of(), false, Set.of(), Set.of(), Set.of(), false).reason(event, ME));
        assertEquals(Optional.of(LeftOut.DIALOG),
                new EventFilter(Set.of(), true, Set.of("chat5"), Set.of(), Set.of(), false).reason(event, ME));
        assertEquals(Optional.of(LeftOut.CHAT),
                new EventFilter(Set.of(), true, Set.of(), Set.of("group"), Set.of(), false).reason(event, ME));
        assertEquals(Optional.of(LeftOut.SENDER),
                new EventFilter(Set.of(), true, Set.of(), Set.of(), Set.of("staff"), false).reason(event, ME));
        assertEquals(Optional.of(LeftOut.MENTION),
                new EventFilter(Set.of(), true, Set.of(), Set.of(), Set.of(), true).reason(event, ME));
    }

    private String one(Set<String> of) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(of));
        return sorted.get(random.nextInt(sorted.size()));
    }

    private Set<String> some(Set<String> of) {
        Set<String> some = new TreeSet<>(of);
        some.removeIf(element -> element.isEmpty() || random.nextBoolean());
        return random.nextInt(3) == 0 ? some : Set.of();
    }

    private static Set<String> upperCase(Set<String> names) {
        Set<String> upper = new TreeSet<>();
        names.forEach(name -> upper.add(name.toUpperCase(Locale.ROOT)));
        return upper;
    }
}
