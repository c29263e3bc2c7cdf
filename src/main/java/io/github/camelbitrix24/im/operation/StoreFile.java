package io.github.camelbitrix24.im.operation;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.observe.LogName;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of Camel's {@link FileStateRepository}, which writes a line in four pieces and cannot start with one that
 * has no equals sign: so ends one that was being written when the process died. What such a line was to say is not
 * missed: a key without its newest state leads to the same message again.
 */
public final class StoreFile {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.PRODUCER);

    private StoreFile() {
    }

    /**
     * Takes out what is no whole line, before the repository is started.
     */
    public static void mend(FileStateRepository repository) throws IOException {
        File file = repository.getFileStore();
        if (file == null || !file.isFile()) {
            return;
        }
        Path path = file.toPath();
        // a charset in which every byte is a character, and the same again
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        List<String> lines = Stream.of(text.substring(0, text.lastIndexOf('\n') + 1).split("\n"))
                .filter(line -> line.indexOf('=') >= 0).toList();
        String whole = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        if (!whole.equals(text)) {
            Path mended = Files.writeString(
                    path.resolveSibling(path.getFileName() + ".mended"), whole, StandardCharsets.ISO_8859_1);
            Files.move(mended, path, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("The file {} of the option messageStore had lines that were not whole, as after a crash. They were taken"
                     + " out; the messages of their keys are found again by the portal.",
                    file);
        }
    }
}
