package io.github.camelbitrix24.im.file;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An application without camel-attachments. */
class MissingAttachmentsTest {

    @Test
    void messagesHaveNone() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.matches(".*(camel-attachments|activation).*")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        assertTrue(urls.size() > 1);
        try (URLClassLoader bare = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertThrows(ClassNotFoundException.class, () -> bare.loadClass("org.apache.camel.attachment.AttachmentMessage"));
            Class<?> attachments = bare.loadClass(Attachments.class.getName());
            assertNotSame(Attachments.class, attachments);
            Method of = attachments.getDeclaredMethod("of", bare.loadClass("org.apache.camel.Exchange"));
            of.setAccessible(true);

            assertEquals(Map.of(), of.invoke(null, (Object) null));
        }
    }
}
