package io.github.camelbitrix24.im.operation;

import java.time.Duration;
import java.util.function.Function;

import io.github.camelbitrix24.im.text.LongText;
import io.github.camelbitrix24.im.text.TextFormat;
import org.apache.camel.Message;
import org.apache.camel.spi.StateRepository;

/**
 * What an endpoint's options say about its operation.
 *
 * @param dialogId            the dialog that holds for a message, or {@code null}
 * @param method              the REST method that holds for a message, or {@code null}
 * @param caption             what is posted with a file, or {@code null}
 * @param maxFileSize         how many bytes a file may have
 * @param reaction            the reaction that holds for a message, or {@code null}
 * @param reactionTakenBack   whether a reaction is taken back
 * @param pageSize            how many events to ask for where the message does not say
 * @param historySize         how many messages of a history
 * @param reply               whether what is sent answers the event's message
 * @param textFormat          how bodies are written
 * @param longText            what becomes of those that are too long
 * @param editInterval        how long a message that grows is left as it is, at least
 * @param status              what typing shows, or {@code null}
 * @param messageStore        keeps the messages of keys, or {@code null}
 * @param maxRepliesPerDialog how many messages may be posted in a dialog within a minute; 0 for any number
 */
public record Settings(
        Function<Message, String> dialogId, Function<Message, String> method, Function<Message, String> reaction,
        Function<Message, String> caption, long maxFileSize,
        boolean reactionTakenBack, int pageSize, int historySize, boolean reply, TextFormat textFormat,
        LongText longText, Duration editInterval, String status, StateRepository<String, String> messageStore,
        int maxRepliesPerDialog) {
}
