package io.github.camelbitrix24.im.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What can be compiled against this jar changes only together with the file that lists it, so that a change is seen
 * where the file's is. With {@code -Dreadme.update=true} the file is written anew. The options and headers are listed
 * in the catalog under {@code src/generated}, which CI compares with what the build generates.
 */
class PublicApiTest {

    private static final Path FILE = Path.of("src/test/resources/public-api.txt");

    @Test
    void thePublicApiIsTheListedOne() throws IOException {
        String current = new PublicApi(Path.of("target/classes"), Path.of("src/generated/java")).listing();
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(FILE, current);
            return;
        }
        assertEquals(Files.readString(FILE), current,
                "The public API has changed. If that is meant, renew " + FILE + " with:"
                                                      + " ./mvnw test -Dtest=PublicApiTest -Dreadme.update=true\n");
    }
}
