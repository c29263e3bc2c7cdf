package io.github.camelbitrix24.im.canary;

import java.util.List;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Registered for every test class: fails the one while which a secret was shown. */
public final class CanaryExtension implements BeforeAllCallback, AfterAllCallback {

    private static final WatchedContexts WATCH = new WatchedContexts();

    static {
        WATCH.open();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Canary.leaks();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> leaks = Canary.leaks();
        assertEquals("", String.join("\n", leaks.stream().distinct().limit(20).toList()), "Secrets were shown");
    }
}
