package io.github.camelbitrix24.im.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;

import javax.net.ssl.SSLContext;

import io.github.camelbitrix24.im.recording.EventAnonymiser;
import io.github.camelbitrix24.im.testkit.control.Control;

/**
 * A Bitrix24 portal for tests: users talk in chats, applications call its REST API over HTTP, and the event queue
 * behind {@code im.v2.Event.*} keeps, hands out and deletes rows as im 26.250 does. It listens on loopback only; its
 * state can be looked at, waited for and disturbed at any time from any thread.
 */
public final class PortalEmulator extends EmulatedQueues implements AutoCloseable {

    /**
     * Is in every secret that an emulated portal makes up, of webhooks and of OAuth applications: whoever wants to know
     * whether an application shows secrets looks for it. Authorisation codes, which arrive in a URL, are without it.
     */
    public static final String SECRET_MARK = "zx9q";

    private final Listener listener;
    Control control;

    PortalEmulator(PortalState portal, Listener listener) {
        super(portal);
        this.listener = listener;
    }

    public static PortalEmulator start() {
        return builder().start();
    }

    public static PortalEmulator start(int port) {
        return builder().port(port).start();
    }

    public static PortalBuilder builder() {
        return new PortalBuilder();
    }

    public String url() {
        return portal.url();
    }

    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        control.close();
        listener.close();
    }

    /** A user with an incoming webhook; created when the id is new. */
    public EmulatedUser user(long id) {
        return portal.monitor.write(() -> portal.directory.user(id));
    }

    /**
     * A bot that webhooks drive by this token, named as its code; registered, in fetch mode, when the code is new.
     *
     * @throws IllegalArgumentException if somebody else has the code
     */
    public EmulatedBot bot(String code, String token) {
        return portal.monitor.write(() -> {
            EmulatedBot bot = portal.bots.find(code).orElseGet(
                    () -> portal.bots.register(code, EmulatedBot.WEBHOOK_MARK + token, BotProfile.named(code)));
            if (!bot.appId.equals(EmulatedBot.WEBHOOK_MARK + token)) {
                throw new IllegalArgumentException("The bot " + code + " has another token, or belongs to an application");
            }
            return bot;
        });
    }

    /**
     * The bot of this code, whoever registered it.
     *
     * @throws java.util.NoSuchElementException if there is none now
     */
    public EmulatedBot bot(String code) {
        return portal.monitor.read(() -> portal.bots.find(code)
                .orElseThrow(() -> new NoSuchElementException("There is no bot " + code)));
    }

    /** The bots that are registered now, in the order of their ids. */
    public List<EmulatedBot> bots() {
        return portal.monitor.read(portal.bots::all);
    }

    /** Where the portal keeps files. */
    public EmulatedDisk disk() {
        return portal.disk;
    }

    /** A group chat, for example {@code chat5}, or that of a workgroup, {@code sg12}; created when the id is new. */
    public EmulatedChat chat(String dialogId) {
        return portal.monitor.write(() -> portal.messenger.chat(dialogId));
    }

    public PortalEmulator behave(Behaviour... behaviours) {
        portal.monitor.run(() -> List.of(behaviours).forEach(portal.behaviours::choose));
        return this;
    }

    public PortalClock clock() {
        return portal.clock;
    }

    /** Writes a row whatever the subscription; the data is sent as it is given here. Returns the event's id. */
    public long record(long userId, String type, String json) {
        return portal.monitor.write(() -> portal.log.record(userId, type, json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a row with a chosen id, from which the portal's counter goes on. */
    public long record(long userId, long eventId, String type, String json) {
        return portal.monitor.write(() -> portal.log.record(userId, eventId, type, json.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the action records gets its ids now, but is visible only when it is committed. */
    public LateRows withholdVisibility(Runnable action) {
        return withhold(action, Instant.MAX);
    }

    /**
     * What the action records gets its ids now, but is visible only when the portal's clock has gone on by the delay.
     */
    public LateRows withholdVisibility(Duration delay, Runnable action) {
        return withhold(action, portal.clock.now().plus(delay));
    }

    private LateRows withhold(Runnable action, Instant due) {
        LateRows late = new LateRows(portal.monitor, portal.log, due);
        portal.log.withhold(late, action);
        portal.monitor.run(() -> portal.log.remember(late));
        return late;
    }

    /**
     * Plays a recording from now on, by the portal's clock, for those who are subscribed. Looks at all its lines first.
     */
    public Replay replay(Path recording) {
        return Replay.of(portal, recording);
    }

    /** What is recorded from now on is written to this file, with names and texts replaced. */
    public Recording recordTo(Path file) {
        return Recording.to(portal, file, new EventAnonymiser());
    }

    /** Other users of the portal have consumed ids. */
    public PortalEmulator skipIds(long count) {
        return with(() -> portal.log.skipIds(count));
    }

    /** The portal was restored from a backup: its counter goes on from here, its rows stay. */
    public PortalEmulator restartIdsAt(long nextId) {
        return with(() -> portal.log.restartIdsAt(nextId));
    }

    /** All rows of all users are gone without a trace. */
    public PortalEmulator dropRows() {
        return with(portal.log::dropRows);
    }

    /** From now on a subscription takes effect that much later, as on portals without a managed cache. */
    public PortalEmulator delaySubscriptions(Duration delay) {
        return with(() -> portal.log.delaySubscriptions(delay));
    }

    /** As {@link #delaySubscriptions(Duration)}: after an unsubscription, events are recorded for that much longer. */
    public PortalEmulator delayUnsubscriptions(Duration delay) {
        return with(() -> portal.log.delayUnsubscriptions(delay));
    }

    /** So many of the next events that somebody would get are recorded for nobody, without a word. */
    public PortalEmulator loseNextEvents(int count) {
        return with(() -> portal.log.loseNext(count));
    }

    /** The events of what applications post from now on wait until this is closed. */
    public HeldEvents holdPostedEvents() {
        return portal.monitor.write(portal.postedEvents::hold);
    }

    /**
     * From now on calls that come to another address than this are sent there with status 302. It may be another name
     * of this portal's host, as {@code http://localhost:8124} is for {@code http://127.0.0.1:8124}, or another
     * emulator.
     */
    public PortalEmulator renamedTo(String newAddress) {
        return renamedTo(newAddress, 302);
    }

    public PortalEmulator renamedTo(String newAddress, int status) {
        return with(() -> portal.renaming.to(newAddress, status));
    }

    /** All its addresses are good again. */
    public PortalEmulator notRenamed() {
        return with(portal.renaming::undo);
    }

    /** The names of the methods that are emulated. */
    public List<String> methods() {
        return portal.monitor.read(portal.methods::names);
    }

    /**
     * Answers a method that is not emulated, or in place of the emulator, with this: maps, lists, texts, numbers. For
     * errors see {@link #fail(String, Fault)}.
     */
    public PortalEmulator answer(String method, Object result) {
        return answer(method, parameters -> result);
    }

    /**
     * As {@link #answer(String, Object)}, from the parameters of the call. Nobody else gets at the portal meanwhile.
     */
    public PortalEmulator answer(String method, Function<Map<String, Object>, Object> result) {
        return with(() -> portal.methods.teach(method, result));
    }

    /** From now on applications cannot change or delete messages that are older. */
    public PortalEmulator limitEditing(Duration age) {
        return with(() -> portal.editableFor = age);
    }

    public PortalEmulator limitRate(RateLimit limit) {
        return with(() -> portal.rateLimiter.limit(limit));
    }

    /** Above this much running time of a method in ten minutes it is blocked; 420 s unless told otherwise. */
    public PortalEmulator limitOperatingTime(Duration limit) {
        return with(() -> portal.operatingTime.limit(limit));
    }

    /** From now on each call of the method counts as having run that long; nobody waits for it. */
    public PortalEmulator assumeOperatingTime(String method, Duration duration) {
        return with(() -> portal.operatingTime.assume(method, duration));
    }

    /** An application with tokens; created when the id is new. */
    public OAuthApplication oauthApplication(String clientId) {
        return portal.monitor.write(() -> portal.oauth.application(clientId));
    }

    /** Whether the portal can ask the authorisation server about tokens that it does not know yet. */
    public PortalEmulator authorizationServerUnreachable(boolean unreachable) {
        return with(() -> portal.oauth.unreachable(unreachable));
    }

    /** A TLS context for clients that trusts the certificate of every portal that serves HTTPS in this process. */
    public static SSLContext trustingClient() {
        return LoopbackTls.context();
    }

    public List<RecordedCall> calls() {
        return portal.monitor.read(portal.journal::calls);
    }

    public List<RecordedCall> calls(String method) {
        return portal.monitor.read(() -> portal.journal.calls(method));
    }

    /** Forgets the calls so far, and how many there were at once. */
    public PortalEmulator clearCalls() {
        return with(portal.journal::clear);
    }

    /** How many calls of the method are being answered now. */
    public int underWay(String method) {
        return portal.monitor.read(() -> portal.journal.underWay(method));
    }

    /** How many calls of the method were being answered at once at most. */
    public int peak(String method) {
        return portal.monitor.read(() -> portal.journal.peak(method));
    }

    /** The messages that applications have posted. */
    public List<SentMessage> sent() {
        return portal.monitor.read(portal.outbox::sent);
    }

    /** The portal as people see it, and its queues and calls as those who look into it do. */
    public PortalView view() {
        return new PortalView(portal);
    }

    /** What was said and done in the chats, message by message. */
    public Transcript transcript() {
        return new Transcript(portal);
    }

    /**
     * A message as it is now, also one that is deleted.
     *
     * @throws java.util.NoSuchElementException if there was never such a message
     */
    public StoredMessage message(long id) {
        return transcript().message(id);
    }

    /** Forgets what {@link #sent()} has; the messages stay in their chats. */
    public PortalEmulator clearSent() {
        return with(portal.outbox::clear);
    }

    /**
     * As if the portal had failed in the middle of posting with this template id: for an hour it refuses the same post.
     */
    public PortalEmulator templateIdUnderWay(String templateId) {
        return with(() -> portal.templateIds.begin(templateId));
    }

    /** The next call of the method fails; {@code *} is any method without a plan of its own. */
    public PortalEmulator fail(String method, Fault fault) {
        return fail(method, fault, 1);
    }

    /** The next calls of the method fail, after those planned before. */
    public PortalEmulator fail(String method, Fault fault, int times) {
        portal.faults.plan(FaultPlan.EVERYBODY, method, fault, times);
        return this;
    }

    /**
     * Until it is closed, every call of the method fails like this, whatever else is planned; {@code *} is any method.
     */
    public LastingFault keepsFailing(String method, Fault fault) {
        return portal.faults.keep(method, fault);
    }

    /** Until it is closed, connections are refused. */
    public Outage outage() {
        return new Outage(listener);
    }

    /** Forgets the faults that have not happened yet, and ends those that last. */
    public PortalEmulator heal() {
        return with(portal.faults::clear);
    }

    /** Waits until the portal is in a state, or fails with a description of the state it is in. */
    public void await(Predicate<PortalEmulator> state, Duration atMost) {
        try {
            if (!portal.monitor.await(() -> state.test(this), atMost)) {
                throw new AssertionError("The portal did not get there within " + atMost + "\n" + describe());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting\n" + describe(), e);
        }
    }

    /** Queues and latest calls, without secrets. */
    public String describe() {
        return portal.monitor.read(() -> Description.of(portal));
    }

    private PortalEmulator with(Runnable change) {
        portal.monitor.run(change);
        return this;
    }
}
