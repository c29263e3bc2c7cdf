package io.github.camelbitrix24.im.text;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An application without the library that reads Markdown. */
class MissingLibraryTest {

    private URLClassLoader bare;

    @BeforeEach
    void loadWithoutTheLibrary() throws MalformedURLException {
        URL classes = Path.of("target/classes").toUri().toURL();
        bare = new URLClassLoader(new URL[] { classes }, ClassLoader.getPlatformClassLoader());
    }

    @AfterEach
    void close() throws Exception {
        bare.close();
    }

    @Test
    void markdownSaysWhatToAdd() throws Exception {
        for (int time = 0; time < 2; time++) {
            Throwable e = assertThrows(InvocationTargetException.class, () -> posted("markdown", "*x*")).getCause();

            assertEquals("java.lang.IllegalStateException", e.getClass().getName());
            for (String dependency : List.of("textFormat=markdown", "org.commonmark:commonmark,",
                    "org.commonmark:commonmark-ext-gfm-tables", "org.commonmark:commonmark-ext-gfm-strikethrough")) {
                assertTrue(e.getMessage().contains(dependency), e.getMessage());
            }
        }
    }

    @Test
    void itIsSaidBeforeThereIsAnyText() throws Exception {
        Object markdown = constant("TextFormat", "markdown");
        Method require = markdown.getClass().getMethod("requireLibrary");

        Throwable e = assertThrows(InvocationTargetException.class, () -> require.invoke(markdown)).getCause();

        assertTrue(e.getMessage().contains("org.commonmark:commonmark,"), e.getMessage());
        TextFormat.markdown.requireLibrary();
    }

    @Test
    void theOtherFormatsDoNotNeedIt() throws Exception {
        assertEquals(List.of("[b]x[/b]"), posted("bb", "[b]x[/b]"));
        assertEquals(List.of("[\u200bb]"), posted("plain", "[b]"));
    }

    private Object posted(String format, String text) throws Exception {
        Class<?> posted = bare.loadClass(PostedText.class.getName());
        assertNotSame(PostedText.class, posted);
        Object textFormat = constant("TextFormat", format);
        Object longText = constant("LongText", "fail");
        return posted.getMethod("of", String.class, textFormat.getClass(), longText.getClass())
                .invoke(null, text, textFormat, longText);
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private Object constant(String type, String name) throws ClassNotFoundException {
        return Enum.valueOf((Class<Enum>) bare.loadClass("io.github.camelbitrix24.im.text." + type), name);
    }
}
