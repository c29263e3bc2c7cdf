package io.github.camelbitrix24.im;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Numbers and times out of range, or that are none, are refused by the name of their option. */
class NumberOptionsTest extends StartTest {

    @ParameterizedTest
    @CsvSource({
            "limit, 0", "limit, 1001", "limit, -1", "limit, abc", "limit, 2147483648", "limit, 1.5",
            "concurrency, 0", "concurrency, -1", "concurrency, abc",
            "maxInFlight, 0", "maxInFlight, -5", "maxInFlight, abc",
            "maxResponseSize, 0", "maxResponseSize, -1", "maxResponseSize, abc", "maxResponseSize, 9999999999999",
            "delay, 0", "delay, -1", "delay, abc", "delay, -5000", "delay, 5x",
            "busyDelay, 0", "busyDelay, -1", "busyDelay, abc",
            "initialDelay, -2", "initialDelay, -5000",
            "connectTimeout, 0", "connectTimeout, -1", "connectTimeout, abc",
            "responseTimeout, 0", "responseTimeout, -1", "responseTimeout, abc",
            "ackInterval, -1",
            "settleTime, -1",
            "resubscribeInterval, -1",
            "delay, 9223372036854775807", "busyDelay, 9223372036855", "initialDelay, 400000d", "ackInterval, 400000d",
            "settleTime, 9223372036854775807", "resubscribeInterval, 9223372036854775807",
            "connectTimeout, 9223372036854775807", "responseTimeout, 400000d" })
    void aValueOutOfRangeIsRefusedByTheNameOfTheOption(String option, String value) {
        String from = whyNotFrom("bitrix24-im:events?" + WEBHOOK + "&" + option + "=" + value);
        assertTrue(from.contains(option), from);
        assertTrue(from.contains("must be") || from.contains("Error binding property (" + option + "=" + value + ")"), from);

        String to = whyNotTo("bitrix24-im:events?" + WEBHOOK + "&" + option + "=" + value);
        assertTrue(to.contains(option), to);
    }

    @ParameterizedTest
    @CsvSource({ "initialDelay, abc", "initialDelay, 5x", "ackInterval, abc", "settleTime, abc", "resubscribeInterval, abc" })
    void whatIsNoTimeDoesNotPassForZero(String option, String value) {
        String why = whyNotFrom("bitrix24-im:events?" + WEBHOOK + "&" + option + "=" + value);

        assertTrue(why.contains("Option " + option + " must be a time"), why);
    }

    @ParameterizedTest
    @CsvSource({ "batching", "autoSubscribe", "includeOwn", "breakOnFirstError", "allowInsecureHttp" })
    void aFlagThatIsNeitherTrueNorFalseIsRefused(String option) {
        String why = whyNotFrom("bitrix24-im:events?" + WEBHOOK + "&" + option + "=maybe");

        assertTrue(why.contains(option), why);
    }

    @ParameterizedTest
    @CsvSource({ "limit, 0", "limit, abc", "delay, 0", "delay, -1", "delay, abc", "busyDelay, -1", "responseTimeout, 0" })
    void aValueOutOfRangeOnTheComponentIsRefusedToo(String option, String value) {
        bindCredentials();
        Bitrix24ImComponent component = context.getComponent("bitrix24-im", Bitrix24ImComponent.class);
        PropertyConfigurer configurer = component.getComponentPropertyConfigurer();

        String why = why(() -> {
            PropertyBindingSupport.build().withConfigurer(configurer).withIgnoreCase(true)
                    .bind(context, component, new HashMap<>(Map.of(option, value)));
            startFrom("bitrix24-im:events?credentials=#reader");
        });

        assertTrue(why.contains(option), why);
    }

    @ParameterizedTest
    @CsvSource({ "limit=1, 1", "limit=1000, 1000" })
    void theEndsOfTheRangeAreAccepted(String option, int limit) throws Exception {
        startFrom("bitrix24-im:events?" + WEBHOOK + IDLE + "&" + option);

        assertEquals(limit, endpoint().getConfiguration().getLimit());
    }

    @Test
    void timesMayHaveUnits() throws Exception {
        startFrom("bitrix24-im:events?" + WEBHOOK + IDLE + "&delay=1m&busyDelay=3s&initialDelay=2s&responseTimeout=1m30s");

        assertEquals(60_000, endpoint().getDelay());
        assertEquals(3_000, endpoint().getConfiguration().getBusyDelay());
        assertEquals(2_000, endpoint().getInitialDelay());
        assertEquals(90_000, endpoint().getConfiguration().getResponseTimeout());
    }

    @Test
    void zeroIsAcceptedWhereItTurnsSomethingOff() throws Exception {
        startFrom("bitrix24-im:events?" + WEBHOOK + IDLE + "&initialDelay=0&ackInterval=0&settleTime=0&resubscribeInterval=0");

        assertEquals(0, endpoint().getConfiguration().getSettleTime());
    }

    private Bitrix24ImEndpoint endpoint() {
        return (Bitrix24ImEndpoint) context.getRoutes().get(0).getEndpoint();
    }
}
