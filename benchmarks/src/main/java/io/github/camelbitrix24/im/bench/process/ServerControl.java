package io.github.camelbitrix24.im.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks a load server for its figures. */
public record ServerControl(String url) {

    public Figures ask(String path) {
        try (InputStream in = URI.create(url + path).toURL().openStream()) {
            return Figures.parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
