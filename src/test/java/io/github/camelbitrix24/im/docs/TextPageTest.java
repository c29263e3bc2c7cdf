package io.github.camelbitrix24.im.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.text.LongText;
import io.github.camelbitrix24.im.text.PostedText;
import io.github.camelbitrix24.im.text.TextFormat;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The example of the page on text becomes what the page says. */
class TextPageTest {

    private static final Pattern EXAMPLE = Pattern.compile(
            "(?s)setBody\\(constant\\(\"(.+?)\"\\)\\)\n.*?is posted as\n\n```\n(.+?)\n```");

    @Test
    void theMarkdownIsPostedAsShown() throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/text.md")));
        assertTrue(example.find());

        assertEquals(List.of(example.group(2)),
                PostedText.of(example.group(1).translateEscapes(), TextFormat.markdown, LongText.fail));
    }
}
