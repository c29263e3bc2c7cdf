package io.github.camelbitrix24.im.testkit.control;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/** Another application that reads a user's queue with the same webhook, and acknowledges whatever it gets. */
final class SecondReader implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SecondReader.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 200;

    private final URI address;
    private final HttpClient http;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "second-reader");
        thread.setDaemon(true);
        return thread;
    });
    private long offset;

    private SecondReader(URI address) {
        this.address = address;
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2));
        this.http = address.getScheme().equals("https")
                ? client.sslContext(PortalEmulator.trustingClient()).build() : client.build();
    }

    static SecondReader start(PortalEmulator portal, long userId) {
        SecondReader reader = new SecondReader(URI.create(portal.view().person(userId).webhook() + "im.v2.Event.get"));
        reader.pace.scheduleWithFixedDelay(reader::read, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return reader;
    }

    @Override
    public void close() {
        pace.shutdownNow();
    }

    private void read() {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json").header("User-Agent", "a second reader")
                .POST(BodyPublishers.ofString("{\"offset\":" + offset + "}")).build();
        try {
            JsonNode result = JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("result");
            offset = result.path("nextOffset").asLong(offset);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The second reader got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
