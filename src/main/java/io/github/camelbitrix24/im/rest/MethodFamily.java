package io.github.camelbitrix24.im.rest;

import java.util.List;
import java.util.Optional;

/**
 * What advice can tell of methods that begin alike. Which scope those of other modules belong to is for their
 * documentation to say.
 *
 * @param prefix as it is documented
 * @param scope  what the credentials need for them
 * @param needs  since when portals know them, to go on a sentence; {@code null} if all do
 */
record MethodFamily(String prefix, String scope, String needs) {

    /** The narrower ones first. The portal finds the controller of events through a file path, so its case counts. */
    private static final List<MethodFamily> KNOWN = List.of(
            new MethodFamily("im.v2.Event.", "im", "im.v2.Event needs release 26.250 of the module im, and the scope 'im'"),
            new MethodFamily(
                    "imbot.v2.", "imbot",
                    "imbot.v2 needs release 26.200 of the module imbot, and the scope 'imbot', which the option bot needs"),
            new MethodFamily("im.", "im", null));

    /** Of a method in whatever spelling. */
    static Optional<MethodFamily> of(String method) {
        return KNOWN.stream().filter(family -> method.regionMatches(true, 0, family.prefix, 0, family.prefix.length()))
                .findFirst();
    }

    boolean isSpelledIn(String method) {
        return method.startsWith(prefix);
    }
}
