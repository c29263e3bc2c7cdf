package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Parameters of calls, of which many have the right names and few make sense. */
record RandomParameters(Random random, List<String> names, List<Object> scalars) {

    private static final int DEEPEST = 3;

    private Object value(int depth) {
        return switch (depth > DEEPEST ? 0 : random.nextInt(6)) {
            case 0, 1, 2 -> one(scalars);
            case 3 -> random.ints(random.nextInt(4)).mapToObj(any -> value(depth + 1)).toList();
            case 4 -> object(depth + 1);
            default -> "NEWLINE";
        };
    }

    /** @param depth in how many objects and lists it stands already */
    Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        random.ints(random.nextInt(6)).forEach(any -> object.put(one(names), value(depth)));
        if (random.nextInt(10) == 0) {
            object.put(one(names), null);
        }
        return object;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
