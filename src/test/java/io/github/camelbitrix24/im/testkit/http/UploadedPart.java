package io.github.camelbitrix24.im.testkit.http;

/** A file in the body of a form. */
public record UploadedPart(String fileName, String contentType, Content content) {

    @Override
    public String toString() {
        return "(a file of " + content.length() + " bytes)";
    }
}
