package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.testkit.Behaviour.Revision;

/**
 * A bot that an application, or a test, has registered: a user of its own, with a queue of its own under its id, see
 * {@link PortalEmulator#pending(long)} and the like.
 */
public final class EmulatedBot {

    static final String WEBHOOK_MARK = "custom";
    private static final Duration MAY_ANSWER = Duration.ofMinutes(10);

    final EmulatedUser user;
    final long id;
    final Map<Long, BotCommand> commands = new TreeMap<>();
    final Set<Long> chats = new LinkedHashSet<>();
    final Set<Long> people = new LinkedHashSet<>();
    String appId;
    String type = "bot";
    BotProfile profile;
    boolean hidden;
    boolean reactionsEnabled = true;
    boolean supportsOpenLines;
    String backgroundId;
    boolean fetching = true;
    String webhookUrl = "";
    boolean registered = true;
    long messages;
    private final PortalState portal;
    private final String code;
    private final Map<Long, Instant> answerableUntil = new HashMap<>();

    EmulatedBot(PortalState portal, EmulatedUser user, String code, String appId, BotProfile profile) {
        this.portal = portal;
        this.user = user;
        this.id = user.id;
        this.code = code;
        this.appId = appId;
        user.kind = UserKind.BOT;
        user.botProfile = profile;
        look(profile);
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    /** Its side as a user, by which it says things without any application. */
    public EmulatedUser user() {
        return user;
    }

    /** The token by which webhooks drive it; empty if it belongs to an OAuth application. */
    public String token() {
        return read(() -> appId.startsWith(WEBHOOK_MARK) ? appId.substring(WEBHOOK_MARK.length()) : "");
    }

    /** {@code bot}, {@code personal}, {@code supervisor}, {@code openline} or {@code network}. */
    public String type() {
        return read(() -> type);
    }

    public BotProfile profile() {
        return read(() -> profile);
    }

    public boolean isHidden() {
        return read(() -> hidden);
    }

    public boolean isReactionsEnabled() {
        return read(() -> reactionsEnabled);
    }

    public boolean isSupportOpenline() {
        return read(() -> supportsOpenLines);
    }

    /** Null if it has none. */
    public String backgroundId() {
        return read(() -> backgroundId);
    }

    /** {@code fetch} or {@code webhook}. */
    public String eventMode() {
        return read(() -> fetching ? "fetch" : "webhook");
    }

    /** Empty unless its events are sent there. */
    public String webhookUrl() {
        return read(() -> webhookUrl);
    }

    /** Whether nobody has unregistered it. */
    public boolean isRegistered() {
        return read(() -> registered);
    }

    /** Its commands, the oldest first. */
    public List<BotCommand> commands() {
        return read(() -> List.copyOf(commands.values()));
    }

    /** What applications have posted as this bot. */
    public List<SentMessage> sent() {
        return read(() -> portal.outbox.sent().stream().filter(message -> message.userId() == id).toList());
    }

    /** Somebody has made it a bot of this type. */
    public EmulatedBot ofType(String newType) {
        return with(() -> type = newType);
    }

    /** Somebody has changed how it looks. */
    public EmulatedBot looking(BotProfile newProfile) {
        return with(() -> look(newProfile));
    }

    /** From now on it hears what is said in open lines. */
    public EmulatedBot supportingOpenLines() {
        return with(() -> supportsOpenLines = true);
    }

    /** From now on it is told of no reactions. */
    public EmulatedBot withoutReactions() {
        return with(() -> reactionsEnabled = false);
    }

    /** Somebody has registered a command for it, good where the bot is. */
    public EmulatedBot command(String name, String title) {
        return with(() -> {
            long commandId = portal.bots.nextCommandId();
            commands.put(commandId,
                    new BotCommand(commandId, id, name, Map.of(portal.language, title), Map.of(), false, false, false));
        });
    }

    void look(BotProfile newProfile) {
        profile = newProfile;
        user.botProfile = newProfile;
        user.name = newProfile.fullName();
    }

    void mayAnswerIn(long chatId) {
        answerableUntil.put(chatId, portal.clock.now().plus(MAY_ANSWER));
    }

    boolean isAnswerable(long chatId) {
        return portal.clock.now().isBefore(answerableUntil.getOrDefault(chatId, Instant.MIN));
    }

    boolean hearsEverything() {
        return type.equals("supervisor") || type.equals("personal");
    }

    /** What everybody is told of it. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("code", code);
        fields.put("type", type);
        fields.put("isHidden", hidden);
        fields.put("isSupportOpenline", supportsOpenLines);
        fields.put("isReactionsEnabled", reactionsEnabled);
        fields.put("backgroundId", backgroundId);
        fields.put("language", portal.language);
        return fields;
    }

    /** What its application is told of it, and its events: up to revision 34 with a field in which the token is. */
    Map<String, Object> ownerFields() {
        Map<String, Object> fields = fields();
        fields.put("moduleId", "rest");
        if (portal.behaviours.is(Revision.R33)) {
            fields.put("appId", appId);
        }
        fields.put("eventMode", fetching ? "fetch" : "webhook");
        fields.put("countMessage", messages);
        fields.put("countCommand", commands.size());
        fields.put("countChat", chats.size());
        fields.put("countUser", people.size());
        return fields;
    }

    private <T> T read(Supplier<T> view) {
        return portal.monitor.read(view);
    }

    private EmulatedBot with(Runnable change) {
        portal.monitor.run(change);
        return this;
    }
}
