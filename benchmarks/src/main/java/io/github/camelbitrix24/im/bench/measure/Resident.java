package io.github.camelbitrix24.im.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process as the operating system counts it, in bytes; 0 where that is unknown. */
public final class Resident {

    private Resident() {
    }

    public static long now() {
        return of("VmRSS:");
    }

    public static long peak() {
        return of("VmHWM:");
    }

    private static long of(String name) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
