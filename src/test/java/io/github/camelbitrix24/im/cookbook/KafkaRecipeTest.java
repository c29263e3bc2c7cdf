package io.github.camelbitrix24.im.cookbook;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.component.direct.DirectComponent;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class KafkaRecipeTest extends Recipe {

    private final List<String> records = new ArrayList<>();

    @Test
    void everyEventBecomesARecordOfItsJsonWithItsDialogAsTheKey() throws Exception {
        bind("kafka", new DirectComponent());
        portal.user(12).says("chat5", "a \"quoted\" word");
        portal.user(12).says("7", "in private");
        start("to-kafka", "kafka:chat-events");
        awaitAllAcknowledged();

        assertEquals(List.of("chat5 a \"quoted\" word", "12 in private"), records);
    }

    @Override
    void sink(String sink, Exchange exchange) {
        String key = exchange.getMessage().getHeader("kafka.KEY", String.class);
        String value = (String) exchange.getMessage().getBody();
        try {
            records.add(key + " " + new ObjectMapper().readTree(value).at("/data/message/text").asText());
        } catch (Exception e) {
            records.add(e.toString());
        }
    }
}
