package io.github.camelbitrix24.im.operation;

import java.util.Map;

import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.support.LRUCacheFactory;

/**
 * What became of files that were posted by a call that the portal would carry out twice: as long as this process lives,
 * it is not made twice.
 */
final class SingleUploads {

    private static final int MOST = 10_000;

    private final Map<String, Fate> fates = LRUCacheFactory.newLRUCache(MOST);

    sealed interface Fate permits Posted, Doubtful {
    }

    /** It was posted. */
    record Posted(Uploaded uploaded) implements Fate {
    }

    /** Nobody knows. */
    record Doubtful(String exchangeId, RestException failure) implements Fate {
    }

    /** @return {@code null} if nothing is known, so that it may be posted */
    Fate of(String templateId) {
        return fates.get(templateId);
    }

    void posted(String templateId, Uploaded uploaded) {
        fates.put(templateId, new Posted(uploaded));
    }

    void doubtful(String templateId, String exchangeId, RestException failure) {
        fates.put(templateId, new Doubtful(exchangeId, failure));
    }
}
