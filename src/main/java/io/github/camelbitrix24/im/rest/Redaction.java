package io.github.camelbitrix24.im.rest;

/**
 * What stands where a secret stood.
 */
public final class Redaction {

    /** The same as Camel's own. */
    public static final String MASK = "xxxxxx";

    private Redaction() {
    }

    /**
     * The text with the mask instead of each of the secrets; {@code null} and empty ones are none.
     *
     * @return {@code null} for no text
     */
    public static String of(String text, String... secrets) {
        String redacted = text;
        for (String secret : secrets) {
            if (redacted != null && secret != null && !secret.isEmpty()) {
                redacted = redacted.replace(secret, MASK);
            }
        }
        return redacted;
    }
}
