package io.github.camelbitrix24.im.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.testkit.http.Request;

/** The session that a kept cookie stands for; a call as somebody else in it is refused. */
final class Session {

    private static final Pattern COOKIE = Pattern.compile("PHPSESSID=emulated(\\d{1,18})");

    private Session() {
    }

    static String cookie(long userId) {
        return "PHPSESSID=emulated" + userId;
    }

    static boolean isOfSomebodyElse(Request request, long userId) {
        Matcher cookie = COOKIE.matcher(request.header("cookie"));
        return cookie.find() && Long.parseLong(cookie.group(1)) != userId;
    }
}
