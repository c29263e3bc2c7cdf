package io.github.camelbitrix24.im.rest;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

/**
 * What goes over the wire is written and read by a mapper of our own, and not the application's, whose settings and
 * modules must not change it.
 */
public final class Json {

    public static final ObjectMapper MAPPER = JsonMapper.builder().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE).build();

    /** Beans of an application that has no mapper are written with the modules on the class path. */
    public static final ObjectMapper BEANS = JsonMapper.builder()
            // Jackson alone cannot write java.time, and its module for that is not among our dependencies
            .addModule(new SimpleModule().addSerializer(Temporal.class, ToStringSerializer.instance)
                    .addSerializer(TemporalAmount.class, ToStringSerializer.instance))
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private Json() {
    }

    /**
     * Plain Java values: maps, lists, texts, flags, {@code Double}, and {@code Long} for whole numbers, or
     * {@code BigInteger} where they are longer.
     */
    public static Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> plainMap(node);
            case ARRAY -> {
                List<Object> list = new ArrayList<>(node.size());
                node.forEach(element -> list.add(plain(element)));
                yield list;
            }
            case NUMBER -> plainNumber(node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            default -> null;
        };
    }

    public static Map<String, Object> plainMap(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
        return map;
    }

    private static Number plainNumber(JsonNode number) {
        if (!number.isIntegralNumber()) {
            return number.doubleValue();
        }
        return number.canConvertToLong() ? Long.valueOf(number.longValue()) : number.bigIntegerValue();
    }
}
