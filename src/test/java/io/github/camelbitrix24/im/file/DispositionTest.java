package io.github.camelbitrix24.im.file;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class DispositionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
            "attachment; filename=\"plan.txt\" → plan.txt",
            "attachment; filename=plan.txt → plan.txt",
            "ATTACHMENT; FileName=\"a, b; c.txt\" → a, b; c.txt",
            "attachment; filename=\"a\\\"b.txt\" → a\"b.txt",
            "attachment; filename=\"x.txt\"; filename*=utf-8''%D0%BF%D0%BB%D0%B0%D0%BD%20%E2%84%965.pdf → план №5.pdf",
            "attachment; filename*=UTF-8'ru'%d0%b0.txt; filename=\"other.txt\" → а.txt",
            "attachment; filename*=iso-8859-1''caf%E9.txt → café.txt",
            "attachment; filename*=utf-8''a+b.txt → a+b.txt",
            "attachment; filename*=klingon''a.txt; filename=\"plain.txt\" → plain.txt",
            "attachment; filename*=utf-8''%ZZ.txt; filename=\"plain.txt\" → plain.txt",
            "attachment; filename*=plan.txt; filename=\"plain.txt\" → plain.txt",
            "attachment; filename*=utf-8''..%2F..%2Fetc%2Fpasswd → ../../etc/passwd" })
    void theNameIsReadAsItWasMeant(String header, String name) {
        assertEquals(name, Disposition.fileName(header));
    }

    @Test
    void bytesOfUtf8AreNotLettersOfLatin1() {
        String sent = new String("отчёт.pdf".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertEquals("отчёт.pdf", Disposition.fileName("attachment; filename=\"" + sent + "\""));
        assertEquals("café.pdf", Disposition.fileName("attachment; filename=\"café.pdf\""));
    }

    @Test
    void whereThereIsNoNameThereIsNone() {
        assertNull(Disposition.fileName(null));
        assertNull(Disposition.fileName("attachment"));
        assertNull(Disposition.fileName(""));
        assertNull(Disposition.fileName(";;=;\"; filename"));
    }
}
