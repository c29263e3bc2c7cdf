package io.github.camelbitrix24.im.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class Behaviours {

    private final Map<Class<?>, Behaviour> chosen = new ConcurrentHashMap<>();

    void choose(Behaviour behaviour) {
        chosen.put(behaviour.getClass(), behaviour);
    }

    <T extends Enum<T> & Behaviour> boolean is(T behaviour) {
        return chosen.getOrDefault(behaviour.getClass(), behaviour.getDeclaringClass().getEnumConstants()[0]) == behaviour;
    }

    <T extends Enum<T> & Behaviour> T of(Class<T> point) {
        return point.cast(chosen.getOrDefault(point, point.getEnumConstants()[0]));
    }
}
