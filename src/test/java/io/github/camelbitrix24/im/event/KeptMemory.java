package io.github.camelbitrix24.im.event;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The memory that events keep: every array of bytes that one of them is a part of, counted once. */
public final class KeptMemory {

    private KeptMemory() {
    }

    public static long of(Collection<Bitrix24ImEvent> events) {
        Set<byte[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        events.forEach(event -> arrays.add(array(event)));
        return arrays.stream().mapToLong(array -> array.length).sum();
    }

    private static byte[] array(Bitrix24ImEvent event) {
        try {
            Field bytes = Bitrix24ImEvent.class.getDeclaredField("bytes");
            bytes.setAccessible(true);
            return ((EventBytes) bytes.get(event)).kept();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
