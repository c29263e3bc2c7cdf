package io.github.camelbitrix24.im.testkit;

import java.util.function.Supplier;

/** Puts what an application posts into a chat, once for each template id, and remembers it. */
record Posting(PortalState portal) {

    /** The mark in front of a system message of an application, whose name people see. */
    static String signed(String text, Caller caller) {
        return caller.webhook() ? text : "[b]" + caller.credential() + "[/b]\n" + text;
    }

    /**
     * @param  sent the text and the template id as they came
     * @param  busy what is wrong if the same is being posted just now
     * @return      the message's id, of the first post if this one repeats it
     */
    long post(
            EmulatedUser author, EmulatedChat chat, Draft draft, String dialogId, LooseParams sent,
            Supplier<RestFailure> busy) {
        return portal.templateIds.once(draft.templateId(), () -> {
            long id = portal.messenger.say(author, chat, draft);
            String templateId = sent.has("TEMPLATE_ID") ? sent.text("TEMPLATE_ID") : null;
            portal.outbox
                    .add(SentMessage.of(portal.messenger.known(id), author.id, dialogId, sent.text("MESSAGE"), templateId));
            return id;
        }, busy);
    }
}
