package io.github.camelbitrix24.im.testkit.http;

import java.time.Duration;

/** What a handler makes of a request: an answer, or one of the ways in which an answer does not arrive. */
public sealed interface Reply {

    /** The answer, complete. */
    record Whole(Answer answer) implements Reply {
    }

    /** The answer, complete, in chunks of so many bytes, with a pause before each. */
    record Chunked(Answer answer, int bytes, Duration pause) implements Reply {
    }

    /** The answer's head and half of its body, then the end of the connection. */
    record Cut(Answer answer) implements Reply {
    }

    /** The answer, complete, but its head tells another length; then the end of the connection. */
    record Misstated(Answer answer, long length) implements Reply {
    }

    /** The end of the connection instead of an answer. */
    record Dropped() implements Reply {
    }

    /** A TCP reset instead of an answer. */
    record Reset() implements Reply {
    }
}
