package io.github.camelbitrix24.im.cookbook;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.StoredFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** With Camel's component, which puts into storage on this machine. */
class DocumentsRecipeTest extends Recipe {

    private LocalBucket storage;

    @BeforeEach
    void openStorage() throws IOException {
        storage = new LocalBucket();
        property("camel.component.aws2-s3.override-endpoint", "true");
        property("camel.component.aws2-s3.uri-endpoint-override", storage.url());
        property("camel.component.aws2-s3.force-path-style", "true");
        property("camel.component.aws2-s3.region", "eu-central-1");
        property("camel.component.aws2-s3.access-key", "of-the-bucket");
        property("camel.component.aws2-s3.secret-key", "of-the-bucket");
        property("documents.bucket", "documents");
    }

    @AfterEach
    void closeStorage() {
        storage.close();
    }

    @Test
    void everyDocumentIsStoredUnderItsKey() {
        FileDraft large = FileDraft.random("план.pdf", 3_000_000, 11);
        portal.fail("download", Fault.cutBody());
        portal.user(12).sends("chat5", FileDraft.of("plan.txt", new byte[] { 1, 2 }), FileDraft.of("plan.txt", new byte[0]));
        portal.user(12).sends("chat5", large);
        portal.user(12).says("chat5", "no document");
        start("to-s3");
        awaitAllAcknowledged();

        List<StoredFile> files = portal.disk().files();
        assertEquals(Set.of(key(files.get(0)), key(files.get(1)), key(files.get(2))), storage.objects().keySet());
        for (StoredFile file : files) {
            assertArrayEquals(file.bytes(), storage.objects().get(key(file)).bytes());
            assertEquals("" + file.bytes().length, storage.objects().get(key(file)).length());
        }
        assertEquals("text/plain", storage.objects().get(key(files.get(0))).contentType());
    }

    private static String key(StoredFile file) {
        return "documents/chat5/" + file.id() + "/" + file.name();
    }
}
