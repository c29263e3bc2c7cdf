package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.ProducerTest;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.junit.jupiter.api.BeforeEach;

/** Operations of user 7 in the chat 5, where Marco has said something. */
abstract class ConversationTest extends ProducerTest {

    static final String DIALOG = Bitrix24ImConstants.DIALOG_ID;
    static final String SENT = Bitrix24ImConstants.SENT_MESSAGE_ID;
    static final String MESSAGE = Bitrix24ImConstants.MESSAGE_ID;

    long question;

    @BeforeEach
    void ask() {
        question = portal.user(12).says("chat5", "is room 4 free?");
    }

    long sent(String text) {
        return (Long) result("bitrix24-im:send?dialogId=chat5", text, Map.of());
    }

    StoredMessage message(long id) {
        return portal.message(id);
    }

    List<String> methods() {
        return portal.calls().stream().map(call -> call.method()).toList();
    }

    List<String> texts(String dialogId) {
        return portal.transcript().of(dialogId).stream().filter(said -> said.authorId() == 7).map(StoredMessage::text).toList();
    }

    String why(String uri, Object body, Map<String, Object> headers) {
        Exception exception = send(uri, body, headers).getException();
        return exception == null ? "(nothing)" : exception.getMessage();
    }
}
