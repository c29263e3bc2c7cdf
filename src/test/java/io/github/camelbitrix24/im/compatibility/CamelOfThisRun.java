package io.github.camelbitrix24.im.compatibility;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * That a run of {@code .ci/compatibility} tries what it says it does, and no mixture. Its name keeps it out of other
 * runs.
 */
class CamelOfThisRun {

    @ParameterizedTest
    @ValueSource(strings = {
            "org.apache.camel.CamelContext", "org.apache.camel.support.DefaultComponent", "org.apache.camel.util.URISupport",
            "org.apache.camel.impl.engine.AbstractCamelContext", "org.apache.camel.main.Main",
            "org.apache.camel.component.http.HttpComponent", "org.apache.camel.http.base.HttpHelper",
            "org.apache.camel.http.common.HttpCommonComponent", "org.apache.camel.component.jackson.JacksonDataFormat" })
    void camelIsOfTheVersion(String type) throws ClassNotFoundException {
        assertTrue(jarOf(Class.forName(type)).endsWith("-" + System.getProperty("compatibility.camel") + ".jar"),
                () -> type + " is not in a jar of that version");
    }

    @Test
    void theComponentIsTheJar() {
        assertTrue(jarOf(Bitrix24ImComponent.class).endsWith(".jar"), jarOf(Bitrix24ImComponent.class));
    }

    @Test
    void camelsThreadsAreVirtualIfAskedFor() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ExecutorService threads = context.getExecutorServiceManager().newSingleThreadExecutor(this, "thread");
            boolean virtual = threads.submit(() -> isVirtual(Thread.currentThread())).get(10, TimeUnit.SECONDS);

            assertEquals(Boolean.getBoolean("camel.threads.virtual.enabled"), virtual);
        }
    }

    private static String jarOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    /** {@code Thread.isVirtual()}, which Java 17 does not have. */
    private static boolean isVirtual(Thread thread) {
        return thread.getClass().getName().contains("VirtualThread");
    }
}
