package io.github.camelbitrix24.im.canary;

import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Registered for every test: fails the one in which a secret was shown. Tests with the tag {@value #SECRETS_IN_URIS}
 * write secrets into URIs of Camel's own components, such as kamelet, which show them in many places.
 */
public final class CanaryExtension implements AfterEachCallback {

    public static final String SECRETS_IN_URIS = "secrets-in-uris";

    private static final WatchedContexts WATCH = new WatchedContexts();
    private static final int SHOWN_LEAKS = 20;

    static {
        WATCH.open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> leaks = Canary.leaks().stream().distinct().limit(SHOWN_LEAKS).toList();
        if (!context.getTags().contains(SECRETS_IN_URIS)) {
            assertEquals("", String.join("\n", leaks), "Secrets were shown");
        }
    }
}
