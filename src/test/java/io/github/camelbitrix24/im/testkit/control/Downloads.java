package io.github.camelbitrix24.im.testkit.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.StoredFile;
import io.github.camelbitrix24.im.testkit.http.Answer;

/** Files as people get them; none is shown as a page, whatever is in it. */
record Downloads(PortalEmulator portal) {

    Answer answer(Arguments given) {
        long id = given.number("id");
        if (!portal.view().mayRead(given.person(), id)) {
            throw new NoSuchElementException("There is no file " + id + " for this person");
        }
        StoredFile file = portal.disk().file(id);
        return Answer.of(200, "application/octet-stream", file.bytes())
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()))
                .with("Content-Security-Policy", "sandbox").with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
