package io.github.camelbitrix24.im.rest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One place has one address, and one name in logs, headers and keys. */
class PortalAddressTest {

    @ParameterizedTest
    @CsvSource({
            "https://acme.example, acme.example", "https://acme.example:443, acme.example",
            "https://acme.example:0443, acme.example", "https://acme.example:, acme.example",
            "https://acme.example., acme.example", "https://ACME.Example.:443/, acme.example",
            "https://acme.example:8443, acme.example:8443", "https://acme.example:80, acme.example:80",
            "http://acme.example:80, acme.example", "http://acme.example:443, acme.example:443",
            "https://\u043f\u043e\u0440\u0442\u0430\u043b.\u0440\u0444, xn--80awhdgm.xn--p1ai",
            "https://\u041f\u041e\u0420\u0422\u0410\u041b.\u0440\u0444:443, xn--80awhdgm.xn--p1ai",
            "https://XN--80AWHDGM.xn--p1ai, xn--80awhdgm.xn--p1ai",
            "https://b\u00fccher.example:8443, xn--bcher-kva.example:8443",
            "https://my_portal.example, my_portal.example", "https://my_portal:8443, my_portal:8443",
            "https://[2001:DB8:0:0:0:0:0:1], [2001:db8::1]", "https://[2001:db8::1]:443, [2001:db8::1]",
            "https://[2001:0db8:0000:0000:0001:0000:0000:0001]:8443, [2001:db8::1:0:0:1]:8443",
            "https://[0:0:0:0:0:0:0:0], [::]", "https://[fe80:0:0:0:0:0:0:0], [fe80::]", "https://[::ffff:10.0.0.1], 10.0.0.1",
            "https://010.0.0.1, 10.0.0.1", "https://10.0.0.1., 10.0.0.1" })
    void everySpellingHasTheSameName(String url, String authority) {
        PortalAddress address = PortalAddress.parse(url, true);

        assertEquals(authority, address.authority());
        assertEquals(address, PortalAddress.parse(address.url(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://acme..example", "https://acme.example..", "https://.", "https://acme.example:99999",
            "https://acme.example:0", "https://acme%2eexample", "https://ac*me.example", "https://[fe80::1%25eth0]" })
    void whatCannotBeAHostIsCalledThat(String url) {
        String why = assertThrows(IllegalArgumentException.class, () -> PortalAddress.parse(url, true)).getMessage();

        assertTrue(why.startsWith("Option portalUrl ") && why.contains("its host or its port"), why);
    }

    @Test
    void thisMachineIsKnownInEverySpelling() {
        for (String url : new String[] {
                "http://LOCALHOST.", "http://127.0.0.1.", "http://127.1", "http://[0:0:0:0:0:0:0:1]",
                "http://[::ffff:127.0.0.1]" }) {
            assertTrue(PortalAddress.parse(url, false).isLoopback(), url);
        }
    }
}
