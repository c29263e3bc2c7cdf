package io.github.camelbitrix24.im.event;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that an event has to say, by the names of its getters, so that two events can be compared. */
public final class EventViews {

    private static final Set<String> WORDING = Set.of("getJson", "getSize", "getClass");
    private static final int DEEPEST = 3;

    private EventViews() {
    }

    public static Map<String, Object> of(Bitrix24ImEvent event) {
        Map<String, Object> views = of(event, 0);
        views.put("toMap", event.toMap());
        views.put("toString", event.toString());
        return views;
    }

    private static Map<String, Object> of(Object view, int depth) {
        Map<String, Object> views = new TreeMap<>();
        for (Method getter : view.getClass().getMethods()) {
            if (getter.getName().matches("(get|is).*") && getter.getParameterCount() == 0
                    && !Modifier.isStatic(getter.getModifiers()) && !WORDING.contains(getter.getName())) {
                Object value = invoke(getter, view);
                boolean nested = value instanceof JsonView;
                if (!nested || depth < DEEPEST) {
                    views.put(getter.getName(), nested ? of(value, depth + 1) : value);
                }
            }
        }
        return views;
    }

    private static Object invoke(Method getter, Object view) {
        try {
            return getter.invoke(view);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(getter + " of " + view, e);
        }
    }
}
