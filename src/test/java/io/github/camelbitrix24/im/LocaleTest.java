package io.github.camelbitrix24.im;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.camel.LoggingLevel;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Names and numbers are the same in every locale, also in those whose capital I has a small one without a dot, and in
 * those with digits of their own.
 */
class LocaleTest extends StartTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void putBack() {
        Locale.setDefault(before);
    }

    @Test
    @EnabledIfSystemProperty(named = "test.locale", matches = ".+")
    void theLocaleOfThisRunIsTheOneThatWasAskedFor() {
        assertEquals(System.getProperty("test.locale"), before.toLanguageTag());
    }

    @ParameterizedTest
    @ValueSource(strings = { "tr-TR", "az", "lt", "ar-EG-u-nu-arab", "en" })
    void everyOptionOfAnEndpointIsKnownInEverySpelling(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        PropertyConfigurerGetter options = (PropertyConfigurerGetter) context
                .getComponent("bitrix24-im", Bitrix24ImComponent.class).getEndpointPropertyConfigurer();

        List<String> unknown = new ArrayList<>();
        for (String option : new Bitrix24ImEndpointUriFactory().propertyNames()) {
            for (String written : List.of(option, option.toLowerCase(Locale.ROOT), option.toUpperCase(Locale.ROOT))) {
                if (options.getOptionType(written, true) == null && !option.equals("operation")) {
                    unknown.add(written);
                }
                assertEquals(option, OptionNames.canonical(written));
                assertEquals(option, OptionNames.canonical(StringHelper.camelCaseToDash(written)));
            }
        }
        assertEquals(List.of(), unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = { "tr-TR", "az", "lt", "ar-EG-u-nu-arab" })
    void anEndpointTakesItsOptions(String locale) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(locale));

        startFrom("bitrix24-im:events?" + PORTAL + "&USER-ID=7&secret=" + SECRET + "&maxInFlight=12&ackInterval=1m"
                  + "&INCLUDEOWN=FALSE&allowInsecureHttp=TRUE&initialDelay=5s&timeUnit=minutes&runLoggingLevel=info"
                  + "&exchangePattern=InOnly&eventTypes=onimv2messageadd" + IDLE);

        Bitrix24ImEndpoint endpoint = (Bitrix24ImEndpoint) context.getRoutes().get(0).getEndpoint();
        assertEquals("7", endpoint.getConfiguration().getUserId());
        assertEquals(12, endpoint.getConfiguration().getMaxInFlight());
        assertEquals(60_000, endpoint.getConfiguration().getAckInterval());
        assertEquals(5_000, endpoint.getInitialDelay());
        assertEquals(LoggingLevel.INFO, endpoint.getRunLoggingLevel());
        assertTrue(endpoint.getConfiguration().isAllowInsecureHttp());
        assertEquals(List.of(), log().ownMessages());
    }

    @ParameterizedTest
    @ValueSource(strings = { "user-id", "userId", "USERID", "configuration.userId", "configuration.user-id" })
    void aComponentTakesItsOptions(String name) {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        Bitrix24ImComponent component = context.getComponent("bitrix24-im", Bitrix24ImComponent.class);

        PropertyBindingSupport.setPropertiesOnTarget(context, component, Map.of(name, "7"));

        assertEquals("7", component.getConfiguration().getUserId());
    }

    @ParameterizedTest
    @ValueSource(strings = { "tr-TR", "ar-EG-u-nu-arab" })
    void numbersInErrorsAreWrittenWithTheDigitsOfTheOptions(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        String why = whyNotFrom("bitrix24-im:events?" + WEBHOOK + "&maxInFlight=2000000");

        assertTrue(why.contains("Option maxInFlight must be a number from 1 to 1000000, but is 2000000."), why);
    }
}
