package io.github.camelbitrix24.im.operation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.apache.camel.support.LRUCacheFactory;

/**
 * How often was posted in which dialog within the last minute. What was once too much is never posted: when its event
 * comes again, it is over.
 */
final class ReplyRates {

    private static final int MOST_DIALOGS = 10_000;
    private static final int MOST_REFUSED = 1_000;
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

    private final Map<String, Dialog> dialogs = LRUCacheFactory.newLRUCache(MOST_DIALOGS);
    private final LongSupplier nanos;

    ReplyRates(LongSupplier nanos) {
        this.nanos = nanos;
    }

    enum Verdict {
        /** It may be posted. */
        FREE,
        /** It is one too many, the first one after others that were not. */
        TOO_MANY,
        /** It is one too many as well. */
        STILL_TOO_MANY,
        /** It was one too many before, and its event has come again. */
        OVER
    }

    /**
     * @param templateId what is the same when the same is posted again
     * @param exchangeId who wants to: an event that comes again does so in another exchange
     * @param most       how many a minute; what was posted already is not counted twice
     */
    Verdict judge(String dialog, String templateId, String exchangeId, int most) {
        Dialog rate = dialogs.computeIfAbsent(dialog, name -> new Dialog());
        synchronized (rate) {
            return rate.judge(templateId, exchangeId, most, nanos.getAsLong());
        }
    }

    private record Posted(String templateId, long at) {
    }

    private static final class Dialog {

        private final Deque<Posted> posted = new ArrayDeque<>();
        private final Map<String, String> refused = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > MOST_REFUSED;
            }
        };
        private boolean looping;

        Verdict judge(String templateId, String exchangeId, int most, long now) {
            while (!posted.isEmpty() && now - posted.peekFirst().at() >= WINDOW) {
                posted.removeFirst();
            }
            String refusedTo = refused.get(templateId);
            if (refusedTo != null) {
                return refusedTo.equals(exchangeId) ? Verdict.STILL_TOO_MANY : Verdict.OVER;
            }
            if (posted.stream().anyMatch(one -> one.templateId().equals(templateId))) {
                return Verdict.FREE;
            }
            if (posted.size() < most) {
                posted.addLast(new Posted(templateId, now));
                looping = false;
                return Verdict.FREE;
            }
            refused.put(templateId, exchangeId);
            Verdict verdict = looping ? Verdict.STILL_TOO_MANY : Verdict.TOO_MANY;
            looping = true;
            return verdict;
        }
    }
}
