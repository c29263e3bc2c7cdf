package io.github.camelbitrix24.im.testkit;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Serves an emulated portal on which people talk, for trying out routes without a real one. Takes
 * {@code --port 8124 --user 7 --secret demo --pace 2s --seed 1}; a pace of {@code 0s} keeps everyone silent. It is an
 * emulator: the secret that it prints opens nothing.
 */
public final class ServePortal implements AutoCloseable {

    private final PortalEmulator portal;
    private final Conversation conversation;
    private final long user;
    private final PrintStream out;

    ServePortal(Map<String, String> options, PrintStream out) {
        this.out = out;
        this.user = Long.parseLong(options.getOrDefault("user", "7"));
        this.portal = PortalEmulator.start(Integer.parseInt(options.getOrDefault("port", "8124")));
        portal.user(user).named("Robin Service").secret(options.getOrDefault("secret", "emulatorsecret01"));
        this.conversation = new Conversation(portal, user, Long.parseLong(options.getOrDefault("seed", "1")));
        Duration pace = Duration.parse("PT" + options.getOrDefault("pace", "2s"));
        if (!pace.isZero()) {
            conversation.start(pace);
        }
        out.println("An emulated Bitrix24 portal is up");
        out.println("  portalUrl  " + portal.url());
        out.println("  userId     " + user);
        out.println("  secret     " + portal.user(user).secret());
    }

    public static void main(String[] args) throws InterruptedException {
        ServePortal served = new ServePortal(options(args), System.out);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            served.close();
            stopped.countDown();
        }, "stop"));
        stopped.await();
    }

    static Map<String, String> options(String... args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("Expected --name value pairs, got " + List.of(args));
            }
            options.put(args[i].substring(2), args[i + 1]);
        }
        return options;
    }

    PortalEmulator portal() {
        return portal;
    }

    @Override
    public void close() {
        conversation.close();
        out.println("recorded " + portal.recorded(user).size() + ", acknowledged " + portal.acknowledged(user).size()
                    + ", pending " + portal.pending(user).size() + ", posted " + portal.sent().size());
        portal.close();
    }
}
