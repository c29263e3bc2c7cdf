package io.github.camelbitrix24.im.locale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nothing in the component's sources asks for the default locale. */
class LocaleFreeSourcesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    /** Case without a locale, formats that write numbers or dates, and what formats by the default locale. */
    private static final Pattern LOCALE_DEPENDENT = Pattern.compile(String.join("|",
            "\\.to(Lower|Upper)Case\\(\\s*\\)", "::to(Lower|Upper)Case", "\\bLocale\\.getDefault\\(",
            "\\bString\\.format\\(\\s*\"", "\\.printf\\(\\s*\"", "%[-#+ 0,(]*[0-9.]*[dxXoeEfgGtT]\\b",
            "\\b(Number|Decimal|SimpleDate|Message)Format\\b", "\\.ofPattern\\((?![^;]*Locale\\.)", "\\.ofLocalized",
            "\\bCollator\\b"));

    @Test
    void namesNumbersAndDatesAreTheSameInEveryLocale() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SOURCES)) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertFalse(files.isEmpty());

        List<String> found = files.stream().flatMap(LocaleFreeSourcesTest::localeDependent).toList();

        assertEquals(List.of(), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "name.toLowerCase()", "names.map(String::toUpperCase)", "String.format(\"%s\", x)", "\"%d of %s\".formatted(1, x)",
            "\"%.2f\".formatted(x)", "new DecimalFormat(\"0\")", "DateTimeFormatter.ofPattern(\"EEE\")" })
    void theGuardNotices(String source) {
        assertTrue(LOCALE_DEPENDENT.matcher(source).find(), source);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "name.toLowerCase(Locale.ROOT)", "\"%s: %s\".formatted(x, y)", "String.format(Locale.ROOT, \"%s\", x)",
            "DateTimeFormatter.ofPattern(\"EEE\", Locale.ROOT)", "a % divisor" })
    void theGuardPasses(String source) {
        assertFalse(LOCALE_DEPENDENT.matcher(source).find(), source);
    }

    private static Stream<String> localeDependent(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream().filter(line -> LOCALE_DEPENDENT.matcher(line).find())
                    .map(line -> SOURCES.relativize(file) + ": " + line.trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
