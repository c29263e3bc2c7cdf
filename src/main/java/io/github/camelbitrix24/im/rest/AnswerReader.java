package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads one answer in one pass: {@code result}, {@code error} in all the shapes that it comes in, and {@code time}.
 * What matters is whether the key {@code error} is there, not the status: errors come with 200, too (Bitrix24 REST:
 * error codes).
 */
final class AnswerReader<T> {

    private static final JsonFactory JSON = new JsonFactory();

    private final String method;
    private final HttpAnswer http;
    private final ResultReader<T> reader;
    private final boolean mended;

    private T result;
    private boolean hasResult;
    private boolean hasError;
    private String code;
    private String description;
    private PortalTime time = PortalTime.UNKNOWN;

    AnswerReader(String method, HttpAnswer http, ResultReader<T> reader) {
        this(method, http, reader, false);
    }

    /** One odd value, say in a name that somebody gave himself, must not make everything else unreadable. */
    private AnswerReader(String method, HttpAnswer http, ResultReader<T> reader, boolean mended) {
        this.method = method;
        this.http = http;
        this.reader = reader;
        this.mended = mended;
    }

    /** @param sentAt when it was asked for, in nanoseconds of a monotonic source */
    RestAnswer<T> read(long sentAt) throws RestException {
        if (http.isRedirect()) {
            PortalAddress there = http.redirectsTo();
            String to = there == null ? "" : " to " + there.host() + " over " + there.scheme();
            throw RestException.unusable(FailureKind.UNAVAILABLE, method, "the portal redirects" + to + " instead of answering",
                    http.status(), null);
        }
        if (http.body().length == 0) {
            throw unreadable("the answer is empty", null);
        }
        try (JsonParser parser = mended ? MendedJson.parser(http.body()) : JSON.createParser(http.body())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notAsExpected("the answer is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                readField(field, parser);
            }
        } catch (IOException e) {
            if (!mended) {
                return new AnswerReader<>(method, http, reader, true).read(sentAt);
            }
            throw notAsExpected("the answer has another shape than it should: " + reason(e));
        }
        if (hasError) {
            throw RestException.refused(FailureTable.classify(code, http.status()), method, code,
                    description == null ? "" : description, http.status());
        }
        if (!hasResult || http.status() != 200) {
            throw unreadable("the answer has no result", null);
        }
        return new RestAnswer<>(result, time, sentAt);
    }

    private void readField(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "result" -> {
                result = reader.read(parser, http.body());
                hasResult = true;
            }
            case "error" -> {
                hasError = true;
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    readErrorObject(parser);
                } else {
                    code = text(parser, "");
                }
            }
            case "error_description" -> description = text(parser, null);
            case "time" -> time = readTime(parser);
            default -> parser.skipChildren();
        }
    }

    private static String text(JsonParser parser, String otherwise) throws IOException {
        String text = parser.getValueAsString(otherwise);
        parser.skipChildren();
        return text;
    }

    private void readErrorObject(JsonParser parser) throws IOException {
        code = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "code" -> code = text(parser, "");
                case "message" -> description = text(parser, null);
                default -> parser.skipChildren();
            }
        }
    }

    private static PortalTime readTime(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return PortalTime.UNKNOWN;
        }
        Instant start = null;
        Instant dateStart = null;
        Double operating = null;
        Instant operatingResetAt = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("date_start") && value == JsonToken.VALUE_STRING) {
                dateStart = parseDate(parser.getText());
            } else if (value.isNumeric()) {
                switch (field) {
                    case "start" -> start = instant(parser.getDoubleValue());
                    case "operating" -> operating = parser.getDoubleValue();
                    case "operating_reset_at" -> operatingResetAt = instant(parser.getDoubleValue());
                    default -> {
                        // how long it took
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
        return new PortalTime(start == null ? dateStart : start, operating, operatingResetAt);
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli((long) (seconds * 1000));
    }

    private static Instant parseDate(String date) {
        try {
            return OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Without what Jackson adds: an excerpt of the answer. */
    private static String reason(IOException e) {
        return e instanceof JacksonException jackson ? jackson.getOriginalMessage() : e.getMessage();
    }

    /** @param shape what is wrong with it if it is JSON at all */
    private RestException notAsExpected(String shape) {
        ForeignAnswer foreign = new ForeignAnswer(http.body());
        return foreign.isJson() ? unreadable(shape, null) : unreadable(foreign.description(), foreign.advice(http.status()));
    }

    private RestException unreadable(String description, String advice) {
        FailureKind kind = http.body().length == 0 && http.status() == 200
                ? FailureKind.UNAVAILABLE : FailureTable.classify(null, http.status());
        return RestException.unusable(kind, method, description, http.status(), advice);
    }
}
