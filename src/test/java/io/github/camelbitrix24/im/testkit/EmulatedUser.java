package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Someone on the emulated portal: an employee with an incoming webhook, a bot, or a customer of an open line. What a
 * user does here is done in the messenger's own interface; what an application does in a user's name comes over HTTP.
 */
public final class EmulatedUser {

    final PortalState portal;
    final long id;
    final Set<String> scopes = new LinkedHashSet<>(List.of("im"));
    String name;
    String secret;
    UserKind kind = UserKind.EMPLOYEE;
    boolean active = true;
    boolean admin;
    boolean webhookActive = true;
    Map<String, String> phones;
    Instant absentUntil;
    String email;
    final Set<Long> inaccessible = new LinkedHashSet<>();
    long actingAs;
    BotProfile botProfile;

    EmulatedUser(PortalState portal, long id, String secret) {
        this.portal = portal;
        this.id = id;
        this.secret = secret;
        this.actingAs = id;
        this.name = "User " + id;
    }

    public long id() {
        return id;
    }

    public String name() {
        return portal.monitor.read(() -> name);
    }

    public String secret() {
        return portal.monitor.read(() -> secret);
    }

    /** The whole URL of the user's incoming webhook, with a slash at its end. */
    public String webhook() {
        return portal.url() + "/rest/" + id + "/" + secret() + "/";
    }

    public EmulatedUser named(String newName) {
        return with(() -> name = newName);
    }

    public EmulatedUser secret(String newSecret) {
        return with(() -> secret = newSecret);
    }

    /** The scopes of the webhook; {@code im} unless told otherwise. */
    public EmulatedUser scopes(String... names) {
        return with(() -> {
            scopes.clear();
            scopes.addAll(List.of(names));
        });
    }

    public EmulatedUser bot() {
        return with(() -> kind = UserKind.BOT);
    }

    public EmulatedUser customer() {
        return with(() -> kind = UserKind.CUSTOMER);
    }

    /** From another company: sees only those with whom a group chat is shared. */
    public EmulatedUser extranet() {
        return with(() -> kind = UserKind.EXTRANET);
    }

    /** Came by an invitation link: sees only those with whom a group chat is shared. */
    public EmulatedUser guest() {
        return with(() -> kind = UserKind.GUEST);
    }

    public EmulatedUser admin() {
        return with(() -> admin = true);
    }

    /**
     * The numbers by kind: {@code personal_mobile}, {@code work_phone}, {@code inner_phone}, {@code personal_phone};
     * none at all is written as {@code false}. An employee has some unless told otherwise.
     */
    public EmulatedUser phones(Map<String, String> numbers) {
        return with(() -> phones = new LinkedHashMap<>(numbers));
    }

    /** The address by which {@code user.get} finds the person; an employee has one unless told otherwise. */
    public EmulatedUser email(String address) {
        return with(() -> email = address);
    }

    String address() {
        return email != null ? email : kind == UserKind.EMPLOYEE ? "user" + id + "@acme.example" : "";
    }

    /** Until when the person is away; {@code null}: is here. */
    public EmulatedUser absentUntil(Instant end) {
        return with(() -> absentUntil = end);
    }

    /** Left the company: no longer authorised, no longer a recipient. */
    public EmulatedUser dismissed() {
        return with(() -> active = false);
    }

    /** Works here again, in the same chats. */
    public EmulatedUser reinstated() {
        return with(() -> active = true);
    }

    public EmulatedUser webhookRevoked() {
        return with(() -> webhookActive = false);
    }

    /** The webhook works again, with the secret that it has. */
    public EmulatedUser webhookRestored() {
        return with(() -> webhookActive = true);
    }

    /** Applications cannot write to these people in the user's name: the private dialog is refused. */
    public EmulatedUser withoutAccessTo(long... userIds) {
        return with(() -> LongStream.of(userIds).forEach(inaccessible::add));
    }

    /** The next call of the method by this user, through the webhook or a token, fails. */
    public EmulatedUser fails(String method, Fault fault) {
        return fails(method, fault, 1);
    }

    /**
     * The next calls of the method by this user fail; {@code *} is any method without a plan of its own. Plans for a
     * user come before those for everybody.
     */
    public EmulatedUser fails(String method, Fault fault, int times) {
        portal.faults.plan(id, method, fault, times);
        return this;
    }

    /** Hands the webhook over to another user, whose queue it reads from now on; its URL stays. */
    public EmulatedUser webhookActsAs(long userId) {
        return with(() -> actingAs = portal.directory.user(userId).id);
    }

    public EmulatedUser subscribed() {
        return with(() -> portal.log.subscribe(id));
    }

