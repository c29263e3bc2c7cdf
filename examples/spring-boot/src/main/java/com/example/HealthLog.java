package com.example;

import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Logs where the health can be asked for, and how the consumers fare whenever that changes.
 */
@Component
class HealthLog {

    private static final Logger LOG = LoggerFactory.getLogger("health");

    private final CamelContext camel;
    private final Map<String, String> latest = new TreeMap<>();

    HealthLog(CamelContext camel) {
        this.camel = camel;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String actuator = "http://localhost:"
                + event.getApplicationContext().getEnvironment().getProperty("local.server.port") + "/actuator";
        LOG.info("curl {}/health", actuator);
        LOG.info("curl {}/prometheus", actuator);
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        HealthCheckHelper.invokeReadiness(camel).forEach(result -> {
            String state = result.getState() + " " + result.getDetails().get("consumer.state");
            String id = result.getCheck().getId();
            if (id.startsWith("consumer:") && !state.equals(latest.put(id, state))) {
                LOG.info("{} is {}", id, state);
            }
        });
    }
}
