package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version of this component, as it introduces itself to portals.
 */
final class ProductVersion {

    static final String USER_AGENT = "camel-bitrix24-im/" + read();

    private ProductVersion() {
    }

    private static String read() {
        try (InputStream in = ProductVersion.class.getResourceAsStream("product.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
