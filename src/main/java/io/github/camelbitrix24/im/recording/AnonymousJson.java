package io.github.camelbitrix24.im.recording;

import java.math.BigInteger;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelbitrix24.im.text.BbSkeleton;

/**
 * JSON of which only that stays which is known as harmless. Within what nobody knows, nothing is known: not the fields
 * either, whose names may be those of people.
 */
record AnonymousJson(StandIns standIns, Set<String> kept) {

    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d+");

    JsonNode of(JsonNode event) {
        return known("", event);
    }

    private JsonNode known(String object, JsonNode fields) {
        ObjectNode replaced = JsonNodeFactory.instance.objectNode();
        fields.properties().forEach(field -> {
            String name = field.getKey();
            boolean isKnown = KnownFields.isKnown(object, name);
            replaced.set(isKnown ? name : nameOfField(name),
                    isKnown ? valueOf(object, name, field.getValue()) : unknown(field.getValue()));
        });
        return replaced;
    }

    private JsonNode valueOf(String object, String name, JsonNode value) {
        if (value.isArray()) {
            return each(value, element -> valueOf(object, name, element));
        }
        if (value.isObject()) {
            return KnownFields.holdsFields(object, name) ? known(name, value) : unknown(value);
        }
        KnownField field = KnownFields.find(object, name);
        if (field == null || value.isNumber() && !field.keepsNumbers()) {
            return unknown(value);
        }
        return value.isTextual() ? TextNode.valueOf(text(field, value.textValue())) : value;
    }

    private String text(KnownField field, String value) {
        return isKept(value) || field.isHarmless(value) ? value : field.replacement().of(this, value);
    }

    private JsonNode unknown(JsonNode value) {
        if (value.isArray()) {
            return each(value, this::unknown);
        }
        if (value.isObject()) {
            ObjectNode replaced = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> replaced.set(nameOfField(field.getKey()), unknown(field.getValue())));
            return replaced;
        }
        if (value.isNumber()) {
            return value.asDouble() == 0
                    ? value : BigIntegerNode.valueOf(new BigInteger(standIns.digits(value.asText())));
        }
        return value.isTextual()
                ? TextNode.valueOf(isKept(value.textValue()) ? value.textValue() : like(value.textValue()))
                : value;
    }

    private static JsonNode each(JsonNode array, UnaryOperator<JsonNode> change) {
        ArrayNode replaced = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(element -> replaced.add(change.apply(element)));
        return replaced;
    }

    private String nameOfField(String name) {
        return kept.contains(name) ? name : standIns.word(name);
    }

    /** Something of the same form. */
    String like(String value) {
        if (BbSkeleton.isLink(value)) {
            return standIns.link(value);
        }
        if (EMAIL.matcher(value).matches()) {
            return standIns.email(value);
        }
        return DIGITS.matcher(value).matches() ? standIns.digits(value) : standIns.words(value);
    }

    /** A command may be written with its slash. */
    boolean isKept(String value) {
        return kept.contains(value.startsWith("/") ? value.substring(1) : value);
    }
}
