package io.github.camelbitrix24.im.testkit.control;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.testkit.http.Request;

/**
 * Keeps other sites away from the control interface. A browser on this machine can be made to send requests here by any
 * page it shows; it tells where they come from, and sends a header of one's own elsewhere only after it has asked.
 */
final class Guard {

    static final String HEADER = "X-Emulator-Control";

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
    private static final Set<String> OWN_PAGES = Set.of("", "same-origin", "none");

    private Guard() {
    }

    /** A name that somebody else's server resolves to loopback is refused. */
    static void checkHost(Request request) {
        if (!LOOPBACK.matcher(host(request)).matches()) {
            throw new Refusal(421, "The emulator is looked at as localhost or 127.0.0.1 only, not as the Host of this request");
        }
    }

    static void checkOrigin(Request request) {
        String origin = request.header("origin").toLowerCase(Locale.ROOT);
        boolean foreign = !origin.isEmpty() && !origin.replaceFirst("^https?://", "").equals(host(request));
        if (foreign || !OWN_PAGES.contains(request.header("sec-fetch-site").toLowerCase(Locale.ROOT))) {
            throw new Refusal(403, "Pages of other sites do not control the emulator");
        }
    }

    static void checkHeader(Request request) {
        if (request.header(HEADER.toLowerCase(Locale.ROOT)).isEmpty()) {
            throw new Refusal(403, "What changes something needs the header " + HEADER + ": 1");
        }
    }

    private static String host(Request request) {
        return request.header("host").toLowerCase(Locale.ROOT);
    }
}
