package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.LongToIntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What there is on the portal now: the people and their chats, and behind them the queues and the calls. */
public final class PortalView {

    private final PortalState portal;

    PortalView(PortalState portal) {
        this.portal = portal;
    }

    /** Everybody, in the order of ids. */
    public List<PersonView> people() {
        return read(() -> portal.directory.all().stream().map(this::person).toList());
    }

    /** @throws NoSuchElementException if there is nobody of this id */
    public EmulatedUser person(long id) {
        return read(() -> portal.directory.find(id)
                .orElseThrow(() -> new NoSuchElementException("There is nobody with the id " + id)));
    }

    /** The chats that a person sees: those that the person is in, and those that the person may join. */
    public List<ChatView> chats(long personId) {
        EmulatedUser person = person(personId);
        return read(() -> new ChatList(portal).of(person));
    }

    /**
     * The latest messages of a chat, in the order in which they were said.
     *
     * @throws NoSuchElementException if there is no such chat, or no such person
     */
    public List<MessageView> messages(long personId, String dialogId, int atMost) {
        person(personId);
        return read(() -> new ChatList(portal).messages(personId, dialogId, atMost));
    }

    /** Who else shows to be busy in a chat now; as {@link #messages(long, String, int)}. */
    public List<TypingView> typing(long personId, String dialogId) {
        person(personId);
        return read(() -> new ChatList(portal).typing(personId, dialogId));
    }

    /** The queues of those who are subscribed, were so, or are bots. */
    public List<QueueView> queues(int latestEvents) {
        return queues(id -> latestEvents);
    }

    /** As {@link #queues(int)}, but only that of one user, or bot, with its events. */
    public List<QueueView> queues(long userId, int latestEvents) {
        return queues(id -> id == userId ? latestEvents : 0);
    }

    private List<QueueView> queues(LongToIntFunction latestEvents) {
        return read(() -> portal.log.userIds().stream().map(id -> queue(id, latestEvents.applyAsInt(id))).toList());
    }

    /** The latest calls, the oldest first. */
    public List<RequestView> requests(int atMost) {
        return read(() -> {
            List<RecordedCall> calls = portal.journal.last(atMost);
            long first = portal.journal.recorded() - calls.size() + 1;
            List<RequestView> requests = new ArrayList<>();
            for (RecordedCall call : calls) {
                requests.add(request(first + requests.size(), call));
            }
            return requests;
        });
    }

    public List<OAuthApplication> applications() {
        return read(portal.oauth::applications);
    }

    /** Whether a person may have a file: one that is in a chat of the person, or on the person's own drive. */
    public boolean mayRead(long personId, long fileId) {
        EmulatedUser person = person(personId);
        return read(() -> portal.disk.find(fileId)
                .filter(file -> new DialogAccess(portal).mayRead(person, file)).isPresent());
    }

    /** Grows whenever something may have changed. */
    public long version() {
        return portal.monitor.version();
    }

    /** Waits until the version is another, or the time is over. Returns the version that it is then. */
    public long awaitChange(long seen, Duration atMost) throws InterruptedException {
        portal.monitor.await(() -> portal.monitor.version() != seen, atMost);
        return version();
    }

    /** The text without the secrets of webhooks, bots and applications. */
    public String masked(String text) {
        return read(() -> secrets().filter(text::contains).distinct().reduce(text, PortalView::without));
    }

    /** A short secret may be a part of any word; it is masked where it stands by itself. */
    private static String without(String text, String secret) {
        return text.replaceAll("(?<![A-Za-z0-9])" + Pattern.quote(secret) + "(?![A-Za-z0-9])", "****");
    }

    private Stream<String> secrets() {
        return Stream.of(portal.directory.all().stream().map(user -> user.secret),
                portal.bots.all().stream().flatMap(bot -> Stream.of(bot.token(), bot.appId)),
                portal.oauth.secrets()).flatMap(secrets -> secrets).filter(secret -> !secret.isEmpty());
    }

    private PersonView person(EmulatedUser user) {
        return new PersonView(
                user.id, user.name, user.kind.name().toLowerCase(Locale.ROOT), user.active,
                portal.log.isSubscribed(user.id), user.webhookActive);
    }

    private QueueView queue(long id, int latestEvents) {
        EventQueue queue = portal.log.settled(id);
        boolean bot = portal.bots.find(id).isPresent();
        return new QueueView(
                id, portal.directory.find(id).map(user -> user.name).orElse("User " + id), bot,
                bot || portal.log.isSubscribed(id), queue.lastOffset(), queue.recorded.size(), queue.pending().size(),
                queue.acknowledged.size(), queue.lost.size(), queue.purged.size(), queue.traces(latestEvents));
    }

    private RequestView request(long number, RecordedCall call) {
        return new RequestView(
                number, call.at(), call.method(), call.userId(),
                portal.directory.find(call.userId()).map(user -> user.name).orElse(""),
                call.headers().getOrDefault("user-agent", ""), call.status(), call.error(), call.toString());
    }

    private <T> T read(Supplier<T> view) {
        return portal.monitor.read(view);
    }
}
