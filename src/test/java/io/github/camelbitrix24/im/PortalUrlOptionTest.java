package io.github.camelbitrix24.im;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code portalUrl} takes a scheme, a host and a port, and nothing else. */
class PortalUrlOptionTest extends StartTest {

    private static final String REST = "&userId=7&secret=" + SECRET;

    @ParameterizedTest
    @CsvSource({
            "https://acme.example/crm, it has a path",
            "https://acme.example//, it has a path",
            "https://acme.example/api/rest, a path under /rest",
            "https://acme.example/rest, a path under /rest",
            "https://acme.example/rest/, a path under /rest",
            "https://acme.example/rest/api, a path under /rest",
            "https://acme.example/rest/api/, a path under /rest",
            "https://acme.example/REST/api, a path under /rest",
            "RAW(https://acme.example?a=b), more than a scheme",
            "RAW(https://acme.example/?a=b&c=d), more than a scheme",
            "RAW(https://acme.example#top), more than a scheme",
            "RAW(https://bob:hunter2@acme.example), portalUrl",
            "RAW(https://bob@acme.example), portalUrl",
            "acme.example, no scheme or no host",
            "acme, no scheme or no host",
            "https:acme.example, no scheme or no host",
            "https://, cannot be read",
            "RAW(https://ac me.example), cannot be read",
            "ftp://acme.example, neither https nor http",
            "file://acme.example, neither https nor http" })
    void anythingElseIsRefusedByTheNameOfTheOption(String portalUrl, String reason) {
        String from = whyNotFrom("bitrix24-im:events?portalUrl=" + portalUrl + REST);
        assertTrue(from.contains("Option portalUrl ") && from.contains(reason), from);

        String to = whyNotTo("bitrix24-im:subscribe?portalUrl=" + portalUrl + REST);
        assertTrue(to.contains("Option portalUrl ") && to.contains(reason), to);
    }

    @Test
    void aPasswordInTheAddressIsNotShown() {
        leaveOutWhatCamelSaysBeforeWeAreAsked();

        String why = whyNotFrom("bitrix24-im:events?portalUrl=https://bob:" + SECRET + "@acme.example&userId=7&secret=x");

        assertTrue(why.contains("Option portalUrl "), why);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://acme.example", "http://10.0.0.5:8080", "http://192.168.1.1", "http://localhost.acme.example",
            "http://127.0.0.1.acme.example", "http://[2001:db8::1]", "HTTP://acme.example" })
    void plainHttpToAnotherMachineIsRefused(String portalUrl) {
        String why = whyNotFrom("bitrix24-im:events?portalUrl=" + portalUrl + REST);

        assertTrue(why.contains("Option portalUrl uses plain http"), why);
        assertTrue(why.contains("allowInsecureHttp=true"), why);
    }

    @ParameterizedTest
    @CsvSource({
            "http://acme.example&allowInsecureHttp=true, http://acme.example",
            "http://10.0.0.5:8080&allowInsecureHttp=true, http://10.0.0.5:8080",
            "http://localhost:8080, http://localhost:8080",
            "http://127.0.0.1:8080, http://127.0.0.1:8080",
            "http://127.8.9.1, http://127.8.9.1",
            "http://[::1]:8080, http://[::1]:8080",
            "https://acme.example/, https://acme.example",
            "HTTPS://Acme.Example, https://acme.example",
            "https://acme.example:8443, https://acme.example:8443",
            "https://[2001:db8::1], https://[2001:db8::1]" })
    void anAddressIsAcceptedWhereItIsSafeOrAllowed(String portalUrl, String expected) throws Exception {
        startFrom("bitrix24-im:events?portalUrl=" + portalUrl + REST + IDLE);

        assertEquals(expected, ((Bitrix24ImEndpoint) context.getRoutes().get(0).getEndpoint()).getServiceUrl());
    }

    @Test
    void allowInsecureHttpOnTheComponentHoldsForItsEndpoints() throws Exception {
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration().setAllowInsecureHttp(true);

        startFrom("bitrix24-im:events?portalUrl=http://acme.example" + REST + IDLE);

        assertEquals(1, context.getRoutesSize());
    }
}
