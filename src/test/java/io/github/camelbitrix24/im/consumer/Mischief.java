package io.github.camelbitrix24.im.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What goes wrong at random wherever the code calls out, and the promises that were broken meanwhile. */
final class Mischief {

    final List<String> broken = new ArrayList<>();
    private final Random random;
    private boolean calm;
    private boolean routesFail = true;

    Mischief(Random random) {
        this.random = random;
    }

    /** From now on nothing goes wrong. */
    void end() {
        calm = true;
    }

    /** Whether routes fail nevertheless. */
    void failRoutes(boolean fail) {
        routesFail = fail;
    }

    boolean failsRoute() {
        return routesFail && random.nextInt(4) == 0;
    }

    /** Does something of which the test needs to know that it was done. */
    void calmly(Runnable task) {
        boolean before = calm;
        calm = true;
        try {
            task.run();
        } finally {
            calm = before;
        }
    }

    boolean strikes(int oneIn) {
        return !calm && random.nextInt(oneIn) == 0;
    }

    /** Throws what code of users throws. */
    void strike(int oneIn) {
        if (strikes(oneIn)) {
            if (random.nextBoolean()) {
                throw new OutOfMemoryError("Java heap space, on purpose");
            }
            throw new IllegalStateException("on purpose");
        }
    }

    void promise(boolean kept, String text) {
        if (!kept) {
            broken.add(text);
        }
    }
}
