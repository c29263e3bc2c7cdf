package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The small methods by which a client looks who and where it is. */
final class ServiceMethods {

    private static final String LICENSE = "en_company";

    private final PortalState portal;
    private final MethodTable table;

    ServiceMethods(PortalState portal, MethodTable table) {
        this.portal = portal;
        this.table = table;
    }

    void addToTable() {
        table.add("profile", Set.of(), this::profile);
        table.add("scope", Set.of(), call -> List.copyOf(call.caller().scopes()));
        table.add("app.info", Set.of(), this::appInfo);
        table.add("server.time", Set.of(), call -> portal.clock.iso(portal.clock.now()));
        table.add("method.get", Set.of(), this::methodGet);
    }

    private Object profile(MethodCall call) {
        EmulatedUser user = call.caller().user();
        String[] names = user.name.split(" ", 2);
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("ID", Long.toString(user.id));
        profile.put("ADMIN", user.admin);
        profile.put("NAME", names[0]);
        profile.put("LAST_NAME", names.length > 1 ? names[1] : "");
        profile.put("PERSONAL_GENDER", user.id % 2 == 0 ? "M" : "F");
        profile.put("PERSONAL_PHOTO", "");
        profile.put("TIME_ZONE", "");
        profile.put("TIME_ZONE_OFFSET", 0);
        return profile;
    }

    private Object appInfo(MethodCall call) {
        Map<String, Object> info = new LinkedHashMap<>();
        if (!call.caller().webhook()) {
            info.put("ID", 1);
            info.put("CODE", call.caller().credential());
            info.put("VERSION", 1);
            info.put("STATUS", "L");
            info.put("INSTALLED", true);
            info.put("PAYMENT_EXPIRED", "N");
            info.put("DAYS", null);
            info.put("LANGUAGE_ID", portal.language);
        } else {
            info.put("SCOPE", List.copyOf(call.caller().scopes()));
        }
        info.put("LICENSE", LICENSE);
        return info;
    }

    /** Of a controller it proves only that the class is there. */
    private Object methodGet(MethodCall call) {
        RestMethod method = table.find(String.valueOf(call.params().get("name"))).orElse(null);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("isExisting", method != null);
        result.put("isAvailable", method != null && Authentication.permits(call.caller(), method));
        return result;
    }
}
