package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.exchange.TemplateId;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.text.LongText;
import io.github.camelbitrix24.im.text.PostedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message whose text is still growing. What it says meanwhile is a courtesy: where the portal's request budget has no
 * room for an edit, or the portal does not take it, the next one shows more at once.
 */
final class GrowingMessage {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.PRODUCER);
    /** The portal cuts off spaces, and one letter is no beginning. */
    private static final Pattern FIRST_WORDS = Pattern.compile("\\s*\\S+\\s[\\s\\S]*|\\s*\\S{20}[\\s\\S]*");

    private final Means means;
    private final String dialogId;
    private final ReplyTo replyTo;
    private final String templateId;

    private Long id;
    private String shown;
    private long shownAt;

    GrowingMessage(Means means, String dialogId, ReplyTo replyTo, String templateId) {
        this.means = means;
        this.dialogId = dialogId;
        this.replyTo = replyTo;
        this.templateId = templateId;
    }

    /** The id of the last message that the text takes, or {@code null} as long as there is none. */
    Long id() {
        return id;
    }

    /** There is more of the text. */
    void grow(String text) throws RestException {
        if (id == null) {
            if (FIRST_WORDS.matcher(text).matches()) {
                post(new Content(beginning(text), null, null));
            }
        } else if (now() - shownAt >= means.settings().editInterval().toNanos()) {
            show(beginning(text));
        }
    }

    /**
     * This is the whole text.
     *
     * @param  look                     what is beside it
     * @throws IllegalArgumentException if it is not to be posted
     */
    void finish(String text, Content look) throws RestException {
        List<String> texts = PostedText.of(text, means.settings().textFormat(), longText());
        for (int i = 0; i < texts.size(); i++) {
            boolean last = i == texts.size() - 1;
            Content content = new Content(texts.get(i), last ? look.keyboard() : null, last ? look.attach() : null);
            if (i > 0) {
                id = means.poster().post(new Post(dialogId, content, null, TemplateId.part(templateId, i)), false);
            } else if (id == null) {
                post(content);
            } else if (!content.equals(new Content(shown, null, null))) {
                edit(content);
            }
        }
    }

    /** There will be no more of it. What nobody has seen yet is not shown, since nothing says that it is not all. */
    void breakOff(String text) {
        if (id == null) {
            return;
        }
        try {
            edit(new Content(beginning(text), null, null));
        } catch (RestException | RuntimeException e) {
            LOG.warn("The message {} breaks off, and could not be made to say so: {}", id, e.getMessage());
        }
    }

    /** Its id is the same if it was posted before, when it may have said something else. */
    private void post(Content content) throws RestException {
        id = means.poster().post(new Post(dialogId, content, replyTo.messageId(), templateId), replyTo.isOptional());
        shown = means.memory().isNew(id) ? content.text() : null;
        shownAt = now();
    }

    private void edit(Content content) throws RestException {
        means.calls().make(OperationTable.stream, means.actor().edit(id, content));
        shown = content.text();
        shownAt = now();
    }

    private void show(String text) throws RestException {
        if (text.equals(shown)) {
            return;
        }
        try {
            means.calls().make(OperationTable.edit, means.actor().edit(id, new Content(text, null, null)), call -> {
                if (attempt(call)) {
                    shown = text;
                }
                return Json.MAPPER.missingNode();
            });
        } catch (RestException e) {
            if (!e.kind().isTransient()) {
                throw e;
            }
            LOG.debug("The message {} shows more with the next edit: {}", id, e.getMessage());
        }
        shownAt = now();
    }

    private boolean attempt(RestCall call) throws RestException {
        try (Permit permit = means.client().permit(OperationTable.edit.urgency())) {
            if (permit == null) {
                return false;
            }
            JsonNode done = means.client().call(OperationTable.edit.urgency(), permit, call.method(), call.params());
            return !done.isMissingNode();
        }
    }

    private String beginning(String text) {
        return PostedText.of(text, means.settings().textFormat(), LongText.split).get(0);
    }

    private long now() {
        return means.memory().now();
    }

    /** A message that is seen growing does not become a file in the end. */
    private LongText longText() {
        return means.settings().longText() == LongText.file ? LongText.split : means.settings().longText();
    }
}
