package io.github.camelbitrix24.im;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.exchange.BeanMapper;
import io.github.camelbitrix24.im.rest.Json;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;

/**
 * Converts events to what routes work with, and results of calls to trees where Camel's own converters do not.
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
     * A result that is a list as a tree. Camel's own converters know maps.
     */
    @Converter
    public static JsonNode toJsonNode(List<?> list, Exchange exchange) {
        return (exchange == null ? Json.BEANS : new BeanMapper(exchange.getContext()).get()).valueToTree(list);
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
}
