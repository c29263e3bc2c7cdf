package io.github.camelbitrix24.im.testkit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

class PortalEmulatorExtensionTest {

    private static PortalEmulator previous;

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension(portal -> portal.firstEventId(500));

    @Test
    void handsOutThePortalAsAParameter(PortalEmulator portal) {
        assertSame(emulator.portal(), portal);
        assertEquals(500, portal.record(7, "ONIMV2JOINCHAT", "{}"));
        remember();
    }

    @Test
    void startsAnewForEachTest() {
        assertEquals(500, emulator.portal().record(7, "ONIMV2JOINCHAT", "{}"));
        remember();
    }

    private void remember() {
        assertNotEquals(previous, emulator.portal());
        previous = emulator.portal();
    }

    @AfterAll
    static void forget() {
        previous = null;
    }
}
