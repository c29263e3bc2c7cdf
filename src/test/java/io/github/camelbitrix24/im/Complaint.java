package io.github.camelbitrix24.im;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What an exception says when it is printed with all its causes. */
public final class Complaint {

    private Complaint() {
    }

    public static String of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
