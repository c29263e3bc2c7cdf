package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.recording.EventAnonymiser;

/**
 * Writes what an emulated portal records into a file, an event as JSON in each line, until it is closed. Names, texts
 * and whatever else tells of people are replaced, as {@link EventAnonymiser} does, and a field {@code queue} says whose
 * queue it was. {@link PortalEmulator#replay(Path)} plays it.
 */
public final class Recording implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PortalState portal;
    private final Path file;
    private final EventAnonymiser anonymiser;
    private final Writer lines;
    private RuntimeException failure;

    private Recording(PortalState portal, Path file, EventAnonymiser anonymiser) {
        this.portal = portal;
        this.file = file;
        this.anonymiser = anonymiser;
        try {
            this.lines = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    static Recording to(PortalState portal, Path file, EventAnonymiser anonymiser) {
        Recording recording = new Recording(portal, file, anonymiser);
        portal.monitor.run(() -> portal.log.recordTo(recording));
        return recording;
    }

    /** What cannot be written must not disturb the portal: whoever closes the recording learns it. */
    void write(Row row) {
        try {
            ByteArrayOutputStream event = new ByteArrayOutputStream();
            row.appendTo(event);
            ObjectNode json = (ObjectNode) JSON.readTree(event.toByteArray());
            json.put("queue", row.userId);
            lines.append(anonymiser.anonymise(Bitrix24ImEvent.of(json)).getJson()).append('\n').flush();
        } catch (IOException e) {
            fail(cannotWrite(e));
        } catch (IllegalArgumentException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException first) {
        failure = failure == null ? first : failure;
    }

    private UncheckedIOException cannotWrite(IOException e) {
        return new UncheckedIOException("The recording " + file + " cannot be written", e);
    }

    /**
     * Ends it.
     *
     * @throws UncheckedIOException     if something could not be written
     * @throws IllegalArgumentException if something was no event
     */
    @Override
    public void close() {
        portal.monitor.run(() -> portal.log.recordNoLonger(this));
        try {
            lines.close();
        } catch (IOException e) {
            fail(cannotWrite(e));
        }
        if (failure != null) {
            throw failure;
        }
    }
}
