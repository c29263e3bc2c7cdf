package io.github.camelbitrix24.im.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.FileDraft;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DownloadRouteTest extends RouteTest {

    private static final String EVENTS = "bitrix24-im:events?" + FAST;

    @TempDir
    Path spool;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Object> authors = new ConcurrentHashMap<>();
    private EmulatedUser marco;

    @BeforeEach
    void marco() {
        marco = portal.user(12);
    }

    private void keep(Exchange exchange) {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class);
        authors.put(name, exchange.getMessage().getHeader("CamelBitrix24ImUserId"));
        files.put(name, exchange.getMessage().getBody(byte[].class));
    }

    private void subscribed() {
        portal.await(p -> p.subscribed(7), SOON);
    }

    @Test
    void theOnlyFileOfAnEventIsFetched() throws Exception {
        routes(r -> r.from(EVENTS).filter().simple("${body.message.fileIds.size} == 1")
                .to("bitrix24-im:download").process(this::keep));
        subscribed();
        marco.sends("chat5", "look", FileDraft.of("a.txt", new byte[] { 1 }));
        awaitAcknowledged();

        assertArrayEquals(new byte[] { 1 }, files.get("a.txt"));
        assertEquals(12L, authors.get("a.txt"));
    }

    @ParameterizedTest
    @CsvSource({ "true, false", "false, false", "true, true" })
    void severalFilesAreFetchedInASplit(boolean caching, boolean parallel) throws Exception {
        context.setStreamCaching(caching);
        routes(r -> {
            var split = r.from(EVENTS).routeId("events").split().simple("${body.message.fileIds}").shareUnitOfWork();
            (parallel ? split.parallelProcessing() : split).to("bitrix24-im:download").process(this::keep).end();
        });
        subscribed();
        FileDraft large = FileDraft.random("large.bin", 5 << 20, 9);
        long message = marco.sends("chat5", FileDraft.of("empty", new byte[0]), large,
                FileDraft.of("../договор №5.pdf", new byte[] { 7 }));
        awaitAcknowledged();

        assertArrayEquals(new byte[0], files.get("empty"));
        assertArrayEquals(new byte[] { 7 }, files.get(".._договор №5.pdf"));
        assertArrayEquals(portal.disk().file(Long.parseLong(portal.message(message).files().get(1))).bytes(),
                files.get("large.bin"));
        assertEquals(List.of(12L, 12L, 12L), List.copyOf(authors.values()));
    }

    @Test
    void severalFilesAtOnceAreRefusedWithTheWayToFetchThem() throws Exception {
        MockEndpoint dead = context.getEndpoint("mock:dead", MockEndpoint.class);
        dead.expectedMessageCount(1);
        routes(r -> {
            r.onException(Exception.class).handled(true).setBody().simple("${exception.message}").to(dead);
            r.from(EVENTS).to("bitrix24-im:download");
        });
        subscribed();
        marco.sends("chat5", FileDraft.of("a", new byte[0]), FileDraft.of("b", new byte[0]));
        awaitAcknowledged();

        dead.assertIsSatisfied();
        String why = dead.getReceivedExchanges().get(0).getMessage().getBody(String.class);
        assertTrue(why.contains("has 2 files") && why.contains("split: ${body.message.fileIds}"), why);
    }

    private List<Path> spooled() {
        try (Stream<Path> all = Files.list(spool)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whereCamelSpoolsItDoesSoAsEverywhere() throws Exception {
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        context.getStreamCachingStrategy().setSpoolDirectory(spool.toFile());
        context.getStreamCachingStrategy().setRemoveSpoolDirectoryWhenStopping(false);
        List<Integer> whileItIsUsed = new CopyOnWriteArrayList<>();
        routes(r -> r.from("direct:fetch").to("bitrix24-im:download").process(exchange -> {
            whileItIsUsed.add(spooled().size());
            whileItIsUsed.add(exchange.getMessage().getBody(byte[].class).length);
        }).setBody().constant(""));
        template.requestBody("direct:fetch", large(200_000));

        assertEquals(List.of(1, 200_000), whileItIsUsed);
        assertEquals(List.of(), spooled());
    }

    private String large(int size) {
        return portal.message(marco.sends("chat5", FileDraft.random("large.bin", size, 4))).files().get(0);
    }

    /** With Camel's defaults. The file has no name while it is used, so that a crash leaves nothing. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aLargeFileIsClosedWhenAllThatUseItAreDone(boolean caching) throws Exception {
        context.setStreamCaching(caching);
        context.getStreamCachingStrategy().setSpoolDirectory(spool.toFile());
        List<StreamCache> streams = new CopyOnWriteArrayList<>();
        CountDownLatch firstIsDone = new CountDownLatch(1);
        routes(r -> {
            r.from("direct:fetch").to("bitrix24-im:download").process(exchange -> {
                streams.add(exchange.getMessage().getBody(StreamCache.class));
                assertEquals(List.of(), spooled());
            }).wireTap("direct:later");
            r.from("direct:later").process(exchange -> {
                firstIsDone.await();
                streams.add(exchange.getMessage().getBody(StreamCache.class));
                files.put("later", exchange.getMessage().getBody(byte[].class));
                exchange.getMessage().getBody(StreamCache.class).reset();
                files.put("again", exchange.getMessage().getBody(byte[].class));
            });
        });
        String id = large(200_000);
        template.sendBody("direct:fetch", id);
        firstIsDone.countDown();

        await("it is used again", () -> files.containsKey("again"));
        byte[] whole = portal.disk().file(Long.parseLong(id)).bytes();
        assertArrayEquals(whole, files.get("later"));
        assertArrayEquals(whole, files.get("again"));
        await("it is closed", () -> streams.stream().allMatch(this::isClosed));
    }

    private boolean isClosed(StreamCache stream) {
        try {
            stream.reset();
            stream.writeTo(OutputStream.nullOutputStream());
            return false;
        } catch (ClosedChannelException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoeverAsksForAFileMayReadItWhenTheRouteIsThrough() throws Exception {
        routes(r -> r.from("direct:fetch").to("bitrix24-im:download"));
        String id = large(200_000);
        byte[] whole = portal.disk().file(Long.parseLong(id)).bytes();

        for (String uri : List.of("direct:fetch", "bitrix24-im:download")) {
            assertArrayEquals(whole, template.requestBody(uri, id, byte[].class));
            InputStream stream = (InputStream) template.requestBody(uri, id);
            assertEquals(whole[0] & 0xFF, stream.read());
            assertEquals(whole[1] & 0xFF, stream.read());
            assertEquals(100_000, stream.skip(100_000));
            assertEquals(whole[100_002] & 0xFF, stream.read());
            assertArrayEquals(Arrays.copyOfRange(whole, 100_003, whole.length), stream.readAllBytes());
        }
    }

    @Test
    void whatWasCutShortLeavesNothing() throws Exception {
        context.getStreamCachingStrategy().setSpoolDirectory(spool.toFile());
        routes(r -> r.from("direct:fetch").to("bitrix24-im:download"));
        long message = marco.sends("chat5", FileDraft.random("large.bin", 400_000, 4));
        portal.fail("download", Fault.cutBody(), 10);
        Exchange exchange
                = template.request("direct:fetch", e -> e.getMessage().setBody(portal.message(message).files().get(0)));

        assertTrue(exchange.getException().getMessage().contains("the file did not come from"),
                exchange.getException().getMessage());
        assertEquals(List.of(), spooled());
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aDownloadThatHangsHoldsUpNoAcknowledgement(boolean halfway) throws Exception {
        configuration().setRequestsPerSecond(50);
        configuration().setRequestBurst(20);
        configuration().setConcurrency(2);
        portal.chat("chat6").members(7, 12);
        routes(r -> r.from(EVENTS + "&ackInterval=0").choice().when().simple("${body.message.fileIds.size} == 1")
                .to("bitrix24-im:download").end().process(this::note));
        subscribed();
        Fault.Hang hang = Fault.hang();
        portal.fail("download", halfway ? Fault.trickling(10, SOON.multipliedBy(100)) : hang);
        marco.says("chat6", "before");
        marco.sends("chat5", FileDraft.of("a.txt", new byte[100]));
        portal.await(p -> !p.calls("im.v2.File.download").isEmpty(), SOON);
        for (int i = 0; i < 30; i++) {
            marco.says("chat6", "m" + i);
        }
        await("the others are done", () -> seen.size() == 31);
        portal.await(p -> p.pending(7).size() == 31, SOON);

        assertFalse(seen.isEmpty());
        hang.release();
        context.getShutdownStrategy().setTimeout(1);
    }
}
