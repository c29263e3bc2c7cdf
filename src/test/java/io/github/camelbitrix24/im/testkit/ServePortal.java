package io.github.camelbitrix24.im.testkit;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

/**
 * Serves an emulated portal on which people talk, for trying out routes without a real one. Takes
 * {@code --port 8124 --user 7 --secret demo --pace 2s --seed 1}; port 0 is any free one, a pace of {@code 0s} keeps
 * everyone silent. {@code --users 50} has instead that many users, from 101 on, who are spoken to in turn,
 * {@code --messages 100} times in all. {@code --limit standard} or {@code enterprise} rejects requests as the plans of
 * the cloud do. It is an emulator: the secret that it prints opens nothing.
 *
 * <p>
 * When it is stopped it says what became of the events, and exits with 1 if requests were rejected.
 */
public final class ServePortal implements AutoCloseable {

    private final PortalEmulator portal;
    private final AutoCloseable talk;
    private final List<Long> users;
    private final PrintStream out;

    ServePortal(ServeOptions options, PrintStream out) {
        this.out = out;
        this.users = options.users();
        this.portal = PortalEmulator.builder().port(options.port()).limitRate(options.limit()).start();
        users.forEach(id -> portal.user(id).named("Robin Service").secret(options.secret())
                .scopes("im", "imbot", "disk"));
        this.talk = options.many() ? rounds(options) : conversation(options);
        out.println("An emulated Bitrix24 portal is up");
        out.println("  portalUrl  " + portal.url());
        out.println("  userId     " + users.get(0) + (options.many() ? " to " + users.get(users.size() - 1) : ""));
        out.println("  secret     " + options.secret());
        out.println("  page       " + portal.url() + "/");
    }

    public static void main(String[] args) throws InterruptedException {
        ServePortal served = serve(args);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            served.close();
            Runtime.getRuntime().halt(served.rejected() > 0 ? 1 : 0);
        }, "stop"));
        new CountDownLatch(1).await();
    }

    private static ServePortal serve(String[] args) {
        try {
            return new ServePortal(ServeOptions.of(args), System.out);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            throw e;
        } catch (UncheckedIOException e) {
            System.err.println(e.getCause().getMessage());
            System.exit(1);
            throw e;
        }
    }

    private AutoCloseable conversation(ServeOptions options) {
        Conversation conversation = new Conversation(portal, users.get(0), options.seed());
        return options.pace().isZero() ? conversation : conversation.start(options.pace());
    }

    private AutoCloseable rounds(ServeOptions options) {
        Rounds rounds = new Rounds(portal, users, options.messages());
        return options.pace().isZero() ? rounds : rounds.start(options.pace());
    }

    PortalEmulator portal() {
        return portal;
    }

    long rejected() {
        return portal.calls().stream().filter(call -> call.error().equals("QUERY_LIMIT_EXCEEDED")).count();
    }

    private int count(BiFunction<PortalEmulator, Long, List<Long>> queue) {
        return users.stream().mapToInt(id -> queue.apply(portal, id).size()).sum();
    }

    @Override
    public void close() {
        try {
            talk.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        out.println("recorded " + count(PortalEmulator::recorded) + ", acknowledged " + count(PortalEmulator::acknowledged)
                    + ", pending " + count(PortalEmulator::pending) + ", posted " + portal.sent().size()
                    + (users.size() > 1 ? ", for " + users.size() + " users" : "")
                    + "; " + portal.calls().size() + " requests, rejected " + rejected());
        out.flush();
        portal.close();
    }
}
