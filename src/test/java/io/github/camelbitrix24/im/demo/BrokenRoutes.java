package io.github.camelbitrix24.im.demo;

import java.nio.file.Path;
import java.util.Set;

/** Files whose routes cannot run. */
final class BrokenRoutes extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Set<Path> files;

    /** @param files those that are to blame */
    BrokenRoutes(Set<Path> files, Exception cause) {
        super(Reason.of(cause), cause);
        this.files = files;
    }

    Set<Path> files() {
        return files;
    }
}
