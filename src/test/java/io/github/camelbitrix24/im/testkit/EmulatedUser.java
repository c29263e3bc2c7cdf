package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
    long actingAs;

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

    public EmulatedUser admin() {
        return with(() -> admin = true);
    }

    /** Left the company: no longer authorised, no longer a recipient. */
    public EmulatedUser dismissed() {
        return with(() -> active = false);
    }

    public EmulatedUser webhookRevoked() {
        return with(() -> webhookActive = false);
    }

    /** Hands the webhook over to another user, whose queue it reads from now on; its URL stays. */
    public EmulatedUser webhookActsAs(long userId) {
        return with(() -> actingAs = portal.directory.user(userId).id);
    }

    public EmulatedUser subscribed() {
        return with(() -> portal.log.subscribe(id));
    }

    /** Says something in a group chat ({@code "chat5"}) or to a person ({@code "12"}). Returns the message's id. */
    public long says(String dialogId, String text) {
        return says(dialogId, Draft.text(text));
    }

    public long says(String dialogId, Draft draft) {
        return portal.monitor.write(() -> portal.messenger.say(this, portal.messenger.dialog(this, dialogId), draft));
    }

    /** Answers in the thread under a message. Returns the id of the comment. */
    public long comments(long messageId, String text) {
        return portal.monitor.write(() -> portal.messenger.comment(this, messageId, Draft.text(text)));
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

    public EmulatedUser joins(String dialogId) {
        return with(() -> portal.messenger.join(this, portal.messenger.chat(dialogId)));
    }

    /** Adds others to a chat: an event for each, and the chat's system message about it. */
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
