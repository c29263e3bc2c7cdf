package io.github.camelbitrix24.im.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.text.BbSkeleton;

/** A text that says something else, with the mentions, codes and lines of the original. */
record AnonymousText(AnonymousJson json) {

    private static final Pattern COMMAND = Pattern.compile("/(\\w{1,60})(?!\\w)");

    String of(String text) {
        Matcher command = COMMAND.matcher(text);
        int start = command.lookingAt() && json.isKept(command.group()) ? command.end() : 0;
        return text.substring(0, start) + BbSkeleton.of(text.substring(start), json.standIns());
    }
}
