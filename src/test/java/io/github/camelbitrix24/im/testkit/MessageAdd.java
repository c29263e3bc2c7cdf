package io.github.camelbitrix24.im.testkit;

import java.util.Map;

import io.github.camelbitrix24.im.testkit.Behaviour.Replies;

/** {@code im.message.add}. What is wrong with the message is told before what is wrong with its dialog. */
final class MessageAdd {

    private final PortalState portal;
    private final DialogAccess dialogs;

    MessageAdd(PortalState portal) {
        this.portal = portal;
        this.dialogs = new DialogAccess(portal);
    }

    Object call(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        EmulatedUser user = call.caller().user();
        String text = text(params);
        DialogTarget target = DialogTarget.of(params);
        dialogs.checkPerson(target);
        Draft draft = draft(text, params, call.caller(), target);
        EmulatedChat chat = dialogs.forPosting(user, target);
        return new Posting(portal).post(user, chat, draft, target.dialogId(), params,
                () -> RestFailure.of("PARAMS_ERROR", "Message isn't added", 400));
    }

    private static String text(LooseParams params) {
        Object text = params.get("MESSAGE");
        if (text != null && !(text instanceof String)) {
            throw RestFailure.of("MESSAGE_EMPTY", "Wrong message type", 400);
        }
        String trimmed = Php.trimmed(params.text("MESSAGE"));
        if (trimmed.isEmpty() && !Php.isTrue(params.get("ATTACH"))) {
            throw RestFailure.of("MESSAGE_EMPTY", "Message can't be empty", 400);
        }
        return trimmed;
    }

    private Draft draft(String text, LooseParams params, Caller caller, DialogTarget target) {
        boolean system = params.text("SYSTEM").equals("Y") && !target.isPerson() && !caller.user().kind.isOutsider();
        Draft draft = Draft.text(system ? Posting.signed(text, caller) : text);
        for (Map.Entry<String, Object> part : MessageParts.legacy(portal.clock).of(params).entrySet()) {
            draft = draft.param(part.getKey(), part.getValue());
        }
        long replyId = Php.integer(params.get("REPLY_ID"));
        if (replyId > 0 && portal.behaviours.is(Replies.KEPT)) {
            draft = draft.replyTo(repliedTo(replyId, caller.user(), target));
        }
        if (system) {
            return draft.asSystem();
        }
        return TemplateIds.isOne(params.text("TEMPLATE_ID")) ? draft.templateId(params.text("TEMPLATE_ID")) : draft;
    }

    private long repliedTo(long replyId, EmulatedUser user, DialogTarget target) {
        Message message = portal.messenger.message(replyId).filter(known -> dialogs.mayRead(user, known))
                .orElseThrow(() -> RestFailure.of("REPLY_ACCESS_ERROR", "Action unavailable", 403));
        if (dialogs.existing(user, target).filter(chat -> chat == message.chat).isEmpty()) {
            throw RestFailure.of("REPLY_FROM_OTHER_CHAT_ERROR", "You can only reply to a message within the same chat", 403);
        }
        return message.id;
    }
}
