package io.github.camelbitrix24.im.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import org.apache.camel.CamelContext;

/** What the figures were taken on. */
public final class Machine {

    private Machine() {
    }

    public static void print(PrintStream out) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        out.printf("machine   %s, %d processors, %d MiB, %s %s, load %.1f at the start%n", processor(),
                system.getAvailableProcessors(), system.getTotalMemorySize() >> 20, system.getName(), system.getVersion(),
                system.getSystemLoadAverage());
        out.printf("versions  Java %s (%s), Camel %s, component %s%n%n", System.getProperty("java.version"),
                System.getProperty("java.vm.name"), CamelContext.class.getPackage().getImplementationVersion(), component());
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2)).findFirst().orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }

    private static String component() {
        Path jar = Path.of(Bitrix24ImConstants.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        return jar.getFileName().toString() + commit();
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").redirectErrorStream(true).start();
            String said = new String(git.getInputStream().readAllBytes()).trim();
            return git.waitFor() == 0 ? " of commit " + said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
