package io.github.camelbitrix24.im.observe;

import io.github.camelbitrix24.im.consumer.RolledBackException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class OneLineTest {

    @Test
    void whatIsOursSaysWhatItMeansWithoutTheNameOfItsClass() {
        assertEquals("the exchange was marked for rollback", OneLine.of(new RolledBackException()));
    }

    @Test
    void whatIsForeignTellsItsClass() {
        assertEquals("java.lang.IllegalStateException: on purpose", OneLine.of(new IllegalStateException("on purpose")));
        assertEquals("java.lang.StackOverflowError", OneLine.of(new StackOverflowError()));
    }

    @Test
    void aTextOfSeveralLinesForgesNoLine() {
        assertEquals("java.lang.Error: ORA-1 WARN all is well on fire",
                OneLine.of(new Error("ORA-1\r\nWARN all\u2028is\u0085well\u0000\u001b\ton\nfire")));
    }

    @Test
    void anExceptionThatCannotSayWhatItIsIsNamed() {
        assertEquals("Mute", OneLine.of(new Mute()));
        assertEquals("Shy", OneLine.of(new Shy()));
    }

    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new StackOverflowError();
        }
    }

    private static final class Shy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
