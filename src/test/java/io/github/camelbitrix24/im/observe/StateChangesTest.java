package io.github.camelbitrix24.im.observe;

import java.util.ArrayList;
import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConsumerState;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.HEARING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.PAUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.STARTING;
import static org.junit.jupiter.api.Assertions.assertEquals;

class StateChangesTest {

    private final List<String> told = new ArrayList<>();
    private Bitrix24ImConsumerState state = STARTING;
    private Runnable reaction = () -> {
    };
    private final StateChanges changes
            = new StateChanges(() -> new Diagnosis(state, "", null, null, false), (old, now) -> {
                told.add(old + "-" + now.state());
                reaction.run();
            });

    @Test
    void eachChangeIsToldOnce() {
        changes.look();
        become(IDLE);
        changes.look();
        become(HEARING);
        become(IDLE);

        assertEquals(List.of("STARTING-IDLE", "IDLE-HEARING", "HEARING-IDLE"), told);
    }

    @Test
    void whatAListenerBringsAboutIsToldAfterwards() {
        reaction = () -> {
            reaction = () -> {
            };
            become(PAUSED);
            assertEquals(1, told.size());
        };
        become(IDLE);

        assertEquals(List.of("STARTING-IDLE", "IDLE-PAUSED"), told);
    }

    private void become(Bitrix24ImConsumerState next) {
        state = next;
        changes.look();
    }
}
