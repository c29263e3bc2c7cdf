package io.github.camelbitrix24.im.rest;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

/**
 * The one JSON mapper. It is ours and not the application's, whose settings must not change what goes over the wire.
 */
public final class Json {

    /** Whole numbers come as {@code Long}; bodies that are beans are written with the modules on the class path. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            // Jackson alone cannot write java.time, and its module for that is not among our dependencies
            .addModule(new SimpleModule().addSerializer(Temporal.class, ToStringSerializer.instance)
                    .addSerializer(TemporalAmount.class, ToStringSerializer.instance))
            .findAndAddModules()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .build();

    private Json() {
    }
}
