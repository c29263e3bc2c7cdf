package io.github.camelbitrix24.im.spring;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import org.apache.camel.CamelContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Gives Spring Boot applications the component, with the options that their properties say. It stands back where the
 * application makes the component itself.
 */
@AutoConfiguration(afterName = Bitrix24ImAutoConfiguration.CAMEL)
@ConditionalOnClass(name = Bitrix24ImAutoConfiguration.CAMEL)
public class Bitrix24ImAutoConfiguration {

    static final String CAMEL = "org.apache.camel.spring.boot.CamelAutoConfiguration";

    @Bean("bitrix24-im-component")
    @ConditionalOnBean(CamelContext.class)
    @ConditionalOnMissingBean(name = { "bitrix24-im-component", "bitrix24-im" })
    Bitrix24ImComponent bitrix24ImComponent(CamelContext context, ConfigurableEnvironment environment) {
        Bitrix24ImComponent component = new Bitrix24ImComponent(context);
        new ComponentProperties(environment, context).bindTo(component);
        return component;
    }
}
