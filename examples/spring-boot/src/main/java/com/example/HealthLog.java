package com.example;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatusCode;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Logs where the health can be asked for, and what Actuator says there of the consumers whenever that changes.
 */
@Component
class HealthLog {

    private static final Logger LOG = LoggerFactory.getLogger("health");

    private final Map<String, String> latest = new TreeMap<>();
    private volatile RestClient actuator;

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String url = "http://localhost:"
                + event.getApplicationContext().getEnvironment().getProperty("local.server.port") + "/actuator";
        LOG.info("curl {}/health", url);
        LOG.info("curl {}/prometheus", url);
        actuator = RestClient.create(url);
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        if (actuator == null) {
            return;
        }
        JsonNode health = actuator.get().uri("/health").retrieve()
                // what is down is told with an error's status
                .onStatus(HttpStatusCode::isError, (request, response) -> {
                }).body(JsonNode.class);
        JsonNode details = health.at("/components/camelHealth/details");
        details.fieldNames().forEachRemaining(id -> {
            String state = details.path(id).asText() + " " + details.path(id + ".data").path("consumer.state").asText();
            if (id.matches("consumer:[^.]+") && !state.equals(latest.put(id, state))) {
                LOG.info("{} is {}", id, state);
            }
        });
    }
}
