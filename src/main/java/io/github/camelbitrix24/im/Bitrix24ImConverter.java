package io.github.camelbitrix24.im;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbitrix24.im.check.CheckReport;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.exchange.BeanMapper;
import io.github.camelbitrix24.im.rest.Json;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;

/**
 * Converts events to what routes work with and back, and results of calls to trees where Camel's own converters do not.
 */
@Converter(generateLoader = true)
public final class Bitrix24ImConverter {

    private Bitrix24ImConverter() {
    }

    /**
     * The event's JSON as the portal sent it.
     */
    @Converter
    public static String toString(Bitrix24ImEvent event) {
        return event.getJson();
    }

    /**
     * The report as a table for people.
     */
    @Converter
    public static String toString(CheckReport report) {
        return report.toString();
    }

    /**
     * The report as plain values.
     */
    @Converter
    public static Map<String, Object> toMap(CheckReport report) {
        return report.toMap();
    }

    /**
     * The report as a tree.
     */
    @Converter
    public static JsonNode toJsonNode(CheckReport report) {
        return report.toJsonNode();
    }

    /**
     * The event's JSON as the portal sent it, in UTF-8.
     */
    @Converter
    public static byte[] toByteArray(Bitrix24ImEvent event) {
        return event.toByteArray();
    }

    /**
     * The event's JSON as the portal sent it, in UTF-8.
     */
    @Converter
    public static InputStream toInputStream(Bitrix24ImEvent event) {
        return event.toInputStream();
    }

    /**
     * The whole event as plain values, in the portal's own names.
     */
    @Converter
    public static Map<String, Object> toMap(Bitrix24ImEvent event) {
        return event.toMap();
    }

    /**
     * The whole event as a tree.
     */
    @Converter
    public static JsonNode toJsonNode(Bitrix24ImEvent event) {
        return event.toJsonNode();
    }

    /**
     * An event from its JSON.
     */
    @Converter
    public static Bitrix24ImEvent toEvent(String json) {
        return Bitrix24ImEvent.of(json);
    }

    /**
     * An event from its JSON in UTF-8.
     */
    @Converter
    public static Bitrix24ImEvent toEvent(byte[] json) {
        return Bitrix24ImEvent.of(json);
    }

    /**
     * An event from its JSON in UTF-8; the stream is read to its end and closed.
     */
    @Converter
    public static Bitrix24ImEvent toEvent(InputStream json) throws IOException {
        try (json) {
            return Bitrix24ImEvent.of(json.readAllBytes());
        }
    }

    /**
     * An event from a file with its JSON in UTF-8, as {@code file:} gives it.
     */
    @Converter
    public static Bitrix24ImEvent toEvent(File json) throws IOException {
        return Bitrix24ImEvent.of(Files.readAllBytes(json.toPath()));
    }

    /**
     * An event from plain values in the portal's own names.
     */
    @Converter
    public static Bitrix24ImEvent toEvent(Map<?, ?> json, Exchange exchange) {
        return Bitrix24ImEvent.of((JsonNode) beans(exchange).valueToTree(json));
    }

    /**
     * An event from a tree.
     */
    @Converter
    public static Bitrix24ImEvent toEvent(JsonNode json) {
        return Bitrix24ImEvent.of(json);
    }

    /**
     * A result that is a list as a tree. Camel's own converters know maps.
     */
    @Converter
    public static JsonNode toJsonNode(List<?> list, Exchange exchange) {
        return beans(exchange).valueToTree(list);
    }

    /**
     * A result that is a number as a tree.
     */
    @Converter
    public static JsonNode toJsonNode(Number number) {
        return Json.MAPPER.valueToTree(number);
    }

    /**
     * A result that is a flag as a tree.
     */
    @Converter
    public static JsonNode toJsonNode(Boolean flag) {
        return Json.MAPPER.getNodeFactory().booleanNode(flag);
    }

    private static ObjectMapper beans(Exchange exchange) {
        return exchange == null ? Json.BEANS : new BeanMapper(exchange.getContext()).get();
    }
}
