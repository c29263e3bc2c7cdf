package io.github.camelbitrix24.im.registration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelbitrix24.im.bot.BotProfile;

/**
 * The bot that the options ask for. {@code toString} shows no secret.
 *
 * @param token    by which webhooks act as the bot, or {@code null}
 * @param name     {@code null} for what it is called already, or its code
 * @param type     what it is registered as, or {@code null} for the portal's default
 * @param register whether it is registered where it is missing, and brought up to date
 * @param profile  more of it, or {@code null}
 * @param commands its commands without the slash, each with what people are shown, or with {@code null} for that
 */
public record BotRequest(String code, String token, String name, String type, boolean register, BotProfile profile,
        Map<String, String> commands) {

    /** The portal takes no longer ones, or did not always say so. */
    static final int LONGEST_TOKEN = 40;

    public BotRequest {
        commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
    }

    /** A command without the slash that it may be written with. */
    public static String command(String written) {
        String name = written.strip();
        return name.startsWith("/") ? name.substring(1) : name;
    }

    boolean hasOverlongToken() {
        return token != null && token.length() > LONGEST_TOKEN;
    }

    BotProfile look() {
        return profile == null ? new BotProfile() : profile;
    }

    @Override
    public String toString() {
        return "bot " + code;
    }
}
