package io.github.camelbitrix24.im.operation;

import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.exchange.ParameterTree;
import io.github.camelbitrix24.im.rest.Json;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/**
 * What headers put beside the text of a message: lists, maps, or the text of their JSON.
 */
record Parts(Means means) {

    private static final ObjectReader WHOLE = Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LARGEST = 60_000;

    /** Of a message that is to be posted: {@code null} for what is empty. */
    JsonNode keyboard(Exchange exchange) {
        JsonNode keyboard = keyboardOrNothing(exchange);
        return keyboard == Content.NOTHING ? null : keyboard;
    }

    JsonNode attach(Exchange exchange) {
        JsonNode attach = attachOrNothing(exchange);
        return attach == Content.NOTHING ? null : attach;
    }

    /** Of a message that is to be edited: {@code null} leaves it as it is. */
    JsonNode keyboardOrNothing(Exchange exchange) {
        JsonNode keyboard = of(exchange, Bitrix24ImConstants.KEYBOARD, Keyboard.EXAMPLE);
        if (keyboard != null && keyboard != Content.NOTHING) {
            String wrong = Keyboard.whatIsWrongWith(keyboard, means.actor().hasCommands());
            if (wrong != null) {
                throw refused(exchange, Bitrix24ImConstants.KEYBOARD, wrong, Keyboard.EXAMPLE);
            }
            return Keyboard.isEmpty(keyboard) ? Content.NOTHING : keyboard;
        }
        return keyboard;
    }

    JsonNode attachOrNothing(Exchange exchange) {
        JsonNode attach
                = of(exchange, Bitrix24ImConstants.ATTACH, "[{\"MESSAGE\":\"Order 17\"},{\"DELIMITER\":{\"SIZE\":200}}]");
        // an edit takes away what it gets as a list, without a word
        return attach != null && attach.isArray() ? Json.MAPPER.createObjectNode().set("BLOCKS", attach) : attach;
    }

    private JsonNode of(Exchange exchange, String header, String example) {
        Object value = exchange.getMessage().getHeader(header);
        if (value == null) {
            return null;
        }
        String text = text(exchange, value);
        JsonNode part = text != null ? read(exchange, header, text, example) : written(exchange, header, value, example);
        if (part.isTextual()) {
            part = read(exchange, header, part.textValue(), example);
        }
        if (part == Content.NOTHING || part.isContainerNode() && part.isEmpty()) {
            return Content.NOTHING;
        }
        if (!part.isContainerNode()) {
            throw refused(exchange, header, "is neither a list nor a map", example);
        }
        if (part.toString().length() >= LARGEST) {
            throw refused(exchange, header, "has more than " + LARGEST + " characters as JSON, which the portal refuses",
                    example);
        }
        return part;
    }

    /** @return {@code null} if it is none */
    private static String text(Exchange exchange, Object value) {
        boolean text = value instanceof CharSequence || value instanceof byte[] || value instanceof InputStream
                || value instanceof Reader || value instanceof ByteBuffer;
        return text ? exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, value) : null;
    }

    private JsonNode written(Exchange exchange, String header, Object value, String example) {
        try {
            JsonNode tree = new ParameterTree(means.beans()).of(value);
            boolean data = value instanceof Map || value instanceof Collection || value instanceof Object[]
                    || value instanceof JsonNode;
            return tree.isEmpty() && !data ? MissingNode.getInstance() : tree;
        } catch (IllegalArgumentException e) {
            throw refused(exchange, header, "cannot be written as JSON: " + e.getMessage(), example);
        }
    }

    private static JsonNode read(Exchange exchange, String header, String text, String example) {
        if (text.isBlank() || text.strip().equals(Content.NOTHING.textValue())) {
            return Content.NOTHING;
        }
        try {
            return WHOLE.readTree(text);
        } catch (JsonProcessingException e) {
            throw refused(exchange, header, "is a text that is not JSON", example);
        }
    }

    private static RuntimeExchangeException refused(Exchange exchange, String header, String why, String example) {
        return new RuntimeExchangeException("Header " + header + " " + why + ". Write it for example as " + example, exchange);
    }
}
