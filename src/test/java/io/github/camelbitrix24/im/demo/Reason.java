package io.github.camelbitrix24.im.demo;

/**
 * Why something went wrong, in one line.
 */
final class Reason {

    private Reason() {
    }

    /** What is at the bottom of it, without what Camel wraps around it. */
    static String of(Throwable problem) {
        if (problem.getCause() != null && problem.getCause() != problem) {
            return of(problem.getCause());
        }
        String message = problem.getMessage();
        return message == null || message.isBlank()
                ? problem.getClass().getSimpleName() : message.strip().replaceAll("\\s+", " ");
    }
}
