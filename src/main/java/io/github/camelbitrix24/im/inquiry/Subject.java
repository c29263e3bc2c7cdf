package io.github.camelbitrix24.im.inquiry;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.rest.PortalAddress;

/**
 * What is checked. {@code toString} shows no secret.
 *
 * @param userId    whom the credentials name, or {@code null}
 * @param bot       the code of the bot that is acted as, or {@code null} for the user
 * @param needs     what the routes do
 * @param dialogId  a chat in which nothing is heard, in small letters, or {@code null}
 * @param proxy     host and port of the proxy that calls go through, or {@code null}
 * @param consumers who reads the same queue in this application
 */
public record Subject(PortalAddress portal, String userId, String bot, List<Need> needs, String dialogId,
        String proxy, List<Observed> consumers) {

    private static final int MOST_DIALOGS = 5;
    private static final String EITHER = "' or '";

    /**
     * What routes need of the portal.
     *
     * @param operation what they do
     * @param scope     one of those that it names, or {@code null} if it depends on the method
     * @param methods   any of them will do
     */
    public record Need(String operation, String scope, List<String> methods) {

        boolean isMissing(Set<String> granted) {
            return scope != null && Stream.of(scope.split(EITHER)).noneMatch(granted::contains);
        }
    }

    /**
     * A consumer, as it fares.
     *
     * @param name       by which it is called in texts
     * @param up         whether it does its work
     * @param state      how it fares, as a sentence or two
     * @param subscribes whether it has had events recorded by itself
     * @param polledAgo  when its last poll succeeded, or {@code null} if none did
     * @param takenAway  how many events were gone that it had not acknowledged
     * @param takenAgo   when that was last noticed, or {@code null} if it never was
     * @param leftOut    how many events its options have kept from the route
     * @param dialogs    the only ones that it hears, or empty if it hears all
     */
    public record Observed(String name, boolean up, String state, boolean subscribes, Duration polledAgo, long takenAway,
            Duration takenAgo, long leftOut, Set<String> dialogs) {

        boolean hears(String dialogId) {
            return dialogs.isEmpty() || dialogs.contains(dialogId);
        }
    }

    /** The chats about which the portal is asked: the one that was named, or those that are listened to. */
    List<String> dialogs() {
        return dialogId != null
                ? List.of(dialogId)
                : consumers.stream().flatMap(consumer -> consumer.dialogs().stream()).distinct().sorted().limit(MOST_DIALOGS)
                        .toList();
    }

    String reader() {
        return bot != null ? "bot " + bot : userId != null ? "user " + userId : "the user of the tokens";
    }

    /** The scope without which no event is heard. */
    String scope() {
        return bot != null ? "imbot" : "im";
    }
}
