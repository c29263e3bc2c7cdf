package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.operation.MessageState.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MessageStateTest {

    @Test
    void aStateIsReadAsItWasWritten() {
        MessageState posting = MessageState.of(null).posting();
        assertEquals(new MessageState(1, Stage.POSTING, null), MessageState.of(posting.toString()));
        MessageState posted = posting.posted(8802);
        assertEquals(new MessageState(1, Stage.POSTED, 8802L), MessageState.of(posted.toString()));
        assertEquals(new MessageState(2, Stage.POSTING, null), posted.posting());
        MessageState forgotten = posted.forgotten();
        assertEquals(new MessageState(1, Stage.FORGOTTEN, null), MessageState.of(forgotten.toString()));
        assertEquals(new MessageState(2, Stage.POSTING, null), forgotten.posting());
        assertEquals(posting, posting.posting());
    }

    /** A crash may leave half a line, to which the next one is appended. */
    @ParameterizedTest
    @CsvSource({
            "12?, 12, POSTING", "12, 12, POSTING", "12:, 12, POSTING", "12:8, 12, POSTING", "12:88key=1:9., 12, POSTING",
            "12:88.key=1?, 12, POSTED", "12?key=3-, 12, POSTING", "12-key=3-, 12, FORGOTTEN" })
    void halfAStateIsNotTakenForAWhole(String written, long number, Stage stage) {
        assertEquals(number, MessageState.of(written).number());
        assertEquals(stage, MessageState.of(written).stage());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "key=1?", "?", "0?", "-1" })
    void whatIsNoneIsNone(String written) {
        assertEquals(new MessageState(1, Stage.NONE, null), MessageState.of(written));
    }
}
