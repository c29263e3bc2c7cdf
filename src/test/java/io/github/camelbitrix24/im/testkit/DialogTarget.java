package io.github.camelbitrix24.im.testkit;

import java.util.regex.Pattern;

/** Where an application wants to post, as far as its parameters tell: to a person, or in a group chat. */
record DialogTarget(String dialogId, long person) {

    private static final Pattern CHAT = Pattern.compile("(chat|sg)[0-9]{1,17}");
    private static final Pattern NO_CHAT = Pattern.compile("(chat|sg)0+");

    /**
     * {@code DIALOG_ID} decides, else {@code USER_ID}, else {@code CHAT_ID}.
     *
     * @throws RestFailure if none of them is there, or what is there is no id
     */
    static DialogTarget of(LooseParams params) {
        if (params.get("DIALOG_ID") != null) {
            String dialogId = params.text("DIALOG_ID");
            return CHAT.matcher(dialogId).matches() ? chat(dialogId) : person(params.get("DIALOG_ID"));
        }
        if (params.get("USER_ID") != null) {
            return person(params.get("USER_ID"));
        }
        if (params.get("CHAT_ID") != null) {
            return chat("chat" + Math.max(0, Php.integer(params.get("CHAT_ID"))));
        }
        throw RestFailure.of("PARAMS_ERROR", "Incorrect params", 400);
    }

    private static DialogTarget chat(String dialogId) {
        if (NO_CHAT.matcher(dialogId).matches()) {
            throw RestFailure.of("CHAT_ID_EMPTY", "Chat ID can't be empty", 400);
        }
        return new DialogTarget(dialogId, 0);
    }

    private static DialogTarget person(Object id) {
        long person = Php.integer(id);
        if (person <= 0) {
            throw RestFailure.of("USER_ID_EMPTY", "User ID can't be empty", 400);
        }
        return new DialogTarget(Long.toString(person), person);
    }

    boolean isPerson() {
        return person > 0;
    }
}
