package io.github.camelbitrix24.im.testkit.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.testkit.http.Answer;

/** The files that the page is made of. */
final class PageFiles {

    private static final String FOLDER = "page/";
    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.(html|css|js|svg)");
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
            "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");
    private static final String OWN_FILES_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                                 + " connect-src 'self'; form-action 'none'; base-uri 'none';"
                                                 + " frame-ancestors 'none'";

    private PageFiles() {
    }

    static Optional<Answer> find(String name) {
        Matcher plain = NAME.matcher(name);
        if (!plain.matches()) {
            return Optional.empty();
        }
        try (InputStream file = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            return file == null ? Optional.empty() : Optional.of(answer(TYPES.get(plain.group(1)), file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String type, byte[] content) {
        return Answer.of(200, type, content).with("Content-Security-Policy", OWN_FILES_ONLY)
                .with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Resource-Policy", "same-origin").with("Cache-Control", "no-cache");
    }
}
