package io.github.camelbitrix24.im.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', value = {
            "report.pdf → report.pdf",
            "Отчёт за октябрь.docx → Отчёт за октябрь.docx",
            "写真 📷.jpg → 写真 📷.jpg",
            "../../etc/passwd → .._.._etc_passwd",
            "C:\\Users\\me\\a.txt → C__Users_me_a.txt",
            "/etc/shadow → _etc_shadow",
            "a:b*c?d\"e<f>g|h.txt → a_b_c_d_e_f_g_h.txt",
            "name.exe... → name.exe",
            "CON → _CON",
            "nul.txt → _nul.txt",
            "com1.tar.gz → _com1.tar.gz",
            "LPT¹ → _LPT¹",
            "aux .c → _aux .c",
            "console.log → console.log",
            ".htaccess → .htaccess",
            "a&b=c;d'e (1).txt → a&b=c;d'e (1).txt" }, quoteCharacter = '\0')
    void whatFileSystemsRefuseIsReplacedAndTheRestStays(String proposed, String name) {
        assertEquals(name, FileName.of(proposed, "file-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", ".", "..", " . . ", "\u00a0", "..." })
    void whatIsNoNameAtAllGetsTheOther(String proposed) {
        assertEquals("file-7", FileName.of(proposed, "file-7"));
        assertEquals("file-7", FileName.of(null, "file-7"));
    }

    @Test
    void whatCannotBeSeenIsReplaced() {
        assertEquals("a_b_c.txt", FileName.of("a\nb\0c.txt", "x"));
        assertEquals("invoice_fdp.exe", FileName.of("invoice\u202Efdp.exe", "x"));
        assertEquals("half_.txt", FileName.of("half\uD83D.txt", "x"));
        assertEquals("a_b", FileName.of("a\u0085b", "x"));
        assertEquals("name.txt", FileName.of(" name.txt . ", "x"));
    }

    @Test
    void aLongNameIsCutByBytesBetweenCharactersAndKeepsItsExtension() {
        String cyrillic = FileName.of("ж".repeat(300) + ".docx", "x");
        assertEquals("ж".repeat(125) + ".docx", cyrillic);
        String emoji = FileName.of("📷".repeat(100) + ".jpg", "x");
        assertEquals("📷".repeat(62) + ".jpg", emoji);
        assertEquals("a".repeat(255), FileName.of("a".repeat(400), "x"));
        assertEquals("a".repeat(250) + ".txt", FileName.of("a".repeat(250) + " . b".repeat(30) + ".txt", "x"));
        assertEquals("a." + "b".repeat(253), FileName.of("a." + "b".repeat(400), "x"));
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 5, 8, 13, 21, 34 })
    void whateverComesIsOneNameOnThisFileSystem(long seed) {
        Random random = new Random(seed);
        String alphabet = "ab.. //\\:*\0\n\t\"<>|~${}%&ж📷\uD83D\uDCF7\u202E\u00a0é";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder proposed = new StringBuilder();
            int length = random.nextInt(random.nextInt(20) == 0 ? 600 : 12);
            for (int i = 0; i < length; i++) {
                proposed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String name = FileName.of(proposed.toString(), "file-1");
            String shown = "seed " + seed + ": " + name;
            assertFalse(name.isBlank(), shown);
            assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 255, shown);
            Path inside = Path.of("/in").resolve(name).normalize();
            assertEquals(Path.of("/in"), inside.getParent(), shown);
            assertEquals(name, inside.getFileName().toString(), shown);
            assertEquals(name, FileName.of(name, "other"), shown);
        }
    }
}
