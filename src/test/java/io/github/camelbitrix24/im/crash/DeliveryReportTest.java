package io.github.camelbitrix24.im.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The harness sees what it is there to see. */
class DeliveryReportTest {

    private static final List<Long> RECORDED = List.of(1L, 2L, 3L, 4L);

    @Test
    void whatNoRunFinishedIsLost() {
        assertEquals(Set.of(3L), report(Set.of(), run(1, 2), run(2, 4)).lost());
    }

    @Test
    void whatAnEarlierRunFinishedIsADuplicate() {
        DeliveryReport report = report(Set.of(), run(1, 2), run(), run(2, 3, 4));
        assertEquals(List.of(Set.of(), Set.of(), Set.of(2L)), report.duplicates());
        assertEquals(1, report.duplicateCount());
        assertEquals(Set.of(), report.repeated());
    }

    @Test
    void whatOneRunFinishedTwiceIsRepeated() {
        DeliveryReport report = report(Set.of(), run(1, 2, 1, 3, 4));
        assertEquals(Set.of(1L), report.repeated());
        assertEquals(Set.of(), report.disordered());
    }

    @Test
    void aLowerIdAfterAHigherOneOfItsChatIsOutOfOrder() {
        assertEquals(Set.of(2L), report(Set.of(), run(1, 3, 2, 4)).disordered());
        assertEquals(Set.of(), report(Set.of(2L), run(1, 3, 2, 4)).disordered());
        List<FinishedEvent> twoChats = List.of(new FinishedEvent(3, 5), new FinishedEvent(1, 6), new FinishedEvent(4, 5));
        assertEquals(Set.of(), report(Set.of(), twoChats).disordered());
    }

    @Test
    void aTornLineIsNotFinished(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("finished.tsv");
        assertEquals(List.of(), FinishedLog.read(file));
        try (FinishedLog log = new FinishedLog(file)) {
            log.append(new FinishedEvent(17, 5));
        }
        Files.writeString(file, Files.readString(file) + "18\t");
        assertEquals(List.of(new FinishedEvent(17, 5)), FinishedLog.read(file));
    }

    @SafeVarargs
    private static DeliveryReport report(Set<Long> late, List<FinishedEvent>... runs) {
        return DeliveryReport.of(RECORDED, late, List.of(runs));
    }

    private static List<FinishedEvent> run(long... ids) {
        return LongStream.of(ids).mapToObj(id -> new FinishedEvent(id, 5)).toList();
    }
}
