package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;

/**
 * What came instead of an answer of the REST server, and who may have written it. Nothing of it is shown.
 */
final class ForeignAnswer {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LOOKED_AT = 16 * 1024;
    /** As PHP writes it, in HTML and in plain text, and as a portal does whose error reports are off or on. */
    private static final Pattern PHP_OUTPUT = Pattern.compile(
            "(?is)\\b(?:warning|notice|deprecated|strict standards|(?:fatal|parse|recoverable fatal|catchable fatal) error)"
                                                              + "(?:</b>)?:\\s.*?\\bon line (?:<[^>]*>)?\\d"
                                                              + "|extended error reporting in \\.settings\\.php"
                                                              + "|\\A\\s*(?:<[^>]*>\\s*)*\\[[\\w\\\\]*(?:error|exception)\\]\\s");

    private final byte[] body;
    private final String beginning;

    ForeignAnswer(byte[] body) {
        this.body = body;
        this.beginning = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    }

    /** Whether it can be read as JSON to its end, so that only its shape is wrong. */
    boolean isJson() {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.currentToken() != null;
        } catch (IOException e) {
            return false;
        }
    }

    String description() {
        if (isPhpOutput()) {
            return "the answer holds an error message of the portal's PHP and is not JSON";
        }
        return isHtml() ? "the answer is a page of HTML and not JSON" : "the answer is not readable JSON";
    }

    /** @return {@code null} for what is usual for the status */
    String advice(int status) {
        if (isPhpOutput()) {
            return "The portal's own PHP fails or warns, and writes that into the answer: its administrator finds it in the"
                   + " server's log, and should set display_errors to off.";
        }
        return isHtml() && status == 200
                ? "Another server, a login page or a proxy has answered instead of the portal: check the option portalUrl."
                : null;
    }

    private boolean isPhpOutput() {
        return PHP_OUTPUT.matcher(beginning).find();
    }

    private boolean isHtml() {
        return beginning.stripLeading().startsWith("<");
    }
}
