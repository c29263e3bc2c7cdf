package io.github.camelbitrix24.im.demo;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DemoArgumentsTest {

    private static final Path USUAL = Path.of("routes");

    @Test
    void areNotNeeded() {
        assertEquals(new DemoArguments(0, USUAL), DemoArguments.of(List.of(), USUAL));
    }

    @Test
    void sayWhereThePortalIsAndWhichRoutesRun(@TempDir Path folder) {
        assertEquals(new DemoArguments(8124, folder), DemoArguments.of(List.of("--port=8124", "--routes=" + folder), USUAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "chek", "--port", "--port=", "--port=-1", "--port=65536", "--port=http", "--colour=red", "--routes=",
            "--routes=/no/such/folder", "--routes=pom.xml" })
    void whatIsNotUnderstoodIsNamedAndWhatThereIsIsListed(String argument) {
        String refusal = assertThrows(IllegalArgumentException.class, () -> DemoArguments.of(List.of(argument), USUAL))
                .getMessage();

        assertTrue(refusal.startsWith("'" + argument + "' is "), refusal);
        assertTrue(refusal.contains("--port=8124") && refusal.contains("--routes=FOLDER"), refusal);
    }
}
