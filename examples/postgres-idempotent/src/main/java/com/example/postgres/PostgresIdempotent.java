package com.example.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.github.camelbitrix24.im.testkit.Conversation;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/**
 * The stage for the route: an emulated portal on which people talk, a real PostgreSQL, and an application that is killed
 * again and again while it inserts. In the end the table is compared with what the portal recorded.
 */
public final class PostgresIdempotent {

    private static final long USER = 7;
    /** As the route has it. */
    private static final int CONCURRENCY = 4;
    private static final Duration BEAT = Duration.ofMillis(30);

    private final long began = System.nanoTime();
    private final Random random = new Random();
    private final PortalEmulator portal = PortalEmulator.start();
    private final Conversation conversation = new Conversation(portal, USER, 1);
    private final Path logs;
    private final Postgres postgres;
    private int unacknowledgedAtKills;

    private PostgresIdempotent(Path postgresPrograms, Path logs) throws Exception {
        this.logs = logs;
        this.postgres = new Postgres(postgresPrograms, logs);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.abort();
            Child.endAll();
            postgres.delete();
        }, "end children"));
    }

    /**
     * @param args where PostgreSQL's programs are, and how often the application is killed
     */
    public static void main(String[] args) throws Exception {
        int kills = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        Path logs = Files.createTempDirectory(Files.createDirectories(Path.of("target/runs")), "run-");
        int status = 1;
        try {
            status = new PostgresIdempotent(Path.of(args[0]), logs).play(kills) ? 0 : 1;
        } catch (Exception | AssertionError e) {
            System.out.println("FAILED: " + e);
        }
        System.exit(status);
    }

    private boolean play(int kills) throws Exception {
        postgres.start();
        say("PostgreSQL is up; logs are in %s", logs);
        boolean good;
        try (EventTable table = new EventTable(postgres.connect())) {
            table.create();
            conversation.start(BEAT);
            for (int i = 1; i <= kills; i++) {
                Child application = startApplication(i);
                awaitInserts(table, application);
                Thread.sleep(2000 + random.nextInt(2000));
                awaitInserts(table, application);
                application.kill();
                int unacknowledged = portal.pending(USER).size();
                unacknowledgedAtKills += unacknowledged;
                say("Application %d killed while it inserted; %d rows, %d events are unacknowledged", i, table.rows(),
                        unacknowledged);
            }
            Child last = startApplication(kills + 1);
            awaitInserts(table, last);
            conversation.close();
            say("Nobody talks any more. Waiting until every event is acknowledged");
            portal.await(p -> p.pending(USER).isEmpty(), Duration.ofSeconds(60));
            last.requireAlive();
            last.stop();
            good = judge(table.ids(), kills);
        }
        postgres.stop();
        return good;
    }

    private Child startApplication(int number) throws IOException {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("BITRIX24_PORTAL_URL", portal.url());
        environment.put("BITRIX24_USER_ID", Long.toString(USER));
        environment.put("BITRIX24_SECRET", portal.user(USER).secret());
        return new Child("application-" + number, logs, environment, List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx96m", "-cp", System.getProperty("java.class.path"),
                "org.apache.camel.main.Main"));
    }

    /** Returns while rows are being inserted. */
    private void awaitInserts(EventTable table, Child application) throws Exception {
        long enough = table.rows() + 1 + random.nextInt(20);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (table.rows() < enough) {
            application.requireAlive();
            Thread.sleep(2);
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nothing is inserted; see " + logs);
            }
        }
    }

    private boolean judge(List<Long> ids, int kills) {
        Set<Long> lost = new HashSet<>(portal.recorded(USER));
        Set<Long> inserted = new HashSet<>(ids);
        lost.removeAll(inserted);
        int twice = ids.size() - inserted.size();
        int bound = kills * CONCURRENCY;
        say("recorded by the portal: %d, rows: %d, lost: %d", portal.recorded(USER).size(), ids.size(), lost.size());
        say("unacknowledged at the %d kills: %d; of these twice in the table: %d; in flight at most: %d", kills,
                unacknowledgedAtKills, twice, bound);
        boolean good = lost.isEmpty() && portal.lost(USER).isEmpty() && twice <= bound && unacknowledgedAtKills > 0;
        say(good ? "OK: nothing is lost, and nothing is twice but what was in flight" : "BROKEN: see the numbers above");
        return good;
    }

    private void say(String format, Object... values) {
        System.out.printf("%5.1f s  %s%n", (System.nanoTime() - began) / 1e9, String.format(format, values));
    }
}
