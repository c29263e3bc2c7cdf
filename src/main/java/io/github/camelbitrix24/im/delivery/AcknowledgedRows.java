package io.github.camelbitrix24.im.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was done in this run and is not in the ledger any more. A portal, a proxy or a fake that does not delete what
 * was acknowledged sends it again, and so does a portal that was restored from a backup. Not thread-safe.
 */
final class AcknowledgedRows {

    /** The portal shows at most 1000 rows at once; a backup holds more. */
    private static final int REMEMBERED = 10_000;

    private final Map<Long, Long> fingerprints = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    void add(LedgerRow row) {
        fingerprints.put(row.id, row.fingerprint);
    }

    /** Whether it is the same as one that was done: id, date and content. */
    boolean contains(LedgerRow row) {
        Long known = fingerprints.get(row.id);
        return known != null && known == row.fingerprint;
    }
}
