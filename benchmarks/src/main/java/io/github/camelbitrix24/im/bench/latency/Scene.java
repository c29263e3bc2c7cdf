package io.github.camelbitrix24.im.bench.latency;

import java.io.PrintStream;
import java.util.List;

/** One question about latency: the portals on which it is played, who listens there, and the table that answers it. */
interface Scene {

    List<Stage> stages();

    /** @return what ends the listening */
    List<AutoCloseable> listen();

    /** What must be heard, whatever becomes of the rest. */
    List<Conversation> ofComponent();

    void report(PrintStream out);
}
