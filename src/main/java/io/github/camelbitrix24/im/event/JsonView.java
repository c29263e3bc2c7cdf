package io.github.camelbitrix24.im.event;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelbitrix24.im.rest.Json;

/**
 * A typed look at one of the portal's objects. The portal writes {@code []} for an empty object, {@code false} for an
 * absent one, {@code "Y"} or {@code true} for a flag and ids as numbers or strings; here each has one Java type, and
 * what is absent, empty of meaning or of the wrong shape is {@code null}, {@code false} or an empty collection. Jackson
 * writes the portal's own object.
 */
@JsonSerialize(using = ViewSerializer.class)
abstract class JsonView {

    private final Supplier<JsonNode> source;

    JsonView(JsonNode node) {
        this(() -> node);
    }

    /**
     * @param source gives the object when something is asked of it
     */
    JsonView(Supplier<JsonNode> source) {
        this.source = source;
    }

    /**
     * Any field under its own name, as plain Java values; {@code null} if it is absent.
     */
    public Object get(String field) {
        JsonNode value = source.get().path(field);
        return Json.plain(value);
    }

    /**
     * All fields under their own names, as plain Java values.
     */
    public Map<String, Object> toMap() {
        return asMap(source.get());
    }

    /**
     * Whether the portal sent this object at all.
     */
    public boolean isPresent() {
        JsonNode node = source.get();
        return node.isObject() && !node.isEmpty();
    }

    /** The object itself, as a tree. */
    JsonNode node() {
        return source.get();
    }

    JsonNode nodeAt(String field) {
        return source.get().path(field);
    }

    String textAt(String field) {
        return asText(source.get().path(field));
    }

    Long numberAt(String field) {
        return asNumber(source.get().path(field));
    }

    boolean flagAt(String field) {
        JsonNode value = source.get().path(field);
        return value.isBoolean() ? value.booleanValue() : "Y".equalsIgnoreCase(value.asText());
    }

    OffsetDateTime dateAt(String field) {
        return EventDate.parse(textAt(field));
    }

    static String asText(JsonNode value) {
        return value.isTextual() || value.isNumber() ? value.asText() : null;
    }

    static Long asNumber(JsonNode value) {
        return value.isTextual() || value.isNumber() && !value.isBigInteger() ? WholeNumber.of(value.asText()) : null;
    }

    static List<Long> asNumbers(JsonNode value) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode element : value.isArray() ? value : Json.MAPPER.createArrayNode().add(value)) {
            Long number = asNumber(element);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    static Map<String, Object> asMap(JsonNode value) {
        return value.isObject() ? Json.plainMap(value) : Map.of();
    }

    @Override
    public String toString() {
        return source.get().toString();
    }
}
