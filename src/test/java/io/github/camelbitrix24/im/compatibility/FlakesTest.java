package io.github.camelbitrix24.im.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What {@code .ci/flakes} reads from the reports of a run in which tests were run again. */
@DisabledOnOs(OS.WINDOWS)
class FlakesTest {

    private static final String REPORT = """
            <testsuite name="OddTest" tests="5">
              <testcase name="param(String)[2]" classname="com.example.OddTest" time="0.001">
                <flakyFailure message="first &quot;time&quot;" type="org.opentest4j.AssertionFailedError">
                  <stackTrace><![CDATA[...]]></stackTrace>
                </flakyFailure>
              </testcase>
              <testcase name="errs" classname="com.example.OddTest" time="0.003">
                <flakyError message="x" type="java.lang.IllegalStateException">
                </flakyError>
              </testcase>
              <testcase name="fine" classname="com.example.OddTest" time="0.001">
                <system-out><![CDATA[<flakyFailure no>]]></system-out>
              </testcase>
              <testcase name="fails" classname="com.example.OddTest" time="0.001">
                <failure message="p" type="org.opentest4j.AssertionFailedError"/>
                <rerunFailure message="p" type="org.opentest4j.AssertionFailedError"/>
              </testcase>
            </testsuite>
            """;

    @TempDir
    Path reports;

    @Test
    void aTestThatFailedAndThenPassedIsNamed() throws Exception {
        Files.writeString(reports.resolve("TEST-com.example.OddTest.xml"), REPORT);
        Files.writeString(reports.resolve("other.xml"), REPORT.replace("OddTest", "OtherTest"));

        assertEquals(List.of("com.example.OddTest#errs", "com.example.OddTest#param(String)[2]"), flakes());
    }

    @Test
    void withoutReportsThereAreNone() throws Exception {
        assertEquals(List.of(), flakes());
    }

    private List<String> flakes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(".ci/flakes", reports.toString()).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), lines::toString);
        return lines;
    }
}
