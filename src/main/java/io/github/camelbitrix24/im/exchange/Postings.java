package io.github.camelbitrix24.im.exchange;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What was posted for an event so far, over all copies of its exchange, so that what is posted several times on purpose
 * is told apart. An error handler that does a step again, such as a call of another route, gives the step the message
 * that it had before: the header with the id of what was sent last says from where on things are posted again.
 */
final class Postings implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Posting> posted = new ArrayList<>();

    /** @param attempt which attempt of its step it was posted at, from 0 */
    private record Posting(String what, int number, long messageId, int attempt) implements Serializable {
    }

    /** Which of its kind the next one is, from 1. */
    synchronized int reserve(String what, Message message) {
        int attempt = attempt(message);
        if (attempt > 0) {
            for (Posting posting : posted.subList(end(message), posted.size())) {
                if (posting.what().equals(what) && posting.attempt() < attempt) {
                    return posting.number();
                }
            }
        }
        return counts.merge(what, 1, Integer::sum);
    }

    synchronized void posted(String what, int number, long messageId, Message message) {
        Posting posting = new Posting(what, number, messageId, attempt(message));
        for (int i = 0; i < posted.size(); i++) {
            if (posted.get(i).what().equals(what) && posted.get(i).number() == number) {
                posted.set(i, posting);
                return;
            }
        }
        posted.add(posting);
    }

    /** Behind what the message says was posted last. */
    private int end(Message message) {
        Long last = message.getHeader(Bitrix24ImConstants.SENT_MESSAGE_ID, Long.class);
        for (int i = posted.size(); last != null && i > 0; i--) {
            if (posted.get(i - 1).messageId() == last) {
                return i;
            }
        }
        return 0;
    }

    private static int attempt(Message message) {
        Integer counter = message.getHeader(Exchange.REDELIVERY_COUNTER, Integer.class);
        return counter == null ? 0 : counter;
    }
}
