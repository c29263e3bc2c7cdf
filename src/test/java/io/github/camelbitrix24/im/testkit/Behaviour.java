package io.github.camelbitrix24.im.testkit;

/**
 * The points on which portals differ: between releases, between the cloud and self-hosted installations, and between
 * what the documentation says and what the server does. The first constant of each is the default.
 */
public sealed interface Behaviour {

    /**
     * What {@code im.v2.Event.unsubscribe} does to the rows of the user: im 26.250 deletes them, the documentation
     * keeps them.
     */
    enum Unsubscribe implements Behaviour {
        DELETES_ROWS,
        KEEPS_ROWS
    }

    /**
     * The {@code action} of a reaction event: always empty in im 26.250, {@code add} and {@code delete} in the
     * documentation.
     */
    enum ReactionAction implements Behaviour {
        EMPTY,
        ADD_DELETE
    }

    /** How {@code chat.textFieldEnabled} is written: {@code true}, or {@code "Y"} as documented. */
    enum TextFieldFlag implements Behaviour {
        BOOLEAN,
        LETTER
    }

    /**
     * What a page names to continue with: {@code nextOffset}, or the {@code lastEventId} of the first documentation.
     */
    enum Continuation implements Behaviour {
        NEXT_OFFSET,
        LAST_EVENT_ID
    }

    /** The {@code time} of an answer has operating fields in the cloud, none on a portal of one's own. */
    enum Hosting implements Behaviour {
        CLOUD,
        SELF_HOSTED
    }

    /**
     * Who wins when a row is written while a reader marks the queue as empty; a lost race hides the row for up to 60 s.
     */
    enum MarkerRace implements Behaviour {
        WRITER_WINS,
        READER_WINS
    }

    /**
     * The HTTP status of errors: as in the server's source and today's documentation, or as in the older documentation.
     */
    enum StatusTable implements Behaviour {
        SOURCE,
        OLDER_DOCS
    }

    /** Whether webhooks may be called over plain HTTP; portals in the cloud refuse it. */
    enum PlainHttp implements Behaviour {
        ALLOWED,
        REFUSED
    }

    /** Whether answers set a session cookie, which makes a later call as another user fail. */
    enum SessionCookie implements Behaviour {
        NONE,
        SET
    }

    /** How the portal stands with its vendor. */
    enum Standing implements Behaviour {
        GOOD,
        DELETED,
        PLAN_ENDED,
        OVERLOADED
    }

    /**
     * Whether the parts of an event are written in full, or as {@code {"id": N}} because the entity no longer loads.
     */
    enum EventParts implements Behaviour {
        COMPLETE,
        USER_STUB,
        ALL_STUBS
    }

    /**
     * The REST revision of the messenger, on which the shape of events depends: 35 adds {@code additionalMessages} to
     * those of messages and reactions, and {@code block} to the message; 33 is im 26.250.
     */
    enum Revision implements Behaviour {
        R35,
        R33
    }

    /**
     * What becomes of a post to a group chat that nobody has named before: the portal refuses it, which a test may find
     * cumbersome; then the chat springs up.
     */
    enum Dialogs implements Behaviour {
        STRICT,
        SPRING_UP
    }

    /**
     * What becomes of {@code REPLY_ID} when an application posts: it is kept, as the server's source has it, or
     * ignored, as was reported of a portal in the cloud.
     */
    enum Replies implements Behaviour {
        KEPT,
        IGNORED
    }

    /**
     * Whether the portal has {@code im.v2.Chat.*}, which the vendor does not document: as today's portals have, or as
     * those that answer 404, or that have the classes but not these actions, which is the error 22002.
     */
    enum UndocumentedMethods implements Behaviour {
        PRESENT,
        MISSING,
        WITHOUT_ACTIONS
    }

    /**
     * Where {@code im.message.command} takes the button's command from in a private dialog: from the body of a form
     * only, so that a call with JSON presses nothing, or from wherever it is.
     */
    enum PrivateButtons implements Behaviour {
        FORM_ONLY,
        ANY_BODY
    }

    /**
     * What becomes of a bot's token of more than 40 characters at the registration: it is refused, as was seen on
     * portals since August 2026, or taken, as the server's source has it.
     */
    enum LongTokens implements Behaviour {
        REFUSED,
        TAKEN
    }

    /**
     * How often a link to a file is good while it is good at all: as often as one likes, in the server's source, or
     * once, as is documented.
     */
    enum FileLink implements Behaviour {
        REUSABLE,
        ONE_TIME
    }

    /**
     * Whether in groups bots hear of what bots edit or delete, themselves included: they do, in the server's source;
     * the documentation can be read as if they did not.
     */
    enum EditsOfBots implements Behaviour {
        HEARD,
        NOT_HEARD
    }

    /**
     * When the event of a message that an application has posted is recorded: before the application has its answer, or
     * as a background job afterwards. A real portal does the latter, but often fast enough for the former.
     */
    enum PostedEvents implements Behaviour {
        BEFORE_ANSWER,
        AFTER_ANSWER
    }

    /**
     * What an authorisation code is exchanged for: without {@code expires} and {@code user_id}, as is documented, or
     * with them, on which one of the official libraries insists.
     */
    enum CodeExchange implements Behaviour {
        SHORT,
        COMPLETE
    }
}
