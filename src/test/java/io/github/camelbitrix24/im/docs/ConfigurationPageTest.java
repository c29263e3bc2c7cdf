package io.github.camelbitrix24.im.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.main.Main;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The two lines that make a bean of one variable work in Camel Main, as the pages show them.
 */
class ConfigurationPageTest {

    private static final Pattern BEAN = Pattern.compile("(?m)^(camel\\.beans\\.webhook) = (.+)\n(.+\\.credentials) = (.+)$");

    @ParameterizedTest
    @ValueSource(strings = { "docs/credentials.md", "docs/configuration.md" })
    void oneVariableWithTheWebhooksUrlIsEnough(Path page) throws Exception {
        Matcher bean = BEAN.matcher(Files.readString(page));
        assertTrue(bean.find());
        Main camel = new Main();
        try (PortalEmulator portal = PortalEmulator.start()) {
            camel.addInitialProperty("webhook.of.the.test", portal.user(7).secret("s3paration").webhook());
            camel.addInitialProperty(bean.group(1),
                    bean.group(2).replace("{{env:BITRIX24_WEBHOOK}}", "{{webhook.of.the.test}}"));
            camel.addInitialProperty(bean.group(3), bean.group(4));
            camel.start();

            assertEquals("7", String.valueOf(
                    camel.getCamelTemplate().requestBody("bitrix24-im:call?method=profile", null, Map.class).get("ID")));
        } finally {
            camel.stop();
        }
    }
}
