package io.github.camelbitrix24.im.event;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What happened, in one word for users and bots alike, whose queues name the same things by types of their own: the
 * values of {@link Bitrix24ImEvent#getKind()}.
 */
public final class EventKind {

    public static final String MESSAGE_ADD = "messageAdd";
    public static final String MESSAGE_UPDATE = "messageUpdate";
    public static final String MESSAGE_DELETE = "messageDelete";
    public static final String REACTION_CHANGE = "reactionChange";
    public static final String JOIN = "join";
    public static final String COMMAND = "command";
    public static final String CONTEXT = "context";

    private static final String OF_USERS = "ONIMV2";
    private static final String OF_BOTS = "ONIMBOTV2";
    private static final Map<String, String> KINDS = kinds();

    private EventKind() {
    }

    /**
     * The kinds, and the types that are of these kinds.
     */
    public static Set<String> known() {
        Set<String> known = new TreeSet<>(KINDS.values());
        known.addAll(KINDS.keySet());
        return known;
    }

    /**
     * Whether it is a kind, or a type of one, in any case.
     */
    public static boolean isKnown(String name) {
        return known().stream().anyMatch(name::equalsIgnoreCase);
    }

    /**
     * Whether it is a type of the events of users.
     */
    public static boolean isOfUser(String type) {
        return type != null && type.regionMatches(true, 0, OF_USERS, 0, OF_USERS.length());
    }

    static boolean isOfBot(String type) {
        return type != null && type.regionMatches(true, 0, OF_BOTS, 0, OF_BOTS.length());
    }

    /**
     * @return the type itself if it is not known; {@code null} for {@code null}
     */
    static String of(String type) {
        return type == null ? null : KINDS.getOrDefault(type, type);
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String queue : new String[] { OF_USERS, OF_BOTS }) {
            kinds.put(queue + "MESSAGEADD", MESSAGE_ADD);
            kinds.put(queue + "MESSAGEUPDATE", MESSAGE_UPDATE);
            kinds.put(queue + "MESSAGEDELETE", MESSAGE_DELETE);
            kinds.put(queue + "REACTIONCHANGE", REACTION_CHANGE);
            kinds.put(queue + "JOINCHAT", JOIN);
        }
        kinds.put(OF_BOTS + "COMMANDADD", COMMAND);
        kinds.put(OF_BOTS + "CONTEXTGET", CONTEXT);
        return kinds;
    }
}
