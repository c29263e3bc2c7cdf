package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;

/**
 * An option whose value is a bean. Its text must refer to one that is there and fits: what Camel says otherwise names
 * the value, but neither why it is wrong nor the type.
 */
final class BeanOption {

    private static final Set<String> SCHEDULERS_BY_NAME = Set.of("none", "spring", "quartz");
    /** References that lead to no bean of the registry, or to one without a name. */
    private static final List<String> OTHER_REFERENCES = List.of("#class:", "#type:", "#property:", "#valueAs(", "#autowired");
    private static final Pattern NAME = Pattern.compile("[\\w.$-]{1,80}");

    private BeanOption() {
    }

    /**
     * @throws IllegalArgumentException naming the option, the bean and its type
     */
    static void requireAll(CamelContext context, Map<String, Object> parameters, PropertyConfigurerGetter options) {
        parameters.forEach((option, value) -> {
            Class<?> type = options.getOptionType(option, true);
            if (type != null && value instanceof String text) {
                require(context, option, type, text);
            }
        });
    }

    static void require(CamelContext context, String option, Class<?> type, String text) {
        if (option.equalsIgnoreCase("scheduler")) {
            if (!SCHEDULERS_BY_NAME.contains(text)) {
                requireBean(context, option, ScheduledPollConsumerScheduler.class, text.startsWith("#") ? text : "#" + text);
            }
        } else if (isBean(type) && context.getTypeConverterRegistry().lookup(type, String.class) == null) {
            requireBean(context, option, type, text.trim());
        }
    }

    private static void requireBean(CamelContext context, String option, Class<?> type, String text) {
        if (OTHER_REFERENCES.stream().anyMatch(text::startsWith)) {
            return;
        }
        if (!text.startsWith("#")) {
            throw new IllegalArgumentException(
                    "Option " + option + " takes the name of a bean of the type " + type.getName() + ", written with #: "
                                               + option + "=#name.");
        }
        String name = text.substring(text.startsWith("#bean:") ? "#bean:".length() : 1);
        Object named = context.getRegistry().lookupByName(name);
        Object bean = named == null ? context.getRegistry().lookupByNameAndType(name, type) : named;
        if (!type.isInstance(bean)
                && (bean == null || context.getTypeConverterRegistry().lookup(type, bean.getClass()) == null)) {
            // who wrote no name may have written a secret
            throw new IllegalArgumentException(
                    "Option " + option + " refers to "
                                               + (NAME.matcher(name).matches() ? "the bean '" + name + "'" : "a bean")
                                               + (bean == null
                                                       ? ", but the registry has none of that name. Bind one of the type "
                                                       : ", which is a " + bean.getClass().getName()
                                                         + ". It must be of the type ")
                                               + type.getName() + ".");
        }
    }

    private static boolean isBean(Class<?> type) {
        return !type.isPrimitive() && !type.isEnum() && type != Duration.class && type != Map.class
                && !type.getPackageName().equals("java.lang");
    }
}
