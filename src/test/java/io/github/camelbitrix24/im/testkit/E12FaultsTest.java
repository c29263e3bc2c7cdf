package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class E12FaultsTest extends PortalTest {

    @BeforeEach
    void recordTwo() {
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        portal.record(7, "ONIMV2JOINCHAT", "{}");
    }

    @Test
    void faultsHappenAsOftenAsPlannedAndInOrder() throws Exception {
        portal.fail(GET, Fault.html(502), 2).fail(GET, Fault.empty(200));
        assertEquals(502, call(ilse, GET, "{\"offset\":2}").statusCode());
        assertEquals(502, call(ilse, GET, "{\"offset\":2}").statusCode());
        assertEquals("", call(ilse, GET, "{\"offset\":2}").body());
        assertEquals(List.of(), portal.acknowledged(7));
        assertEquals(List.of(2L), ids(page("{\"offset\":2}")));
    }

    @Test
    void anyMethodFailsThatHasNoPlanOfItsOwn() throws Exception {
        portal.fail("*", Fault.html(504)).fail(GET, Fault.none());
        assertEquals(200, call(ilse, GET, "{}").statusCode());
        assertEquals(504, call(ilse, "profile", "{}").statusCode());
    }

    @Test
    void aFaultMayBeOneUsers() throws Exception {
        portal.fail(GET, Fault.html(504));
        ilse.fails(GET, Fault.html(502)).fails("*", Fault.html(503), 2);
        assertEquals(504, call(marco, GET, "{}").statusCode());
        assertEquals(200, call(marco, GET, "{}").statusCode());
        assertEquals(502, call(ilse, GET, "{}").statusCode());
        assertEquals(503, call(ilse, GET, "{}").statusCode());
        assertEquals(503, call(ilse, "profile", "{}").statusCode());
        assertEquals(200, call(ilse, GET, "{}").statusCode());
        ilse.fails(GET, Fault.html(502));
        portal.heal();
        assertEquals(200, call(ilse, GET, "{}").statusCode());
    }

    @Test
    void thereAreWaysBack() throws Exception {
        ilse.webhookRevoked();
        assertEquals(401, call(ilse, GET, "{}").statusCode());
        ilse.webhookRestored().dismissed();
        assertError(401, "authorization_error", "Unable to authorize user", call(ilse, GET, "{}"));
        ilse.reinstated();
        assertEquals(200, call(ilse, GET, "{}").statusCode());
    }

    @Test
    void callsCanBeForgotten() throws Exception {
        call(ilse, GET, "{}");
        portal.clearCalls();
        assertEquals(List.of(), portal.calls());
        assertEquals(0, portal.peak(GET));
        call(ilse, GET, "{}");
        assertEquals(1, portal.calls(GET).size());
        assertEquals(1, portal.peak(GET));
    }

    @Test
    void aCutBodyHasAcknowledged() {
        portal.fail(GET, Fault.cutBody());
        assertThrows(IOException.class, () -> call(ilse, GET, "{\"offset\":2}"));
        assertEquals(List.of(1L), portal.acknowledged(7));
    }

    @Test
    void aDroppedConnectionHasOrHasNot() {
        portal.fail(GET, Fault.dropped());
        assertThrows(IOException.class, () -> call(ilse, GET, "{\"offset\":2}"));
        assertEquals(List.of(), portal.acknowledged(7));
        portal.fail(GET, Fault.droppedAfterActing());
        assertThrows(IOException.class, () -> call(ilse, GET, "{\"offset\":2}"));
        assertEquals(List.of(1L), portal.acknowledged(7));
    }

    @Test
    void aResetConnectionIsAnError() {
        portal.fail(GET, Fault.reset());
        assertThrows(IOException.class, () -> call(ilse, GET, "{}"));
    }

    @Test
    void neitherSlownessNorHangingKeepsThePortalOpen() {
        portal.fail(GET, Fault.slow(Duration.ofMinutes(5))).fail(GET, Fault.hang());
        CompletableFuture<Void> slow = inBackground();
        portal.await(p -> p.underWay(GET) == 1, Duration.ofSeconds(5));
        CompletableFuture<Void> hanging = inBackground();
        portal.await(p -> p.underWay(GET) == 2, Duration.ofSeconds(5));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            portal.close();
            CompletableFuture.allOf(slow, hanging).join();
        });
    }

    @Test
    void duringAnOutageConnectionsAreRefusedAndPeopleGoOnTalking() throws Exception {
        ilse.subscribed();
        call(ilse, GET, "{}");
        try (Outage outage = portal.outage()) {
            assertThrows(ConnectException.class, () -> call(ilse, GET, "{}"));
            marco.says("7", "can you hear me?");
        }
        assertEquals(3, page("{}").get("events").size());
    }

    @Test
    void aHangingCallGoesOnWhenReleased() {
        Fault.Hang hang = Fault.hang();
        portal.fail(GET, hang);
        CompletableFuture<Void> call = inBackground();
        portal.await(p -> p.underWay(GET) == 1, Duration.ofSeconds(5));
        assertEquals(List.of(), portal.acknowledged(7));
        hang.release();
        call.join();
        assertEquals(List.of(1L), portal.acknowledged(7));
    }

    private CompletableFuture<Void> inBackground() {
        return CompletableFuture.runAsync(() -> {
            try {
                call(ilse, GET, "{\"offset\":2}");
            } catch (IOException | InterruptedException e) {
                portal.describe();
            }
        });
    }
}
