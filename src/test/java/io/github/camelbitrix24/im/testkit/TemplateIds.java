package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** Which message was posted with which template id. A text that is no UUID of version 4 in lower case is none. */
final class TemplateIds {

    private static final Duration KEPT = Duration.ofDays(31);
    private static final Pattern UUID
            = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private record Posted(long messageId, Instant at) {
    }

    private final PortalClock clock;
    private final Map<String, Posted> posted = new HashMap<>();

    TemplateIds(PortalClock clock) {
        this.clock = clock;
    }

    static boolean isOne(String text) {
        return UUID.matcher(text).matches();
    }

    /** @param templateId null: nothing is known of it, nothing is kept */
    long once(String templateId, LongSupplier post) {
        if (templateId == null) {
            return post.getAsLong();
        }
        Posted before = posted.get(templateId);
        if (before != null && clock.now().isBefore(before.at().plus(KEPT))) {
            return before.messageId();
        }
        long id = post.getAsLong();
        posted.put(templateId, new Posted(id, clock.now()));
        return id;
    }
}
