package com.example.failover;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.camelbitrix24.im.testkit.Conversation;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/**
 * The stage for the route: an emulated portal on which people talk, a real ZooKeeper, three workers of which one reads, and
 * what happens to the one that reads. In the end the workers' files are compared with what the portal recorded.
 */
public final class Failover {

    private static final long USER = 7;
    private static final int WORKERS = 3;
    private static final Duration BEAT = Duration.ofMillis(30);

    private final long began = System.nanoTime();
    private final PortalEmulator portal = PortalEmulator.start();
    private final Conversation conversation = new Conversation(portal, USER, 1);
    private final Cluster cluster;
    private final Set<Long> unacknowledgedAtKills = new HashSet<>();
    private final Set<Long> queuedWhenFrozen = new HashSet<>();
    private final List<Long> takeOvers = new ArrayList<>();

    private Failover(Path directory) throws Exception {
        ZooKeeper zooKeeper = new ZooKeeper(directory);
        say("ZooKeeper is up at %s; logs and files are in %s", zooKeeper.nodes(), directory);
        this.cluster = new Cluster(directory, Map.of(
                "BITRIX24_PORTAL_URL", portal.url(),
                "BITRIX24_USER_ID", Long.toString(USER),
                "BITRIX24_SECRET", portal.user(USER).secret(),
                "ZOOKEEPER_NODES", zooKeeper.nodes()));
    }

    /**
     * @param args how often the leader is killed, and how often it is frozen
     */
    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 2;
        int freezes = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/runs")), "run-").toAbsolutePath();
        int status = 1;
        try {
            status = new Failover(directory).play(kills, freezes) ? 0 : 1;
        } catch (Exception | AssertionError e) {
            System.out.println("FAILED: " + e);
        }
        System.exit(status);
    }

    private boolean play(int kills, int freezes) throws Exception {
        for (int i = 0; i < WORKERS; i++) {
            cluster.startWorker();
        }
        conversation.start(BEAT);
        Worker leader = cluster.awaitReader();
        say("%d workers are started, %s reads", WORKERS, leader.name());
        for (int i = 0; i < kills; i++) {
            talk(Duration.ofSeconds(3));
            leader = killAndReplace(cluster.awaitReader());
        }
        for (int i = 0; i < freezes; i++) {
            talk(Duration.ofSeconds(3));
            leader = freezeAndReplace(cluster.awaitReader());
        }
        talk(Duration.ofSeconds(3));
        conversation.close();
        say("Nobody talks any more. Waiting until every event is acknowledged");
        portal.await(p -> p.pending(USER).isEmpty(), Duration.ofSeconds(60));
        leader.process().requireAlive();
        cluster.stop();
        return judge();
    }

    private Worker killAndReplace(Worker leader) throws Exception {
        leader.process().kill();
        long killed = System.nanoTime();
        List<Long> unacknowledged = portal.pending(USER);
        unacknowledgedAtKills.addAll(unacknowledged);
        cluster.remove(leader);
        say("%s killed; it had finished %d events, %d in the queue are unacknowledged", leader.name(),
                leader.finished().size(), unacknowledged.size());
        Worker next = awaitTakeOver(killed, null);
        cluster.startWorker();
        return next;
    }

    private Worker freezeAndReplace(Worker leader) throws Exception {
        int recorded = portal.recorded(USER).size();
        queuedWhenFrozen.addAll(portal.pending(USER));
        leader.process().freeze();
        long frozen = System.nanoTime();
        say("%s frozen; it had finished %d events", leader.name(), leader.finished().size());
        Worker next = awaitTakeOver(frozen, leader);
        talk(Duration.ofSeconds(2));

        int asleep = leader.finished().size();
        leader.process().resume();
        say("%s resumed; it does not know yet that it is no longer the leader", leader.name());
        talk(Duration.ofSeconds(6));
        say("Meanwhile %s read on and finished %d more events; two have read at once", leader.name(),
                leader.finished().size() - asleep);
        leader.process().stop();
        cluster.remove(leader);
        List<Long> all = portal.recorded(USER);
        queuedWhenFrozen.addAll(all.subList(recorded, all.size()));
        say("%s stopped", leader.name());
        cluster.startWorker();
        return next;
    }

    private Worker awaitTakeOver(long since, Worker excluded) throws Exception {
        Worker next = cluster.awaitReaderOtherThan(excluded);
        long millis = Duration.ofNanos(System.nanoTime() - since).toMillis();
        takeOvers.add(millis);
        say("%s took over after %.1f s", next.name(), millis / 1e3);
        return next;
    }

    private void talk(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
        say("  recorded %d, acknowledged %d", portal.recorded(USER).size(), portal.acknowledged(USER).size());
    }

    private boolean judge() throws Exception {
        List<List<Long>> finished = cluster.finishedByWorker();
        Verdict verdict = Verdict.of(portal.recorded(USER), finished, unacknowledgedAtKills, queuedWhenFrozen);
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < finished.size(); i++) {
            shares.put("worker-" + (i + 1), finished.get(i).size());
        }
        List<String> complaints = cluster.complaints();
        say("%d times a worker complained that another reads%s", complaints.size(),
                complaints.isEmpty() ? "" : ", for example " + complaints.get(0));
        say("finished by %s", shares);
        say("take-over: %.1f s at most", takeOvers.stream().mapToLong(millis -> millis).max().orElse(0) / 1e3);
        say("recorded by the portal: %d, lost: %d", portal.recorded(USER).size(), verdict.lost().size());
        say("finished twice: %d of the %d that were unacknowledged at a kill, %d while two read, %d without a reason",
                verdict.twiceAfterKills(), unacknowledgedAtKills.size(), verdict.twiceWhenFrozen(),
                verdict.unexplained().size());
        boolean good = verdict.good() && portal.lost(USER).isEmpty();
        say(good ? "OK: nothing is lost, and nothing came twice without a reason" : "BROKEN: %s", verdict);
        return good;
    }

    private void say(String format, Object... values) {
        System.out.printf("%5.1f s  %s%n", (System.nanoTime() - began) / 1e9, String.format(format, values));
    }
}
