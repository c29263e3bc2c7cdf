package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Which message was posted with which template id. A text that is no UUID of version 4 in lower case is none. */
final class TemplateIds {

    private static final Duration KEPT = Duration.ofDays(31);
    private static final Duration UNDER_WAY = Duration.ofHours(1);
    private static final Pattern UUID
            = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private record Posted(long messageId, Instant at) {
    }

    private final PortalClock clock;
    private final Map<String, Posted> posted = new HashMap<>();
    private final Map<String, Instant> underWay = new HashMap<>();

    TemplateIds(PortalClock clock) {
        this.clock = clock;
    }

    static boolean isOne(String text) {
        return UUID.matcher(text).matches();
    }

    /** The template id of a call, however its method names it; empty if there is none. */
    static String of(Map<?, ?> params) {
        for (Map.Entry<?, ?> param : params.entrySet()) {
            String name = param.getKey().toString().replace("_", "");
            if (name.equalsIgnoreCase("templateId")) {
                return String.valueOf(param.getValue());
            }
            if (name.equals("fields") && param.getValue() instanceof Map<?, ?> fields) {
                return of(fields);
            }
        }
        return "";
    }

    void begin(String templateId) {
        underWay.put(templateId, clock.now());
    }

    void end(String templateId) {
        underWay.remove(templateId);
    }

    /** The message that was posted with it; empty of null. */
    Optional<Long> posted(String templateId) {
        return Optional.ofNullable(posted.get(templateId)).filter(before -> clock.now().isBefore(before.at().plus(KEPT)))
                .map(Posted::messageId);
    }

    /**
     * @param  templateId  null: nothing is known of it, nothing is kept
     * @throws RestFailure the one that is given, if the same is being posted just now
     */
    long once(String templateId, LongSupplier post, Supplier<RestFailure> busy) {
        if (templateId == null) {
            return post.getAsLong();
        }
        Optional<Long> before = posted(templateId);
        if (before.isPresent()) {
            return before.get();
        }
        Instant begun = underWay.get(templateId);
        if (begun != null && clock.now().isBefore(begun.plus(UNDER_WAY))) {
            throw busy.get();
        }
        long id = post.getAsLong();
        posted.put(templateId, new Posted(id, clock.now()));
        return id;
    }
}
