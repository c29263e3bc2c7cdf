package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said before anybody has subscribed is pointed out. */
class UnheardNoticeTest extends PortalTest {

    private final Logger logger = Logger.getLogger(PortalEmulator.class.getName());
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        portal.chat("chat5").members(7, 12);
    }

    @AfterEach
    void listenNoLonger() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void onceForEachUserAndWhatToDo() {
        marco.says("chat5", "anybody there?");
        marco.says("chat5", "hello?");
        marco.says("7", "hello?");
        portal.user(19).says("7", "hello?");

        assertEquals(2, said.size(), said.toString());
        assertTrue(said.get(0).contains("recorded neither for user 7 nor user 12, and no route will ever get it"), said.get(0));
        assertTrue(said.get(0).contains("portal.await(p -> p.subscribed("), said.get(0));
        assertTrue(said.get(1).contains("neither for user 19"), said.get(1));
    }

    @Test
    void notOnceSomebodyHasSubscribed() throws Exception {
        ilse.subscribed();
        marco.says("7", "hello");
        result(ilse, UNSUBSCRIBE, "{}");
        marco.says("7", "hello?");

        assertEquals(List.of(), said);
    }

    @Test
    void notWhereABotListens() {
        portal.bot("desk_helper", "token");
        marco.says("chat5", "hello");

        assertEquals(List.of(), said);
    }
}
