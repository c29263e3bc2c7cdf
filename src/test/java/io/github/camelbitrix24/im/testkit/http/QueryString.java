package io.github.camelbitrix24.im.testkit.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a query string as PHP does: {@code a[b][]=c} nests, dots and blanks in names become underscores. */
public final class QueryString {

    private QueryString() {
    }

    public static Map<String, Object> parse(String text) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty() && equals != 0) {
                put(result, decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return result;
    }

    static void put(Map<String, Object> target, String name, Object value) {
        List<String> keys = keys(name);
        Map<String, Object> map = target;
        for (String key : keys.subList(0, keys.size() - 1)) {
            map = child(map, key);
        }
        String last = keys.get(keys.size() - 1);
        map.put(last.isEmpty() ? nextIndex(map) : last, value);
    }

    private static List<String> keys(String name) {
        int bracket = name.indexOf('[');
        List<String> keys = new ArrayList<>();
        keys.add((bracket <= 0 ? name : name.substring(0, bracket)).replace('.', '_').replace(' ', '_'));
        while (bracket > 0) {
            int end = name.indexOf(']', bracket);
            if (end < 0) {
                return keys;
            }
            keys.add(name.substring(bracket + 1, end));
            bracket = end + 1 < name.length() && name.charAt(end + 1) == '[' ? end + 1 : -1;
        }
        return keys;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String key) {
        String name = key.isEmpty() ? nextIndex(parent) : key;
        if (!(parent.get(name) instanceof Map)) {
            parent.put(name, new LinkedHashMap<String, Object>());
        }
        return (Map<String, Object>) parent.get(name);
    }

    private static String nextIndex(Map<String, Object> map) {
        int index = map.size();
        while (map.containsKey(Integer.toString(index))) {
            index++;
        }
        return Integer.toString(index);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
