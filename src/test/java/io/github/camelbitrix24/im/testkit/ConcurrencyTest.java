package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConcurrencyTest extends PortalTest {

    @Test
    void whatManySayAtOnceIsReadOnceAndInOrder() throws Exception {
        ilse.subscribed();
        List<CompletableFuture<Void>> speakers = LongStream.rangeClosed(101, 104).mapToObj(portal::user)
                .map(user -> CompletableFuture
                        .runAsync(() -> IntStream.range(0, 250).forEach(i -> user.says("chat5", "line " + i))))
                .toList();
        List<Long> read = new ArrayList<>();
        long offset = 1;
        while (read.size() < 1000) {
            JsonNode page = page("{\"limit\":100,\"offset\":" + offset + "}");
            read.addAll(ids(page));
            offset = page.get("nextOffset").longValue();
        }
        speakers.forEach(CompletableFuture::join);
        assertEquals(LongStream.rangeClosed(1, 1000).boxed().toList(), read);
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void waitingEndsWithTheStateOrWithADescription() {
        CompletableFuture<Void> waiting = CompletableFuture
                .runAsync(() -> portal.await(p -> !p.pending(7).isEmpty(), Duration.ofSeconds(10)));
        portal.record(7, "ONIMV2JOINCHAT", "{}");
        waiting.join();
        AssertionError error = assertThrows(AssertionError.class,
                () -> portal.await(p -> p.pending(7).isEmpty(), Duration.ofMillis(10)));
        assertTrue(error.getMessage().contains("user 7, not subscribed, 1 pending [1]"), error.getMessage());
    }
}
