package io.github.camelbitrix24.im.operation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

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
 * room for an edit, or the portal does not take it, the next one shows more at once. What has come before a long
 * silence is shown during the silence.
 */
final class GrowingMessage {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.PRODUCER);
    /** The portal cuts off spaces, and one letter is no beginning. */
    private static final Pattern FIRST_WORDS = Pattern.compile("\\s*\\S+\\s[\\s\\S]*|\\s*\\S{20}[\\s\\S]*");

    private final Means means;
    private final String dialogId;
    private final ReplyTo replyTo;
    private final String templateId;
    private final Reminder reminder;
    /** An edit that is under way must not come after the last one. */
    private final ReentrantLock showing = new ReentrantLock();

    /** What has come so far, and what of it was shown. */
    private volatile String text = "";
    private String taken = "";
    private volatile RestException refusal;
    private boolean ended;
    private Long id;
    private String shown;
    private long shownAt;

    GrowingMessage(Means means, String dialogId, ReplyTo replyTo, String templateId) {
        this.means = means;
        this.dialogId = dialogId;
        this.replyTo = replyTo;
        this.templateId = templateId;
        this.reminder = new Reminder(means.background(), this::remind);
    }

    /** The id of the last message that the text takes, or {@code null} as long as there is none. */
    Long id() {
        return id;
    }

    /**
     * There is more of the text.
     *
     * @throws RestException if the portal will not show any more of it
     */
    void grow(String more) throws RestException {
        boolean first = text.isBlank();
        text = more;
        if (refusal != null) {
            throw refusal;
        }
        if (!showing.tryLock()) {
            // what is being shown just now may lack this
            reminder.in(means.settings().editInterval());
            return;
        }
        try {
            if (first) {
                shownAt = now();
            }
            if (id == null ? FIRST_WORDS.matcher(text).matches() : left().isZero()) {
                show();
            }
            remindIfBehind();
        } finally {
            showing.unlock();
        }
    }

    /** Nothing has come for a while. */
    private void remind() {
        showing.lock();
        try {
            if (!ended && isBehind()) {
                show();
            }
        } catch (RestException e) {
            refusal = e.kind().isTransient() ? null : e;
            shownAt = now();
            LOG.debug("What has come of a text is not shown before more of it comes: {}", e.getMessage());
        } catch (RuntimeException e) {
            taken = text;
            LOG.debug("What has come of a text cannot be shown alone", e);
        } finally {
            remindIfBehind();
            showing.unlock();
        }
    }

    private void remindIfBehind() {
        if (!ended && refusal == null && isBehind()) {
            reminder.in(left());
        }
    }

    private boolean isBehind() {
        return !text.equals(taken) && !text.isBlank();
    }

    /** How long it is left as it is. */
    private Duration left() {
        Duration left = means.settings().editInterval().minusNanos(now() - shownAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** From now on the caller alone shows it. */
    private void end() {
        ended = true;
        reminder.stop();
    }

    /**
     * This is the whole text.
     *
     * @param  look                     what is beside it
     * @throws IllegalArgumentException if it is not to be posted
     */
    void finish(String whole, Content look) throws RestException {
        showing.lock();
        try {
            end();
            List<String> texts = PostedText.of(whole, means.settings().textFormat(), longText());
            for (int i = 0; i < texts.size(); i++) {
                boolean last = i == texts.size() - 1;
                show(i, new Content(texts.get(i), last ? look.keyboard() : null, last ? look.attach() : null));
            }
        } finally {
            showing.unlock();
        }
    }

    private void show(int part, Content content) throws RestException {
        if (part > 0) {
            id = means.poster().post(new Post(dialogId, content, null, TemplateId.part(templateId, part)), false);
        } else if (id == null) {
            post(content);
        } else if (!content.equals(new Content(shown, null, null))) {
            edit(content);
        }
    }

    /** There will be no more of it. What nobody has seen yet is not shown, since nothing says that it is not all. */
    void breakOff(String rest) {
        showing.lock();
        try {
            end();
            if (id != null) {
                edit(new Content(beginning(rest), null, null));
            }
        } catch (RestException | RuntimeException e) {
            LOG.warn("The message {} breaks off, and could not be made to say so: {}", id, e.getMessage());
        } finally {
            showing.unlock();
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

    private void show() throws RestException {
        String all = text;
        String beginning = beginning(all);
        if (id == null) {
            post(new Content(beginning, null, null));
            taken = all;
        } else if (beginning.equals(shown) || isEdited(beginning)) {
            taken = all;
        }
        shownAt = now();
    }

    /** @return whether there was room for it, and the portal took it */
    private boolean isEdited(String beginning) throws RestException {
        try {
            means.calls().make(OperationTable.edit, means.actor().edit(id, new Content(beginning, null, null)), call -> {
                attempt(call, beginning);
                return Json.MAPPER.missingNode();
            });
        } catch (RestException e) {
            if (!e.kind().isTransient()) {
                throw e;
            }
            LOG.debug("The message {} shows more with the next edit: {}", id, e.getMessage());
        }
        return beginning.equals(shown);
    }

    private void attempt(RestCall call, String beginning) throws RestException {
        try (Permit permit = means.client().permit(OperationTable.edit.urgency())) {
            if (permit != null) {
                // what becomes of an edit whose answer is lost is not known
                shown = null;
                means.client().call(OperationTable.edit.urgency(), permit, call.method(), call.params());
                shown = beginning;
            }
        }
    }

    private String beginning(String of) {
        return PostedText.of(of, means.settings().textFormat(), LongText.split).get(0);
    }

    private long now() {
        return means.memory().now();
    }

    /** A message that is seen growing does not become a file in the end. */
    private LongText longText() {
        return means.settings().longText() == LongText.file ? LongText.split : means.settings().longText();
    }
}
