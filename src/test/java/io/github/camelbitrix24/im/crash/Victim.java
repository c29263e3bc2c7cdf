package io.github.camelbitrix24.im.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/**
 * An application as a user would write it: one route that works on a user's events, and Camel's own handling of
 * SIGTERM. It ends itself when its standard input does, so that it never outlives whoever started it.
 */
public final class Victim extends RouteBuilder {

    private final VictimOptions options;
    private final FinishedLog finished;

    private Victim(VictimOptions options, FinishedLog finished) {
        this.options = options;
        this.finished = finished;
    }

    /**
     * @param args the webhook of the user, the file for what is finished, and the {@link VictimOptions}
     */
    public static void main(String[] args) throws Exception {
        Thread orphan = new Thread(Victim::endWithStandardInput, "standard input");
        orphan.setDaemon(true);
        orphan.start();
        Path file = Path.of(args[1]);
        try (FinishedLog finished = new FinishedLog(file)) {
            VictimOptions options = VictimOptions.parse(List.of(args).subList(2, args.length));
            Main main = new Main();
            main.configure().withJmxEnabled(false).addRoutesBuilder(new Victim(options, finished));
            main.bind("reader", new WebhookCredentials(args[0]));
            main.bind("repository", FileIdempotentRepository.fileIdempotentRepository(
                    file.resolveSibling("repository").toFile(), 10_000));
            main.run();
        }
    }

    private static void endWithStandardInput() {
        try {
            while (System.in.read() >= 0) {
                // nobody writes there
            }
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(1);
    }

    @Override
    public void configure() {
        from("bitrix24-im:events?credentials=#reader&" + options.endpointOptions()).routeId("events")
                .process(this::work)
                .process(this::finish);
    }

    private void work(Exchange exchange) {
        Duration longest = options.work().multipliedBy(2);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest.toNanos() + 1));
    }

    private void finish(Exchange exchange) throws IOException {
        Object body = exchange.getMessage().getBody();
        for (Object each : body instanceof List<?> batch ? batch : List.of(body)) {
            Bitrix24ImEvent event = (Bitrix24ImEvent) each;
            Long chat = event.getChatId();
            finished.append(new FinishedEvent(event.getId(), chat == null ? 0 : chat));
        }
    }
}
