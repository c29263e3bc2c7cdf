package io.github.camelbitrix24.im.testkit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code user.get}: people by {@code FILTER}, without bots and customers, with those who have left. What a scope does
 * not show cannot be filtered by either: such a condition is left out, as one that is unknown is.
 */
final class UserGet {

    static final Set<String> SCOPES = Set.of("user", "user_basic", "user_brief");
    private static final Set<String> WITH_ADDRESSES = Set.of("user", "user_basic");
    private static final Set<String> CONDITIONS = Set.of("ID", "ACTIVE", "NAME", "LAST_NAME", "EMAIL", "USER_TYPE");

    private final Directory directory;

    UserGet(Directory directory) {
        this.directory = directory;
    }

    Object call(MethodCall call) {
        boolean addresses = call.caller().scopes().stream().anyMatch(WITH_ADDRESSES::contains);
        Map<String, Object> conditions = conditions(LooseParams.of(call));
        List<Map<String, Object>> found = directory.all().stream()
                .filter(user -> user.kind != UserKind.BOT && user.kind != UserKind.CUSTOMER)
                .map(user -> fields(user, addresses)).filter(user -> fulfils(user, conditions)).toList();
        return new Listing(found.stream().limit(Listing.PAGE).toList(), found.size());
    }

    /** They may stand in {@code FILTER}, or beside it. */
    private static Map<String, Object> conditions(LooseParams params) {
        Map<String, Object> conditions = new LinkedHashMap<>(params.values());
        if (params.get("FILTER") instanceof Map<?, ?> filter) {
            filter.forEach((name, value) -> conditions.put(name.toString().toUpperCase(Locale.ROOT).replaceFirst("^[=@]", ""),
                    value));
        }
        conditions.keySet().retainAll(CONDITIONS);
        return conditions;
    }

    private static boolean fulfils(Map<String, Object> user, Map<String, Object> conditions) {
        return conditions.entrySet().stream().allMatch(condition -> {
            Object value = user.get(condition.getKey());
            if (value == null) {
                return true;
            }
            if (value instanceof Boolean flag) {
                return flag == ControllerArguments.isYes(condition.getValue());
            }
            Collection<?> wanted = condition.getValue() instanceof Collection<?> several
                    ? several : List.of(String.valueOf(condition.getValue()));
            return wanted.stream().anyMatch(one -> value.toString().equalsIgnoreCase(String.valueOf(one)));
        });
    }

    private static Map<String, Object> fields(EmulatedUser user, boolean addresses) {
        String[] names = user.name.split(" ", 2);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ID", Long.toString(user.id));
        fields.put("ACTIVE", user.active);
        fields.put("NAME", names[0]);
        fields.put("LAST_NAME", names.length > 1 ? names[1] : "");
        if (addresses) {
            fields.put("EMAIL", user.address());
        }
        fields.put("LAST_LOGIN", "");
        fields.put("IS_ONLINE", "N");
        fields.put("PERSONAL_GENDER", user.id % 2 == 0 ? "M" : "F");
        fields.put("WORK_POSITION", "");
        fields.put("UF_DEPARTMENT", user.kind == UserKind.EMPLOYEE ? List.of(1, 14) : List.of());
        fields.put("USER_TYPE", user.kind.isOutsider() ? "extranet" : "employee");
        return fields;
    }
}
