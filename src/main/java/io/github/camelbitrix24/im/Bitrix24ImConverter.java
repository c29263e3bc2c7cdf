package io.github.camelbitrix24.im;

import java.io.InputStream;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.Converter;

/**
 * Converts events to what routes work with.
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
}
