package io.github.camelbitrix24.im.rest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Tells a file from what comes in its place: errors of the portal as JSON, with whichever status, redirects, and pages
 * of others. What the portal gives as a file has a name.
 *
 * @param method by which the link was asked for
 */
record FileFetch<T>(String method, FileReader<T> reader) implements FileReader<T> {

    private static final int MOST_OF_AN_ERROR = 64 * 1024;

    @Override
    public T read(IncomingFile file) throws IOException, RestException {
        if (file.status() != 200) {
            throw failure(file, file.content().readNBytes(MOST_OF_AN_ERROR));
        }
        if (file.disposition() != null) {
            return reader.read(file);
        }
        String type = file.contentType() == null ? "" : file.contentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html")) {
            throw failure(file, file.content().readNBytes(MOST_OF_AN_ERROR));
        }
        return type.startsWith("application/json") ? readJson(file) : reader.read(file);
    }

    private T readJson(IncomingFile file) throws IOException, RestException {
        InputStream content = new BufferedInputStream(file.content(), MOST_OF_AN_ERROR);
        content.mark(MOST_OF_AN_ERROR);
        RestException failure = failure(file, content.readNBytes(MOST_OF_AN_ERROR - 1));
        if (failure.code() != null) {
            throw failure;
        }
        content.reset();
        return reader.read(file.with(content));
    }

    private RestException failure(IncomingFile file, byte[] body) {
        try {
            new AnswerReader<>(method, new HttpAnswer(file.status(), body, file.location()), (parser, bytes) -> {
                parser.skipChildren();
                return true;
            }).read(0);
            return RestException.unusable(FailureKind.MALFORMED, method, "the answer is not the file", file.status(), null);
        } catch (RestException e) {
            return e;
        }
    }
}
