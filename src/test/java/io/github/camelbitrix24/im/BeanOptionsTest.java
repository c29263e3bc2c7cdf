package io.github.camelbitrix24.im;

import java.util.Map;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.auth.TokenStore;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Options that take a bean: one that is not there, or is something else, is refused by option, name and type. */
class BeanOptionsTest extends StartTest {

    private static final Map<String, Class<?>> TYPES = Map.of("credentials", Credentials.class, "tokenStore", TokenStore.class,
            "idempotentRepository", IdempotentRepository.class, "sslContextParameters", SSLContextParameters.class,
            "scheduler", ScheduledPollConsumerScheduler.class, "exceptionHandler", ExceptionHandler.class,
            "pollStrategy", PollingConsumerPollStrategy.class);

    @BeforeEach
    void watchWhatIsOurs() {
        leaveOutWhatCamelSaysBeforeWeAreAsked();
    }

    private static String with(String option, String value) {
        return "bitrix24-im:events?" + (option.equals("credentials") ? "" : WEBHOOK + "&") + option + "=" + value;
    }

    @ParameterizedTest
    @CsvSource({
            "credentials, #nobody", "credentials, #bean:nobody", "tokenStore, #nobody", "idempotentRepository, #nobody",
            "sslContextParameters, #bean:nobody", "scheduler, #nobody", "scheduler, nobody", "exceptionHandler, #nobody",
            "pollStrategy, #nobody" })
    void aBeanThatIsNotThereIsNamedWithItsType(String option, String reference) {
        String why = whyNotFrom(with(option, reference));

        assertTrue(why.contains("Option " + option + " refers to the bean 'nobody', but the registry has none of that name."
                                + " Bind one of the type " + TYPES.get(option).getName() + "."),
                why);
    }

    @ParameterizedTest
    @ValueSource(strings = { "credentials", "tokenStore", "idempotentRepository", "sslContextParameters", "scheduler" })
    void aBeanThatIsSomethingElseIsNamedWithBothTypes(String option) {
        context.getRegistry().bind("odd", new StringBuilder());

        String why = whyNotFrom(with(option, "#odd"));

        assertTrue(why.contains("Option " + option + " refers to the bean 'odd', which is a java.lang.StringBuilder."
                                + " It must be of the type " + TYPES.get(option).getName() + "."),
                why);
    }

    /** Whoever writes no sign there may have written the secret itself. */
    @ParameterizedTest
    @ValueSource(strings = { "credentials", "tokenStore", "idempotentRepository", "sslContextParameters", "pollStrategy" })
    void aNameWithoutTheSignOfABeanIsToldHowToWriteIt(String option) {
        String why = whyNotFrom(with(option, option.equals("credentials") ? SECRET : "nobody"));

        assertTrue(why.contains("Option " + option + " takes the name of a bean of the type " + TYPES.get(option).getName()
                                + ", written with #: " + option + "=#name."),
                why);
    }

    @ParameterizedTest
    @CsvSource({ "credentials, #nobody", "tokenStore, #nobody", "idempotent-repository, #nobody", "configuration, #nobody" })
    void aComponentsBeanThatIsNotThereIsNamedToo(String option, String reference) {
        Bitrix24ImComponent component = context.getComponent("bitrix24-im", Bitrix24ImComponent.class);

        String why = why(() -> PropertyBindingSupport.setPropertiesOnTarget(context, component, Map.of(option, reference)));

        assertTrue(why.contains(" refers to the bean 'nobody', but the registry has none of that name."), why);
    }

    @Test
    void aBeanThatFitsIsTakenWhateverItsName() throws Exception {
        bindCredentials();
        context.getRegistry().bind("a-b.c$1", context.getRegistry().lookupByName("reader"));

        startFrom("bitrix24-im:events?credentials=#a-b.c$1" + IDLE);

        assertEquals("https://acme.example", ((Bitrix24ImEndpoint) context.getRoutes().get(0).getEndpoint()).getServiceUrl());
    }
}
