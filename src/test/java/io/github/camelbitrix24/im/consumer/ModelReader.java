package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.auth.WebhookAuthorization;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.RestClient;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;

/** A consumer as the component makes one, between a {@link ModelPortal} and a {@link ModelRoute}. */
final class ModelReader {

    final ModelPortal portal;
    private final HandDrivenThreads threads;
    private final Mischief mischief;
    private final Random random;
    private final Workplace workplace;
    private final Endpoint endpoint;
    private final ReaderName name;
    private final RestClient client;
    private final ModelRepository repository;
    private final ReaderSettings settings;
    private final AtomicInteger polls;
    private DefaultConsumer consumer;
    private ConsumerSession session;
    private ModelRoute route;
    private boolean suspended;

    /** @param polls how many are under way of all readers */
    ModelReader(HandDrivenThreads threads, Mischief mischief, Random random, Workplace workplace, Endpoint endpoint,
                RequestBudget budget, AtomicInteger polls, int user) {
        this.threads = threads;
        this.mischief = mischief;
        this.random = random;
        this.workplace = workplace;
        this.endpoint = endpoint;
        this.polls = polls;
        this.portal = new ModelPortal(threads, mischief, Integer.toString(user));
        WebhookCredentials credentials = new WebhookCredentials("https://acme.example/rest/" + user + "/xxxxxx/");
        this.name = ReaderName.of("route", credentials);
        this.client = new RestClient(portal, new WebhookAuthorization(credentials), budget, threads::now);
        this.repository = new ModelRepository(threads, mischief);
        boolean small = random.nextBoolean();
        this.settings = new ReaderSettings(
                null, null, true, Duration.ofMinutes(10), Settings.EVERYTHING, small ? 3 : 1000, small ? 2 : 1000, 1 << 20,
                random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(1),
                Duration.ofSeconds(1), Duration.ofSeconds(75),
                random.nextBoolean() ? 1 : 3, random.nextInt(3) == 0, random.nextBoolean(),
                random.nextBoolean() ? repository : null);
    }

    void start() {
        portal.open();
        repository.open();
        route = new ModelRoute(threads, mischief, random, portal, repository, settings);
        consumer = new DefaultConsumer(endpoint, route) {
            @Override
            public Exchange createExchange(boolean autoRelease) {
                mischief.strike(20);
                return super.createExchange(autoRelease);
            }
        };
        ReaderRegistry.of(workplace.camelContext()).claim(name, consumer);
        PollMode mode = new PollMode(true, null, null);
        session = new ConsumerSession(name, settings, mode, client, workplace, consumer, route);
        session.start();
        suspended = false;
        session.loop().start(this::poll, Duration.ZERO, () -> true);
    }

    /** What Camel makes of a poll: none while it is suspended. */
    private void poll() {
        mischief.promise(polls.incrementAndGet() <= 2, "more than two polls of one portal");
        try {
            if (!suspended) {
                session.loop().poll();
            }
        } finally {
            polls.decrementAndGet();
        }
    }

    boolean isSuspended() {
        return suspended;
    }

    void suspend() {
        session.close();
        suspended = true;
        session.suspend();
    }

    void resume() {
        session.resume();
        suspended = false;
        pollNow();
    }

    /** Whoever asks for it is told that there is no memory for it. */
    void pollNow() {
        try {
            session.loop().pollNow();
        } catch (OutOfMemoryError e) {
            mischief.promise(e.getMessage().contains("on purpose"), e.toString());
        }
    }

    boolean isDraining() {
        return session.isDraining();
    }

    int pending() {
        return session.pending();
    }

    boolean isDone() {
        return portal.queue.isEmpty() && route.isIdle();
    }

    /** As when Camel's patience is over. */
    void halt() {
        session.halt();
        route.close();
    }

    void stop() {
        session.stopPolling();
        session.loop().stop();
        ReaderRegistry.of(workplace.camelContext()).release(consumer);
        session.stop();
        route.close();
        portal.close();
    }

}