    /**
     * Says something in a group chat ({@code "chat5"}), in that of a workgroup ({@code "sg12"}) or to a person
     * ({@code "12"}). Returns the message's id.
     */
    public long says(String dialogId, String text) {
        return says(dialogId, Draft.text(text));
    }

    public long says(String dialogId, Draft draft) {
        return portal.monitor.write(() -> portal.messenger.say(this, portal.messenger.dialog(this, dialogId), draft));
    }

    /** Shows files in one message, without a word. Returns the message's id. */
    public long sends(String dialogId, FileDraft... files) {
        return sends(dialogId, "", files);
    }

    /** Shows files in one message, with a caption. Returns the message's id. */
    public long sends(String dialogId, String caption, FileDraft... files) {
        return portal.monitor.write(() -> {
            EmulatedChat chat = portal.messenger.dialog(this, dialogId);
            long[] ids = Stream.of(files).mapToLong(
                    file -> portal.disk.add(chat, id, file.name, file.contentType, file.content).id()).toArray();
            return portal.messenger.say(this, chat, Draft.text(caption).files(ids));
        });
    }

    /** Answers a message in its chat, which quotes it. Returns the id of the answer. */
    public long replies(long messageId, String text) {
        return portal.monitor.write(() -> portal.messenger.reply(this, messageId, Draft.text(text)));
    }

    /** Reads everything in a chat; whoever wrote it is told so. */
    public EmulatedUser reads(String dialogId) {
        return with(() -> portal.messenger.dialog(this, dialogId).readTo(id, Long.MAX_VALUE));
    }

    /** Reads a message, and what was said before it in its chat. */
    public EmulatedUser reads(long messageId) {
        return with(() -> portal.messenger.known(messageId).chat.readTo(id, messageId));
    }

    /** Answers in the thread under a message. Returns the id of the comment. */
    public long comments(long messageId, String text) {
        return portal.monitor.write(() -> portal.messenger.comment(this, messageId, Draft.text(text)));
    }

    /** Is in the thread under a message without having said anything there; who is not in the channel gets nothing. */
    public EmulatedUser follows(long messageId) {
        return with(() -> portal.messenger.thread(messageId).members.add(id));
    }

    public EmulatedUser edits(long messageId, String text) {
        return with(() -> portal.messenger.edit(messageId, text));
    }

    public EmulatedUser deletes(long messageId) {
        return with(() -> portal.messenger.delete(messageId));
    }

    public EmulatedUser reacts(long messageId, String reaction) {
        return with(() -> portal.messenger.react(this, messageId, reaction));
    }

    public EmulatedUser withdraws(long messageId) {
        return with(() -> portal.messenger.withdraw(this, messageId));
    }

    /**
     * Presses a button of a message by what is written on it: one with a command tells its bot, one that sends says
     * something in the user's name, the others do nothing that the portal notices.
     *
     * @throws IllegalArgumentException if there is no such button, or it is disabled
     */
    public EmulatedUser presses(long messageId, String text) {
        return with(() -> new MessageButtons(portal).choose(this, messageId, "KEYBOARD", text));
    }

    /**
     * Sends a button's command that no button of the message need have, with any parameters, as anybody can who has
     * read about it.
     *
     * @param command without its slash
     */
    public EmulatedUser presses(long messageId, long botId, String command, String params) {
        return with(() -> new MessageButtons(portal).command(this, portal.messenger.known(messageId), botId, command,
                params, "keyboard"));
    }

    /** As {@link #presses(long, String)}, but an item of the message's menu. */
    public EmulatedUser chooses(long messageId, String text) {
        return with(() -> new MessageButtons(portal).choose(this, messageId, "MENU", text));
    }

    /** Opens a dialog with a bot, or a chat with one, by a link that carries a context. */
    public EmulatedUser opens(String dialogId, Map<String, ?> context) {
        return with(() -> new BotContext(portal).send(this, portal.messenger.dialog(this, dialogId), context));
    }

    public EmulatedUser joins(String dialogId) {
        return with(() -> portal.messenger.join(this, portal.messenger.chat(dialogId)));
    }

    /**
     * Adds others to a chat: an event for each, and the chat's system message about it. Of those who are members
     * nothing is told.
     */
    public EmulatedUser invites(String dialogId, long... userIds) {
        return with(() -> portal.messenger.invite(this, portal.messenger.chat(dialogId), userIds));
    }

    /** No event tells of it. */
    public EmulatedUser leaves(String dialogId) {
        return with(() -> portal.messenger.leave(this, portal.messenger.chat(dialogId)));
    }

    private EmulatedUser with(Runnable change) {
        portal.monitor.run(change);
        return this;
    }
}
