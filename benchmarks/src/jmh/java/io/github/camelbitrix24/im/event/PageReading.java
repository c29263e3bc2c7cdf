package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbitrix24.im.bench.server.EventStock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reading a page of 1000 events, per event: by the component's reader, and by what Jackson offers for any JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PageReading.EVENTS)
public class PageReading {

    static final int EVENTS = 1000;

    private final byte[] body = EventStock.of(EVENTS, 1, 1).answer(0, EVENTS);
    private final JsonFactory json = new JsonFactory();
    private final ObjectMapper mapper = new ObjectMapper();
    private final EventPageReader reader = new EventPageReader();

    @Benchmark
    public EventPage page() throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            parser.nextToken();
            parser.nextToken();
            return reader.read(parser, body);
        }
    }

    @Benchmark
    public void pageAndTexts(Blackhole blackhole) throws IOException {
        for (Bitrix24ImEvent event : page().events()) {
            blackhole.consume(event.getMessage().getText());
        }
    }

    @Benchmark
    public void treeAndTexts(Blackhole blackhole) throws IOException {
        for (JsonNode event : mapper.readTree(body).path("result").path("events")) {
            blackhole.consume(event.path("data").path("message").path("text").asText());
        }
    }

    @Benchmark
    public Object map() throws IOException {
        return mapper.readValue(body, Map.class);
    }
}
