package io.github.camelbitrix24.im;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.CredentialOption.Family;
import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.auth.FileTokenStore;
import io.github.camelbitrix24.im.auth.OAuthCredentials;
import io.github.camelbitrix24.im.auth.TokenStore;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.rest.PortalAddress;

/**
 * The credentials that the options make up: those of a webhook, those of an OAuth application, or a bean. Errors name
 * options and never show a value.
 */
final class CredentialOptions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,9}");

    private CredentialOptions() {
    }

    /**
     * @throws IllegalArgumentException if there are none, half of them, or two kinds of them
     */
    static Credentials credentials(Bitrix24ImConfiguration configuration) {
        Set<Family> set = CredentialOption.setIn(configuration);
        boolean oauth = !Collections.disjoint(set, Family.OF_AN_APPLICATION);
        if (set.contains(Family.BEAN)) {
            if (set.size() > 1) {
                throw new IllegalArgumentException(
                        "Both the option credentials and one of "
                                                   + CredentialOption.names(
                                                           oauth ? Family.OF_AN_APPLICATION : Family.OF_A_WEBHOOK)
                                                   + " are set. Set either credentials, or all of the others.");
            }
            return configuration.getCredentials();
        }
        if (set.isEmpty()) {
            throw new IllegalArgumentException(
                    "No credentials. Create an incoming webhook with the scope im in the portal (Developer resources) and"
                                               + " set portalUrl, userId and secret, or put a WebhookCredentials bean into the"
                                               + " option credentials. For an OAuth application set portalUrl, clientId,"
                                               + " clientSecret, accessToken, refreshToken and tokenFile.");
        }
        if (oauth && set.contains(Family.WEBHOOK)) {
            throw new IllegalArgumentException(
                    "Both secret, which belongs to an incoming webhook, and accessToken, refreshToken, clientId, clientSecret,"
                                               + " oauthUrl, tokenFile or tokenStore, which belong to an OAuth application, are"
                                               + " set. Set the options of one kind.");
        }
        if (configuration.getPortalUrl() == null || configuration.getPortalUrl().isBlank()) {
            throw new IllegalArgumentException(
                    "Option portalUrl is missing: " + (oauth
                            ? "an OAuth application needs portalUrl, clientId, clientSecret and tokens."
                            : "an incoming webhook needs portalUrl, userId and secret."));
        }
        requireNumber(configuration.getUserId());
        PortalAddress portal = PortalAddress.parse(configuration.getPortalUrl(), configuration.isAllowInsecureHttp());
        return oauth
                ? application(portal, configuration)
                : new WebhookCredentials(portal, configuration.getUserId(), configuration.getSecret());
    }

    /** A login, as webhooks of self-hosted portals may hold one, would be another user to all that is kept by user. */
    private static void requireNumber(String userId) {
        if (userId != null && NAME.matcher(userId).matches() && !NUMBER.matcher(userId).matches()) {
            throw new IllegalArgumentException(
                    "Option userId is not a user's number: write the 7 of https://HOST/rest/7/SECRET/. If there is a login"
                                               + " instead of a number in the webhook's URL, put the whole URL into a"
                                               + " WebhookCredentials bean and name that in the option credentials.");
        }
    }

    private static Credentials application(PortalAddress portal, Bitrix24ImConfiguration configuration) {
        return OAuthCredentials.of(portal)
                .client(configuration.getClientId(), configuration.getClientSecret())
                .tokens(configuration.getAccessToken(), configuration.getRefreshToken())
                .user(configuration.getUserId())
                .oauthUrl(configuration.getOauthUrl())
                .store(store(configuration))
                .build();
    }

    /**
     * @throws IllegalArgumentException if a webhook is to act as a bot without its token
     */
    static void requireToken(Bitrix24ImConfiguration configuration, Credentials credentials) {
        boolean missing = configuration.getToken() == null || configuration.getToken().isBlank();
        if (configuration.isOfBot() && credentials instanceof WebhookCredentials && missing) {
            throw new IllegalArgumentException(
                    "Option token is missing: with an incoming webhook, the option bot needs the bot's token. For a new bot make"
                                               + " one up, a text of at most 40 characters, and keep it as secret as the webhook.");
        }
        if (!configuration.isOfBot() && configuration.isUserEvents()) {
            throw new IllegalArgumentException(
                    "Option userEvents adds the events of the user to those of a bot: set the option bot, or leave it out.");
        }
    }

    private static TokenStore store(Bitrix24ImConfiguration configuration) {
        String file = configuration.getTokenFile();
        if (file == null) {
            return configuration.getTokenStore();
        }
        if (configuration.getTokenStore() != null) {
            throw new IllegalArgumentException("Both tokenFile and tokenStore are set. Set one of them.");
        }
        if (file.isBlank()) {
            throw new IllegalArgumentException("Option tokenFile is empty: it takes the path of a file.");
        }
        return new FileTokenStore(file);
    }

    /** An endpoint that brings credentials of its own does not mix them with the component's. */
    static void dropInherited(Bitrix24ImConfiguration configuration, Map<String, Object> parameters) {
        CredentialOption.drop(configuration, displaced(
                CredentialOption.namedIn(parameters.keySet()), CredentialOption.setIn(configuration),
                configuration.getRefreshToken() != null));
    }

    /**
     * @param own       what the endpoint brings
     * @param inherited what the component has
     * @param rotating  whether the component's tokens can be refreshed
     */
    private static Set<Family> displaced(Set<Family> own, Set<Family> inherited, boolean rotating) {
        if (own.isEmpty()) {
            return own;
        }
        if (own.equals(EnumSet.of(Family.BEAN))) {
            return EnumSet.complementOf(EnumSet.of(Family.BEAN));
        }
        Set<Family> displaced = EnumSet.noneOf(Family.class);
        if (!own.contains(Family.BEAN)) {
            displaced.add(Family.BEAN);
        }
        boolean oauth = !Collections.disjoint(own, Family.OF_AN_APPLICATION);
        boolean tokens = !Collections.disjoint(own, Family.CURRENT_TOKENS);
        if (own.contains(Family.WEBHOOK) && !oauth) {
            displaced.addAll(Family.OF_AN_APPLICATION);
        }
        if (oauth && !own.contains(Family.WEBHOOK)) {
            displaced.add(Family.WEBHOOK);
            if (tokens || inherited.contains(Family.WEBHOOK)) {
                displaced.add(Family.USER);
            }
        }
        if (tokens && (own.contains(Family.TOKENS) ? rotating : inherited.contains(Family.STORE))) {
            // a store holds the tokens of one user, and the endpoint's are those of another
            displaced.addAll(Family.CURRENT_TOKENS);
        }
        return displaced;
    }
}
