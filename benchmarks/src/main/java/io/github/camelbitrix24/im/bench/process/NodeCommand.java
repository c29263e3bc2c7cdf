package io.github.camelbitrix24.im.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Scripts for Node.js, with what they need from npm. */
public final class NodeCommand {

    /** Where the server puts the certificate that the scripts trust. */
    public static final String CERTIFICATE = "target/server.pem";

    private static final Path SOURCES = Path.of("src/main/node");
    private static final Path INSTALLED = Path.of("target/node");

    private NodeCommand() {
    }

    public static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (String file : List.of("package.json", "package-lock.json", "drain.mjs")) {
            Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(INSTALLED.resolve("node_modules"))) {
            Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund").directory(INSTALLED.toFile())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (npm.waitFor() != 0) {
                throw new IOException("npm could not install b24jssdk; leave out the contender sdk");
            }
        }
    }

    public static List<String> of(String script, String... args) {
        List<String> command = new ArrayList<>(List.of(
                "env", "NODE_EXTRA_CA_CERTS=" + CERTIFICATE, "node", INSTALLED.resolve(script).toString()));
        command.addAll(List.of(args));
        return command;
    }
}
