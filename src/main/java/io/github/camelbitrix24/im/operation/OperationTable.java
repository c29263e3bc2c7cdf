package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.rest.MethodName;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * The operations, by the names that they have in routes, with what holds for each of them wherever it is used.
 */
public enum OperationTable {

    subscribe(Subscribe::new, Repetition.HARMLESS, Urgency.OTHER, "im", "im.v2.Event.subscribe"),
    unsubscribe(Unsubscribe::new, Repetition.HARMLESS, Urgency.OTHER, "im", "im.v2.Event.unsubscribe"),
    events(ReadEvents::new, Repetition.HARMLESS, Urgency.POLL, "im", "im.v2.Event.get", "imbot.v2.Event.get"),
    /** Harmless twice by the template id. */
    send(Send::new, Repetition.HARMLESS, Urgency.SEND, "im", Method.MESSAGE_ADD, Method.CHAT_MESSAGE_SEND, Method.BOT_SEND),
    /** As sending and editing. */
    stream(Streaming::new, Repetition.HARMLESS, Urgency.SEND, "im", Method.MESSAGE_ADD, Method.CHAT_MESSAGE_SEND,
           Method.MESSAGE_UPDATE, Method.BOT_SEND, Method.BOT_UPDATE),
    edit(Edit::new, Repetition.HARMLESS, Urgency.OTHER, "im", Method.MESSAGE_UPDATE, Method.BOT_UPDATE),
    delete(Delete::new, Repetition.HARMLESS, Urgency.OTHER, "im", Method.MESSAGE_DELETE, Method.BOT_DELETE),
    react(React::new, Repetition.HARMLESS, Urgency.OTHER, "im", Method.REACTION_ADD, Method.REACTION_DELETE,
          Method.MESSAGE_LIKE, Method.BOT_REACTION_ADD, Method.BOT_REACTION_DELETE),
    typing(Typing::new, Repetition.NEVER, Urgency.TYPING, "im", Method.DIALOG_WRITING, Method.INPUT_ACTION,
           Method.BOT_INPUT_ACTION),
    read(Read::new, Repetition.HARMLESS, Urgency.OTHER, "im", Method.DIALOG_READ, Method.BOT_READ),
    history(History::new, Repetition.HARMLESS, Urgency.POLL, "im", Method.DIALOG_MESSAGES, Method.BOT_CONTEXT),
    /** A file and its message in one call are never sent twice: the portal would post both. */
    upload(Upload::new, Repetition.BUT_FILES, Urgency.FILE, "im", Method.DISK_FOLDER, Method.FOLDER_UPLOAD, Method.FILE_COMMIT,
           Method.FILE_UPLOAD, Method.BOT_FILE_UPLOAD),
    download(Download::new, Repetition.HARMLESS, Urgency.FILE, "im", Method.FILE_DOWNLOAD, Method.BOT_FILE_DOWNLOAD),
    /** Which scope a method needs, and whether it may be called twice, depends on the method. */
    call(Call::new, Repetition.BY_METHOD, Urgency.OTHER, null),
    /** Makes calls of its own, which change nothing at the portal. */
    check(null, Repetition.HARMLESS, Urgency.OTHER, null),
    /** No operation of its own: dialogs may be named by a person's e-mail address. */
    PEOPLE(null, Repetition.HARMLESS, Urgency.SEND, "user' or 'user_basic", Method.USER_GET);

    enum Repetition {
        HARMLESS,
        NEVER,
        BUT_FILES,
        BY_METHOD
    }

    private static final Set<String> NO_DIALOG = Set.of("CHAT_ID", "CHAT_ID_EMPTY", "CHAT_NOT_FOUND", "DIALOG_ID_EMPTY",
            "USER_ID_EMPTY", "USER_NOT_FOUND");

    private final Function<Means, Operation> constructor;
    private final Repetition repetition;
    private final Urgency urgency;
    private final String scope;
    private final List<String> methods;
    private final List<String> methodsOfBots;

    OperationTable(Function<Means, Operation> constructor, Repetition repetition, Urgency urgency, String scope,
                   String... methods) {
        this.constructor = constructor;
        this.repetition = repetition;
        this.urgency = urgency;
        this.scope = scope;
        this.methods = Stream.of(methods).filter(method -> !BotActor.isOfBots(method)).toList();
        this.methodsOfBots = Stream.of(methods).filter(BotActor::isOfBots).toList();
    }

    /** The operation itself, for one producer. */
    public Operation with(Means means) {
        return constructor.apply(means);
    }

    /** Whether a call may be made again when it is not known what became of the first. */
    boolean isHarmlessTwice(String method) {
        return switch (repetition) {
            case HARMLESS -> true;
            case NEVER -> false;
            case BUT_FILES -> !method.equals(Method.FILE_UPLOAD) && !method.equals(Method.BOT_FILE_UPLOAD);
            case BY_METHOD -> MethodName.isReading(method);
        };
    }

    /** A refusal of the portal, with what a person can do about it as far as that depends on the operation. */
    RestException advised(RestException refusal) {
        String advice = advice(refusal);
        return advice == null ? refusal : refusal.advising(advice);
    }

    private boolean ofDialog() {
        return this == send || this == upload || this == typing || this == read || this == history;
    }

    private String advice(RestException refusal) {
        if (scope == null || refusal.code() == null) {
            return null;
        }
        String needed = BotActor.isOfBots(refusal.method()) ? "imbot" : scope;
        if ("insufficient_scope".equalsIgnoreCase(refusal.code())) {
            return "Give the webhook or application the scope '" + needed + "'"
                   + (needed.equals("imbot") ? ", which the option bot needs." : ".");
        }
        if (ofDialog() && refusal.hasCode(NO_DIALOG)) {
            return "There is no such dialog for the user of these credentials: check the header CamelBitrix24ImDialogId or the"
                   + " option dialogId, which names one for example as chat5 or as a user's id.";
        }
        if (this == download && "access_denied".equalsIgnoreCase(refusal.code()) && refusal.status() != 401) {
            return "The user of these credentials, or the bot, may not read this file, or its link is not good any more.";
        }
        boolean ofEvents = this == subscribe || this == unsubscribe || this == events;
        if (ofEvents || !MissingMethods.isMissing(refusal)) {
            return null;
        }
        return this == react
                ? "This portal has no reactions but like: leave the option reaction and the header CamelBitrix24ImReaction out."
                : "The portal does not know this method: it belongs to the scope '" + needed
                  + "', which the webhook or application must have, and to a module that the portal must have.";
    }

    /** Before what its calls go, where calls must wait. */
    public Urgency urgency() {
        return urgency;
    }

    /** Which scope the webhook or application needs; {@code null} where that depends on the method. */
    public String scope() {
        return scope;
    }

    /** The REST methods that serve it for a user, those that are tried first at the front. */
    public List<String> methods() {
        return methods;
    }

    /** The REST methods that serve it for a bot. */
    public List<String> methodsOfBots() {
        return methodsOfBots;
    }
}
