package io.github.camelbitrix24.im.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells secrets apart without giving them away: what logs, keys and {@code toString} show instead of them.
 */
final class Fingerprint {

    private static final int SHOWN = 4;

    private Fingerprint() {
    }

    /**
     * @return eight hexadecimal digits, or {@code none} for no secret
     */
    static String of(String secret) {
        if (secret == null) {
            return "none";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
