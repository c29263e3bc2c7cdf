package io.github.camelbitrix24.im.operation;

import java.util.List;

import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.file.OutgoingFile;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * As whom a producer acts. It alone knows which REST methods do what a route asks for: those that are tried first at
 * the front, which a portal may not have, and last the one that every portal has.
 */
interface Actor {

    /** The queue of the events that the actor hears of. */
    EventQueue queue();

    /**
     * Has the actor's events recorded from now on.
     *
     * @return what the portal answers
     */
    boolean subscribe() throws RestException;

    /**
     * Ends that.
     *
     * @return                          what the portal answers
     * @throws IllegalArgumentException if there is no end to it
     */
    boolean unsubscribe() throws RestException;

    /** A call as it is made in the name of this actor. */
    default RestCall inName(RestCall call) throws RestException {
        return call;
    }

    /** Whether a refusal shows that something about the actor must be found out anew, before the call is made again. */
    default boolean isForgotten(RestException refusal) {
        return false;
    }

    /** Whether buttons may have commands without saying whose they are. */
    default boolean hasCommands() {
        return false;
    }

    List<RestCall> post(Post post);

    /** Whether files can be put into the folder of a dialog first, and be shown by a message then. */
    default boolean hasFolders() {
        return false;
    }

    /**
     * Posts a file in one call, which must not be made twice.
     *
     * @param caption the text of the message, or {@code null}
     */
    RestCall upload(String dialogId, OutgoingFile file, String caption);

    /** @param content {@code N} as a part takes that part away, and an absent one leaves it as it is */
    List<RestCall> edit(long messageId, Content content);

    List<RestCall> delete(long messageId);

    List<RestCall> react(long messageId, String reaction);

    List<RestCall> takeBack(long messageId, String reaction);

    /** @param status what the actor is doing; {@code null} for nothing in particular */
    List<RestCall> typing(String dialogId, String status);

    List<RestCall> read(String dialogId, long messageId);

    List<RestCall> history(String dialogId, Section section) throws RestException;

    /** @param dialogId which shows the file, or {@code null} if that is not known */
    List<RestCall> download(long fileId, String dialogId);

    /** Who has an e-mail address. */
    List<RestCall> people(String email);

    /** Whether a message cannot be changed, most likely because it is not there any more. */
    boolean isGone(RestException refusal);
}
