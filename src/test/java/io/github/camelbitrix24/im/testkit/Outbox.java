package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What applications have posted; a template id posts once. */
final class Outbox {

    private final List<SentMessage> sent = new ArrayList<>();
    private final Map<String, Long> byTemplateId = new HashMap<>();

    long once(String templateId, LongSupplier post) {
        Long known = templateId == null ? null : byTemplateId.get(templateId);
        if (known != null) {
            return known;
        }
        long id = post.getAsLong();
        if (templateId != null) {
            byTemplateId.put(templateId, id);
        }
        return id;
    }

    void add(SentMessage message) {
        sent.add(message);
    }

    List<SentMessage> sent() {
        return List.copyOf(sent);
    }
}
