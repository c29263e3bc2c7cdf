package io.github.camelbitrix24.im;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The options that say who may talk to a route. An empty list is refused: meant for nobody, it would let in everybody.
 */
final class AudienceOptions {

    static final String STAFF = "staff";

    private static final Set<String> SENDERS = Set.of(STAFF, "extranet", "bot", "guest", "system");
    private static final Pattern DIALOG = Pattern.compile("(chat)?[1-9][0-9]*");
    private static final Pattern CHAT = Pattern.compile("[a-z][a-z0-9_]*");

    private AudienceOptions() {
    }

    static Set<String> dialogs(String option) {
        return checked("dialogs", option, DIALOG, "such as chat5 for a chat, or a user's id for a private chat");
    }

    /** An open set, since the portal's own types are taken, too. */
    static Set<String> chats(String option) {
        Set<String> chats = checked("chats", option, CHAT, "such as private, group, channel, comment, openLine, or a type of"
                                                           + " the portal's own, for example copilot");
        for (String chat : chats) {
            if (DIALOG.matcher(chat).matches()) {
                throw new IllegalArgumentException(
                        "Option chats takes kinds of chats, such as private or group, but names '" + chat
                                                   + "': for single chats there is the option dialogs.");
            }
        }
        return chats;
    }

    static Set<String> senders(String option) {
        Pattern known = Pattern.compile(String.join("|", SENDERS));
        return checked("senders", option, known, "of " + String.join(", ", new TreeSet<>(SENDERS)));
    }

    private static Set<String> checked(String name, String option, Pattern form, String example) {
        Set<String> elements = CommaSeparated.lowerCase(option);
        if (option != null && elements.isEmpty()) {
            throw new IllegalArgumentException(
                    "Option " + name + " is empty. It takes a list " + example + "; leave it out to let everybody in.");
        }
        for (String element : elements) {
            if (!form.matcher(element).matches()) {
                throw new IllegalArgumentException(
                        "Option " + name + " takes a list, separated by commas, " + example + ", but names '" + element + "'.");
            }
        }
        return elements;
    }
}
