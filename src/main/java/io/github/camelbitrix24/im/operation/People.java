package io.github.camelbitrix24.im.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.support.LRUCacheFactory;

/**
 * Who has which e-mail address. It is remembered for an hour: addresses pass from one person to another now and then.
 */
final class People {

    private static final int MOST = 1_000;
    private static final long REMEMBERED = TimeUnit.HOURS.toNanos(1);

    private final Map<String, Found> found = LRUCacheFactory.newLRUCache(MOST);
    private final LongSupplier nanos;

    People(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Found(String userId, long at) {
    }

    interface Search {
        JsonNode of(String email) throws RestException;
    }

    /**
     * @return                          the user's id
     * @throws IllegalArgumentException if nobody or several have it
     */
    String userId(String email, Search search) throws RestException {
        String name = email.toLowerCase(Locale.ROOT);
        Found known = found.get(name);
        if (known == null || nanos.getAsLong() - known.at() > REMEMBERED) {
            known = new Found(only(email, search.of(email)), nanos.getAsLong());
            found.put(name, known);
        }
        return known.userId();
    }

    /** A portal leaves out a condition that the scope does not allow, and then answers with everybody. */
    private static String only(String email, JsonNode users) {
        List<String> ids = new ArrayList<>();
        boolean shown = users.isEmpty();
        for (JsonNode user : users) {
            shown |= user.has("EMAIL");
            if (email.equalsIgnoreCase(user.path("EMAIL").asText()) && !isFalse(user.path("ACTIVE"))) {
                ids.add(user.path("ID").asText());
            }
        }
        if (!shown) {
            throw new IllegalArgumentException(
                    "The portal does not show e-mail addresses, so nobody can be found by one: give the webhook or"
                                               + " application the scope 'user' or 'user_basic', or name the dialog by the"
                                               + " user's id.");
        }
        if (ids.size() != 1) {
            throw new IllegalArgumentException(
                    (ids.isEmpty() ? "No active user of the portal has" : "The users " + String.join(", ", ids) + " all have")
                                               + " the e-mail address " + email + ", which the option dialogId or the header"
                                               + " CamelBitrix24ImDialogId names: write "
                                               + (ids.isEmpty() ? "another one, or the user's id." : "the id of one of them."));
        }
        return ids.get(0);
    }

    private static boolean isFalse(JsonNode flag) {
        return flag.isBoolean() ? !flag.booleanValue() : "N".equalsIgnoreCase(flag.asText());
    }
}
