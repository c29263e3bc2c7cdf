package io.github.camelbitrix24.im.spring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImComponentConfigurer;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The properties under {@code camel.component.bitrix24-im}. They are not bound as {@code @ConfigurationProperties},
 * since Spring Boot prints the values of those that it cannot bind, and here a value may be a secret that stands under
 * a misspelled name.
 */
final class ComponentProperties {

    /** Another text may hold a secret. */
    private static final Pattern BEAN = Pattern.compile("#(bean:)?[\\w.$-]{1,80}");
    private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{([^}:]+)");

    private final CamelContext context;
    private final Iterable<ConfigurationPropertySource> sources;
    private final Binder binder;

    ComponentProperties(ConfigurableEnvironment environment, CamelContext context) {
        this.context = context;
        this.sources = ConfigurationPropertySources.get(environment);
        this.binder = Binder.get(environment);
    }

    void bindTo(Bitrix24ImComponent component) {
        List<ComponentOption> options = ComponentOption.all();
        refuseUnknown(options.stream().map(ComponentOption::property).collect(Collectors.toSet()));
        Bitrix24ImComponentConfigurer configurer = new Bitrix24ImComponentConfigurer();
        for (ComponentOption option : options) {
            Object value = valueOf(option);
            if (value != null) {
                configurer.configure(context, component, option.name(), converted(option, value), false);
            }
        }
    }

    private void refuseUnknown(Set<ConfigurationPropertyName> known) {
        for (ConfigurationPropertySource source : sources) {
            // the names of environment variables are ambiguous
            if (source instanceof IterableConfigurationPropertySource names && !isEnvironment(source)) {
                names.stream().filter(ComponentOption.PREFIX::isAncestorOf).filter(name -> !known.contains(name)).findFirst()
                        .ifPresent(name -> {
                            throw new InvalidOptionException(
                                    describe(name) + " is not an option of the component.",
                                    "The options are " + names(known) + ".");
                        });
            }
        }
    }

    private static boolean isEnvironment(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> properties
                && properties.getName().startsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    private static String names(Set<ConfigurationPropertyName> options) {
        return options.stream().map(name -> name.getLastElement(ConfigurationPropertyName.Form.DASHED))
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), all -> String.join(", ", all)));
    }

    /** @return {@code null} if it is not set, or to an optional placeholder that has no value */
    private Object valueOf(ComponentOption option) {
        Object value = binder.bind(option.property(), Bindable.of(Object.class)).orElse(null);
        return value instanceof String text ? withoutPlaceholders(option, text) : value;
    }

    private Object converted(ComponentOption option, Object given) {
        Class<?> type = option.valueType(context);
        if (type.isInstance(given)) {
            return given;
        }
        try {
            Object converted = "object".equals(option.type())
                    ? bean(given.toString()) : ApplicationConversionService.getSharedInstance().convert(given, type);
            if (type.isInstance(converted)) {
                return converted;
            }
        } catch (ConversionException e) {
            // its message holds the value
        }
        if ("object".equals(option.type()) && BEAN.matcher(given.toString()).matches()) {
            throw new InvalidOptionException(
                    describe(option.property()) + " refers to " + given + ", and there is no such bean of the type "
                                             + option.javaType() + ".",
                    "Declare one under that name with @Bean, or correct the name.");
        }
        throw new InvalidOptionException(describe(option.property()) + " has a value that cannot be used.", option.expected());
    }

    private String withoutPlaceholders(ComponentOption option, String text) {
        Matcher unresolved = UNRESOLVED.matcher(text);
        if (unresolved.find()) {
            throw new InvalidOptionException(
                    describe(option.property()) + " refers to " + unresolved.group(1) + ", which is not set.",
                    "Set " + unresolved.group(1) + ", for example as an environment variable, or remove the property.");
        }
        return context.resolvePropertyPlaceholders(text);
    }

    /** @return {@code null} if the text leads to no bean */
    private Object bean(String text) {
        if (!text.startsWith("#")) {
            return null;
        }
        try {
            return PropertyBindingSupport.resolveBean(context, text.contains(":") ? text : "#bean:" + text.substring(1));
        } catch (BeansException e) {
            // the bean is there and cannot be made
            throw e;
        } catch (Exception e) {
            // its message holds the text
            return null;
        }
    }

    private String describe(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : sources) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return "The property " + name + " (" + property.getOrigin() + ")";
            }
        }
        return "The property " + name;
    }
}
