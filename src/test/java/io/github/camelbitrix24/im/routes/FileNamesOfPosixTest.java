package io.github.camelbitrix24.im.routes;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.camelbitrix24.im.Await;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.canary.Canary;
import io.github.camelbitrix24.im.demo.RunRoutes;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The shipped routes in a JVM of its own, without a locale, as in many containers. */
@EnabledOnOs(OS.LINUX)
class FileNamesOfPosixTest {

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    @TempDir
    Path folder;

    @Test
    void aFileWhoseNameTheJvmCannotWriteIsArchivedUnderItsId() throws Exception {
        var portal = emulator.portal();
        portal.chat("chat5").members(7, 12);
        portal.user(7).subscribed();
        byte[] bytes = { 1, 2, 3 };
        String id = portal.message(portal.user(12).sends("chat5", FileDraft.of("отчёт.pdf", bytes))).files().get(0);
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "-Darchive.folder=" + folder.resolve("archive"),
                RunRoutes.class.getName());
        builder.environment().put("LC_ALL", "POSIX");
        builder.environment().put("BITRIX24_PORTAL_URL", portal.url());
        builder.environment().put("BITRIX24_USER_ID", "7");
        builder.environment().put("BITRIX24_SECRET", portal.user(7).secret());
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            Await.until(() -> "the event is archived\n" + portal.describe(),
                    () -> Files.exists(folder.resolve("archive/chat-5.jsonl")),
                    RouteTest.SOON);
        } finally {
            process.destroyForcibly().waitFor();
        }
        String shown = Files.readString(output);
        Canary.inspect("output", shown);

        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("archive/chat-5-files/" + id + "/file-" + id)), shown);
        assertTrue(shown.contains("LC_ALL=C.UTF-8"), shown);
    }
}
