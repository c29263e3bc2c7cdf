package io.github.camelbitrix24.im.quarkus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertNotNull;

/** Quarkus looks for components only in jars that hold an index of their classes. */
class JandexIndexTest {

    @Test
    void theIndexHoldsTheComponent() throws IOException {
        Index index;
        try (InputStream in = Files.newInputStream(Path.of("target/classes/META-INF/jandex.idx"))) {
            index = new IndexReader(in).read();
        }

        ClassInfo component = index.getClassByName(Bitrix24ImComponent.class);
        assertNotNull(component);
        assertNotNull(component.declaredAnnotation(org.apache.camel.spi.annotations.Component.class));
    }
}
