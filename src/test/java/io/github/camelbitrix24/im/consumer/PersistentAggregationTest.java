package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Events that are gathered: with a repository that survives, what is acknowledged is not lost.
 */
class PersistentAggregationTest extends RouteTest {

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().generateUniqueName(true)
            .setType(EmbeddedDatabaseType.H2).build();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final List<String> gathered = new CopyOnWriteArrayList<>();
    private final AtomicInteger offered = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @BeforeEach
    void createTables() {
        createTable("gathered");
        createTable("gathered_completed");
    }

    @AfterEach
    void shutDown() {
        context.stop();
        database.shutdown();
    }

    @Test
    void whatWasAcknowledgedWhileItWasGatheredIsThereAfterARestart() throws Exception {
        routes(gathering());
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
        awaitAcknowledged();
        context.stop();
        assertEquals(List.of(), gathered);

        try (CamelContext next = new DefaultCamelContext()) {
            next.getRegistry().bind("reader", new WebhookCredentials(reader.webhook()));
            RouteBuilder.addRoutes(next, gathering());
            next.start();
            portal.user(12).says("chat5", "three");

            await("all are gathered", () -> gathered.equals(List.of("one, two, three")));
        }
    }

    @Test
    void workThatFailsIsTriedAgainFromTheRepository() throws Exception {
        failures.set(1);
        routes(gathering());
        portal.await(p -> p.subscribed(7), SOON);
        for (String text : List.of("one", "two", "three")) {
            portal.user(12).says("chat5", text);
        }

        awaitAcknowledged();
        await("the work was done", () -> gathered.equals(List.of("one, two, three")));
    }

    @Test
    void anEventThatTheRepositoryDoesNotTakeComesAgain() throws Exception {
        routes(gathering());
        portal.await(p -> p.subscribed(7), SOON);
        jdbc.execute("drop table gathered");
        portal.user(12).says("chat5", "one");
        await("it comes again", () -> offered.get() >= 2);
        assertEquals(portal.recorded(7), portal.pending(7));

        createTable("gathered");
        awaitAcknowledged();
        assertEquals(1, jdbc.queryForObject("select count(*) from gathered", Integer.class));
    }

    private void createTable(String name) {
        jdbc.execute("create table " + name
                     + " (id varchar(255) primary key, exchange blob not null, version bigint not null)");
    }

    private LambdaRouteBuilder gathering() {
        JdbcAggregationRepository repository
                = new JdbcAggregationRepository(new DataSourceTransactionManager(database), "gathered", database);
        repository.setRecoveryInterval(100);
        return r -> {
            r.errorHandler(r.noErrorHandler());
            r.from("bitrix24-im:events?credentials=#reader&requestsPerSecond=0&" + FAST)
                    .process(exchange -> offered.incrementAndGet())
                    .setBody(r.simple("${body.message.text}"))
                    .aggregate(r.header(Bitrix24ImConstants.DIALOG_ID), PersistentAggregationTest::joined)
                    .aggregationRepository(repository).completionSize(3)
                    .process(PersistentAggregationTest.this::work);
        };
    }

    /** The older exchange goes on: the repository knows its row by it. */
    private static Exchange joined(Exchange before, Exchange next) {
        if (before == null) {
            return next;
        }
        before.getMessage().setBody(before.getMessage().getBody() + ", " + next.getMessage().getBody());
        return before;
    }

    private void work(Exchange exchange) {
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("on purpose");
        }
        gathered.add(exchange.getMessage().getBody(String.class));
    }
}
