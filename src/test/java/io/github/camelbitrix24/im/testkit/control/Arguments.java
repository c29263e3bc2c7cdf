package io.github.camelbitrix24.im.testkit.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a control call was given; what is wrong with it is refused by the name of the field. */
record Arguments(Map<String, Object> fields, byte[] file) {

    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DIALOG = Pattern.compile("(chat|sg)[0-9]{1,17}|[1-9][0-9]{0,17}");
    private static final Pattern DURATION = Pattern.compile("[0-9][0-9.hms]*|P[0-9].*|PT[0-9].*", Pattern.CASE_INSENSITIVE);

    static Arguments of(Map<String, Object> fields) {
        return new Arguments(fields, new byte[0]);
    }

    /** @throws Refusal if there is another field than these */
    void only(Set<String> names) {
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                throw wrong(name, "is no field of this call, which has " + names.stream().sorted().toList());
            }
        }
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name, "is missing: a text"));
    }

    String text(String name, String otherwise) {
        return optionalText(name).orElse(otherwise);
    }

    Optional<String> optionalText(String name) {
        Object value = fields.get(name);
        if (value instanceof Map || value instanceof Collection) {
            throw wrong(name, "is a text, not " + value);
        }
        return Optional.ofNullable(value).map(Object::toString);
    }

    long number(String name) {
        return optionalNumber(name).orElseThrow(() -> wrong(name, "is missing: a number"));
    }

    long number(String name, long otherwise) {
        return optionalNumber(name).orElse(otherwise);
    }

    Optional<Long> optionalNumber(String name) {
        return optionalText(name).map(text -> {
            if (!NUMBER.matcher(text).matches()) {
                throw wrong(name, "is a number that is not negative, not " + text);
            }
            return Long.valueOf(text);
        });
    }

    /** A count of at most so many. */
    int count(String name, int otherwise, int atMost) {
        return (int) Math.min(number(name, otherwise), atMost);
    }

    long[] numbers(String name) {
        Object value = fields.getOrDefault(name, List.of());
        if (!(value instanceof Collection<?> list) || !list.stream().allMatch(id -> NUMBER.matcher("" + id).matches())) {
            throw wrong(name, "is a list of numbers, not " + value);
        }
        return list.stream().mapToLong(id -> Long.parseLong(id.toString())).toArray();
    }

    boolean flag(String name) {
        return optionalText(name).map(text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw wrong(name, "is true or false, not " + text);
            }
            return text.equals("true");
        }).orElse(false);
    }

    /** Who does it. */
    long person() {
        return optionalNumber("as").filter(id -> id > 0)
                .orElseThrow(() -> wrong("as", "is missing: the id of the person who does it"));
    }

    String dialog() {
        String dialog = optionalText("dialog")
                .orElseThrow(() -> wrong("dialog", "is missing: a chat, as chat5, or the id of a person"));
        if (!DIALOG.matcher(dialog).matches()) {
            throw wrong("dialog", "is a chat, as chat5, or the id of a person, not " + dialog);
        }
        return dialog;
    }

    /** As {@code 5s}, {@code 23h} or {@code PT23H}. */
    Optional<Duration> duration(String name) {
        return optionalText(name).map(text -> {
            if (!DURATION.matcher(text).matches()) {
                throw wrong(name, "is a duration, as 5s, 23h or PT23H, not " + text);
            }
            Duration duration = parsed(name, text);
            if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
                throw wrong(name, "is a duration of at most " + LONGEST.toDays() + " days, not " + text);
            }
            return duration;
        });
    }

    private static Duration parsed(String name, String text) {
        try {
            return Duration.parse(text.toUpperCase(Locale.ROOT).startsWith("P") ? text : "PT" + text);
        } catch (DateTimeParseException e) {
            throw wrong(name, "is a duration, as 5s, 23h or PT23H, not " + text);
        }
    }

    private static Refusal wrong(String name, String what) {
        return new Refusal(400, '"' + name + "\" " + what);
    }
}
