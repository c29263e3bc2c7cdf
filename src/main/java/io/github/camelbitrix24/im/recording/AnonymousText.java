package io.github.camelbitrix24.im.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.text.BbSkeleton;

/** A text that says something else, with the mentions, codes and lines of the original. */
record AnonymousText(AnonymousJson json) implements BbSkeleton.Filling {

    private static final Pattern COMMAND = Pattern.compile("/(\\w{1,60})(?!\\w)");

    String of(String text) {
        Matcher command = COMMAND.matcher(text);
        int start = command.lookingAt() && json.isKept(command.group()) ? command.end() : 0;
        return text.substring(0, start) + BbSkeleton.of(text.substring(start), this);
    }

    @Override
    public String words(String words) {
        return json.standIns().words(words);
    }

    @Override
    public String name(String name) {
        return json.standIns().name(name);
    }

    @Override
    public String link(String address) {
        return json.standIns().link(address);
    }

    @Override
    public String phone(String number) {
        return json.standIns().digits(number);
    }
}
