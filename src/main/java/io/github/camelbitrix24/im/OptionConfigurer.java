package io.github.camelbitrix24.im;

import java.util.Locale;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Sets options as Camel's generated configurers do, except that names mean the same in every locale: the generated ones
 * make them lower case by the rules of the default locale, and in a Turkish one there is no {@code userId}. Besides, it
 * says of a bean that is not there what was looked for.
 */
final class OptionConfigurer<G extends PropertyConfigurer & PropertyConfigurerGetter>
        implements PropertyConfigurer, PropertyConfigurerGetter {

    private final G generated;

    OptionConfigurer(G generated) {
        this.generated = generated;
    }

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        Class<?> type = getOptionType(name, ignoreCase);
        if (type != null && value instanceof String text) {
            BeanOption.require(context, name, type, text);
        }
        return generated.configure(context, target, spelled(name, ignoreCase), value, false);
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return generated.getOptionType(spelled(name, ignoreCase), false);
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return generated.getOptionValue(target, spelled(name, ignoreCase), false);
    }

    @Override
    public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return generated.getCollectionValueType(target, spelled(name, ignoreCase), false);
    }

    @Override
    public String[] getAutowiredNames() {
        return generated.getAutowiredNames();
    }

    /** The generated configurers know each name in lower case, too. */
    private static String spelled(String name, boolean ignoreCase) {
        return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
