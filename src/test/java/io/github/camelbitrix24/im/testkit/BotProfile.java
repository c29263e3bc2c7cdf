package io.github.camelbitrix24.im.testkit;

import java.util.Map;

/**
 * How a bot looks to people.
 *
 * @param color  one of the portal's names of colours, empty if the portal picks one
 * @param gender {@code M}, {@code F}, or empty
 * @param avatar the image as it was sent, in base64; empty if there is none
 */
public record BotProfile(
        String name, String lastName, String workPosition, String color, String gender, String avatar) {

    static final String DEFAULT_POSITION = "Chat bot";
    private static final Map<String, String> COLORS = Map.ofEntries(
            Map.entry("red", "#df532d"), Map.entry("green", "#64a513"), Map.entry("mint", "#4ba984"),
            Map.entry("lightBlue", "#4ba5c3"), Map.entry("darkBlue", "#3e99ce"), Map.entry("purple", "#8474c8"),
            Map.entry("aqua", "#1eb4aa"), Map.entry("pink", "#f76187"), Map.entry("lime", "#58cc47"),
            Map.entry("brown", "#ab7761"), Map.entry("azure", "#29619b"), Map.entry("khaki", "#728f7a"),
            Map.entry("sand", "#ba9c7b"), Map.entry("marengo", "#556574"), Map.entry("gray", "#909090"),
            Map.entry("graphite", "#5e5f5e"));

    /** A bot of which only the name was said. */
    public static BotProfile named(String name) {
        return new BotProfile(name, "", DEFAULT_POSITION, "", "", "");
    }

    static String knownColor(String name) {
        return COLORS.containsKey(name) ? name : "";
    }

    /** As the portal writes a colour of this name. */
    static String shownColor(String name) {
        return COLORS.getOrDefault(name, "#df532d");
    }

    String fullName() {
        return (name + " " + lastName).strip();
    }
}
