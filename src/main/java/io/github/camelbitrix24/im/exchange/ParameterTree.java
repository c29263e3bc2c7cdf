package io.github.camelbitrix24.im.exchange;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.camelbitrix24.im.rest.Json;

/**
 * The parameters that a body of Java values is. Maps, lists and what the JDK has go to the portal as they are; the
 * beans in them as the application's mapper writes them.
 */
public record ParameterTree(BeanMapper beans) {

    private static final int DEEPEST = 500;

    /**
     * @throws IllegalArgumentException if a bean cannot be written, or values are nested without end
     */
    public JsonNode of(Object value) {
        return of(value, 0);
    }

    private JsonNode of(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("the values are nested too deeply");
        }
        if (value instanceof POJONode bean) {
            return of(bean.getPojo(), depth + 1);
        } else if (value instanceof ObjectNode object) {
            ObjectNode copy = Json.MAPPER.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), of(field.getValue(), depth + 1)));
            return copy;
        } else if (value instanceof ArrayNode array) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            array.forEach(element -> copy.add(of(element, depth + 1)));
            return copy;
        } else if (value instanceof JsonNode node) {
            return node;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            map.forEach((name, content) -> object.set(name(name), of(content, depth + 1)));
            return object;
        } else if (value instanceof Collection<?> || value instanceof Object[]) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            for (Object element : value instanceof Object[] elements ? Arrays.asList(elements) : (Collection<?>) value) {
                array.add(of(element, depth + 1));
            }
            return array;
        } else if (value instanceof CharSequence text) {
            return Json.MAPPER.getNodeFactory().textNode(text.toString());
        }
        boolean isOfTheJdk = value == null || value.getClass().getName().startsWith("java.");
        return (isOfTheJdk ? Json.BEANS : beans.get()).valueToTree(value);
    }

    private static String name(Object key) {
        if (key == null) {
            throw new IllegalArgumentException("a parameter has no name");
        }
        return key instanceof Enum<?> constant ? constant.name() : key.toString();
    }
}
