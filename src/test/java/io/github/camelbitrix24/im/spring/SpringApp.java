package io.github.camelbitrix24.im.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import org.apache.camel.CamelContext;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A Spring Boot application with nothing in it but what configures itself. It leaves the logging of the tests alone.
 */
final class SpringApp implements AutoCloseable {

    static final String PREFIX = "camel.component.bitrix24-im.";

    private final SpringApplication application = new SpringApplication(Nothing.class);
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private ConfigurableApplicationContext context;

    SpringApp() {
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener)).toList());
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
    }

    SpringApp property(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    SpringApp option(String name, Object value) {
        return property(PREFIX + name, value);
    }

    <T> SpringApp bean(String name, Class<T> type, Supplier<T> supplier) {
        application.addInitializers(
                beans -> ((GenericApplicationContext) beans).registerBean(name, type, supplier));
        return this;
    }

    SpringApp start() {
        application.setDefaultProperties(properties);
        context = application.run();
        return this;
    }

    CamelContext camel() {
        return context.getBean(CamelContext.class);
    }

    Bitrix24ImComponent component() {
        return camel().getComponent("bitrix24-im", Bitrix24ImComponent.class);
    }

    Bitrix24ImConfiguration options() {
        return component().getConfiguration();
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Nothing {
    }
}
