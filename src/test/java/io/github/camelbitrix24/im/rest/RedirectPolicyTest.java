package io.github.camelbitrix24.im.rest;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RedirectPolicyTest {

    private static final String PATH = "/rest/7/s3cret/im.v2.Event.get";

    private final PortalAddress acme = PortalAddress.parse("https://acme.bitrix24.com", false);
    private final RedirectPolicy policy = new RedirectPolicy(Set.of("chat.acme.example"));

    @ParameterizedTest
    @ValueSource(strings = {
            "https://newacme.bitrix24.com", "https://newacme.bitrix24.de", "https://chat.acme.example",
            "https://chat.acme.example:8443", "HTTPS://NewAcme.Bitrix24.com" })
    void aRenamedPortalIsFollowed(String host) {
        assertEquals(Optional.of(PortalAddress.parse(host, false)), policy.follow(acme, PATH, host + PATH));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://acme.bitrix24.com" + PATH,
            "https://acme.bitrix24.com/bitrix/coupon_activation.php",
            "http://newacme.bitrix24.com" + PATH,
            "https://newacme.bitrix24.com/login/",
            "https://newacme.bitrix24.com:444" + PATH,
            "https://newacme.bitrix24.com.evil.example" + PATH,
            "https://newacme.bitrix24.evil.co" + PATH,
            "https://evil.example" + PATH,
            "https://newacme.bitrix24.com@evil.example" + PATH,
            "//newacme.bitrix24.com" + PATH,
            "/login/",
            "::",
            "" })
    void anythingElseIsNot(String location) {
        assertEquals(Optional.empty(), policy.follow(acme, PATH, location));
    }

    @Test
    void aPortalOfOnesOwnIsNotFollowedToBitrix24() {
        PortalAddress own = PortalAddress.parse("https://portal.example", false);

        assertEquals(Optional.empty(), policy.follow(own, PATH, "https://acme.bitrix24.com" + PATH));
        assertEquals(Optional.empty(), policy.follow(own, PATH, null));
    }
}
