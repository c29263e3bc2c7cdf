package io.github.camelbitrix24.im.docs.example;

import java.time.Duration;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistrar;

import static org.junit.jupiter.api.Assertions.assertEquals;

@SpringBootTest(properties = "spring.main.banner-mode=off")
@DirtiesContext
class SpringBootApplicationTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("bitrix24-im:events?includeOwn=false&eventTypes=messageAdd").setBody(constant("pong"))
                            .to("bitrix24-im:send");
                }
            };
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Portal {

        @Bean
        PortalEmulator portal() {
            return PortalEmulator.start();
        }

        @Bean
        DynamicPropertyRegistrar connection(PortalEmulator portal) {
            return properties -> {
                properties.add("camel.component.bitrix24-im.portal-url", portal::url);
                properties.add("camel.component.bitrix24-im.user-id", () -> "7");
                properties.add("camel.component.bitrix24-im.secret", () -> portal.user(7).secret());
            };
        }
    }

    @Autowired
    PortalEmulator portal;

    @Test
    void pingIsAnswered() {
        portal.await(p -> p.subscribed(7), Duration.ofSeconds(10));

        portal.user(12).says("7", "ping");

        portal.await(p -> p.sent().size() == 1, Duration.ofSeconds(10));
        assertEquals("pong", portal.sent().get(0).text());
    }
}
