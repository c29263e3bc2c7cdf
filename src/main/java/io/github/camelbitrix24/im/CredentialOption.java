package io.github.camelbitrix24.im;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An option of which credentials are made, and what it belongs to.
 */
record CredentialOption<T>(String name, Family family, Function<Bitrix24ImConfiguration, T> getter,
        BiConsumer<Bitrix24ImConfiguration, T> setter) {

    /** Options that come and go together. */
    enum Family {
        BEAN,
        PORTAL,
        USER,
        WEBHOOK,
        TOKENS,
        APPLICATION,
        STORE;

        static final Set<Family> OF_A_WEBHOOK = EnumSet.of(PORTAL, USER, WEBHOOK);
        static final Set<Family> OF_AN_APPLICATION = EnumSet.of(TOKENS, APPLICATION, STORE);
        static final Set<Family> CURRENT_TOKENS = EnumSet.of(TOKENS, STORE);
    }

    private static final List<CredentialOption<?>> ALL = List.of(
            new CredentialOption<>(
                    "credentials", Family.BEAN, Bitrix24ImConfiguration::getCredentials,
                    Bitrix24ImConfiguration::setCredentials),
            new CredentialOption<>(
                    "portalUrl", Family.PORTAL, Bitrix24ImConfiguration::getPortalUrl, Bitrix24ImConfiguration::setPortalUrl),
            new CredentialOption<>(
                    "userId", Family.USER, Bitrix24ImConfiguration::getUserId, Bitrix24ImConfiguration::setUserId),
            new CredentialOption<>(
                    "secret", Family.WEBHOOK, Bitrix24ImConfiguration::getSecret, Bitrix24ImConfiguration::setSecret),
            new CredentialOption<>(
                    "accessToken", Family.TOKENS, Bitrix24ImConfiguration::getAccessToken,
                    Bitrix24ImConfiguration::setAccessToken),
            new CredentialOption<>(
                    "refreshToken", Family.TOKENS, Bitrix24ImConfiguration::getRefreshToken,
                    Bitrix24ImConfiguration::setRefreshToken),
            new CredentialOption<>(
                    "clientId", Family.APPLICATION, Bitrix24ImConfiguration::getClientId,
                    Bitrix24ImConfiguration::setClientId),
            new CredentialOption<>(
                    "clientSecret", Family.APPLICATION, Bitrix24ImConfiguration::getClientSecret,
                    Bitrix24ImConfiguration::setClientSecret),
            new CredentialOption<>(
                    "oauthUrl", Family.APPLICATION, Bitrix24ImConfiguration::getOauthUrl,
                    Bitrix24ImConfiguration::setOauthUrl),
            new CredentialOption<>(
                    "tokenFile", Family.STORE, Bitrix24ImConfiguration::getTokenFile, Bitrix24ImConfiguration::setTokenFile),
            new CredentialOption<>(
                    "tokenStore", Family.STORE, Bitrix24ImConfiguration::getTokenStore,
                    Bitrix24ImConfiguration::setTokenStore));

    /** The families of which at least one option is set. */
    static Set<Family> setIn(Bitrix24ImConfiguration configuration) {
        return families(option -> option.getter.apply(configuration) != null);
    }

    /** The families of which at least one option is named. */
    static Set<Family> namedIn(Collection<String> options) {
        return families(option -> options.contains(option.name));
    }

    private static Set<Family> families(Predicate<CredentialOption<?>> wanted) {
        return ALL.stream().filter(wanted).map(CredentialOption::family)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Family.class)));
    }

    /** Their names, in a row. */
    static String names(Set<Family> families) {
        return ALL.stream().filter(option -> families.contains(option.family)).map(CredentialOption::name)
                .collect(Collectors.joining(", "));
    }

    static void drop(Bitrix24ImConfiguration configuration, Set<Family> families) {
        ALL.stream().filter(option -> families.contains(option.family))
                .forEach(option -> option.setter.accept(configuration, null));
    }
}
