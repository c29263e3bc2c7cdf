package io.github.camelbitrix24.im.operation;

import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.exchange.TemplateId;
import io.github.camelbitrix24.im.file.OutgoingFile;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/**
 * Posts the body as a message, or as several if it is long: a reply is the first of them, and the buttons are under the
 * last; or as a file. With a key the message is posted once, and edited from then on.
 */
final class Send implements Operation {

    private final Means means;
    private final Dialogs dialogs;
    private final Texts texts;
    private final TextAsFile asFile;
    private final Parts parts;
    private final Poster poster;
    private final KeyedMessages keyed;
    private final LoopGuard guard;

    Send(Means means) {
        this.means = means;
        this.dialogs = new Dialogs(means);
        this.texts = new Texts(means.settings());
        this.asFile = new TextAsFile(means);
        this.parts = new Parts(means);
        this.poster = new Poster(means);
        this.keyed = new KeyedMessages(means);
        this.guard = new LoopGuard(means);
    }

    @Override
    public void process(Exchange exchange) throws RestException, LoopException, DoubtfulException {
        String beginning = asFile.beginning(exchange);
        List<String> posts = beginning == null ? texts.of(exchange) : List.of(beginning);
        ReplyTo replyTo = ReplyTo.of(exchange, means.settings());
        Content end = new Content(posts.get(posts.size() - 1), parts.keyboard(exchange), parts.attach(exchange));
        String key = keyed.key(exchange);
        String dialogId = dialogs.of(exchange);
        Long id;
        if (key == null && beginning != null) {
            id = postFile(exchange, dialogId, end, replyTo);
        } else if (key == null) {
            id = post(exchange, dialogId, posts, end, replyTo);
        } else if (posts.size() == 1 && beginning == null) {
            id = keyed.send(exchange, dialogId, key, end, replyTo);
        } else {
            throw new RuntimeExchangeException(
                    "The text is too long for one message, and the header " + Bitrix24ImConstants.MESSAGE_KEY
                                               + " stands for one message: shorten it, or leave the header out",
                    exchange);
        }
        if (id != null) {
            exchange.getMessage().setBody(id);
            exchange.getMessage().setHeader(Bitrix24ImConstants.SENT_MESSAGE_ID, id);
        }
    }

    private Long postFile(Exchange exchange, String dialogId, Content beginning, ReplyTo replyTo)
            throws RestException, LoopException, DoubtfulException {
        OutgoingFile file = asFile.file(exchange);
        String templateId = TemplateId.of(exchange, dialogId, "file/" + file.name() + "/" + beginning.text());
        if (!guard.admits(exchange, dialogId, templateId)) {
            return null;
        }
        Uploaded uploaded
                = asFile.post(exchange, new Post(dialogId, beginning, replyTo.messageId(), templateId), replyTo, file);
        if (uploaded == null) {
            return null;
        }
        TemplateId.posted(exchange, uploaded.messageId());
        exchange.getMessage().setHeader(Bitrix24ImConstants.FILE_ID, uploaded.fileIdHeader());
        return uploaded.messageId();
    }

    /** The parts have names of their own, which are the same again until all of them are posted. */
    private Long post(Exchange exchange, String dialogId, List<String> posts, Content end, ReplyTo replyTo)
            throws RestException, LoopException {
        String templateId = TemplateId.of(exchange, dialogId, String.join("", posts));
        if (!guard.admits(exchange, dialogId, templateId)) {
            return null;
        }
        Long id = null;
        for (int i = 0; i < posts.size(); i++) {
            boolean last = i == posts.size() - 1;
            Content content = last ? end : new Content(posts.get(i), null, null);
            id = poster.post(
                    new Post(dialogId, content, i == 0 ? replyTo.messageId() : null, TemplateId.part(templateId, i)),
                    replyTo.isOptional());
        }
        TemplateId.posted(exchange, id);
        return id;
    }
}
