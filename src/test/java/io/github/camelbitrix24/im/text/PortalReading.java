package io.github.camelbitrix24.im.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a portal and its pages make of a text, by their own rules (observed behaviour of im 26.250): what in it is more
 * than text. Knows nothing of the component.
 */
final class PortalReading {

    static final Pattern CODE_BLOCK = Pattern.compile("(?is)\\[code](.*?)\\[/code]");
    private static final Pattern MENTION = Pattern.compile("(?i)\\[user=(\\d+|all)( replace)?](.*?)\\[/user]");
    private static final Pattern COMMAND = Pattern.compile("(?m)^/([^ \n]*)( ?)(.*)$");
    private static final String SEPARATOR = "[\\s.,;:!?#\\-*|\\[\\](){}]";
    private static final String SCHEMES = "http|https|news|ftp|aim|mailto|file|tel|callto|skype|viber";

    private static final Map<String, Pattern> KINDS = new TreeMap<>(
            Map.ofEntries(
                    kind("style", "\\[([bius])](.*?)\\[/\\1]"),
                    kind("size", "\\[size=(\\d+)(?:pt|px)?](.*?)\\[/size]"),
                    kind("color", "\\[color=#([0-9a-f]{3}|[0-9a-f]{6})](.*?)\\[/color]"),
                    kind("url", "\\[url\\s*(?:=([^\\[\\]]+))?](.*?)\\[/url]"),
                    kind("url", "\\[url\\s*(?:=(.+?[^\\[\\]]))?](.*?)\\[/url]"),
                    kind("mention", MENTION.pattern()),
                    kind("chat", "\\[chat=(imol\\|)?(\\d+)](.*?)\\[/chat]"),
                    kind("context", "\\[(context|dialog)=[^\\]]+](.*?)\\[/\\1]"),
                    kind("send", "\\[send(?:=(?:.+?))?](?:.+?)?\\[/send]"),
                    kind("put", "\\[put(?:=(?:.+?))?](?:.+?)?\\[/put]"),
                    kind("call", "\\[call(?:=([-+\\d()./# ]+))?](.+?)\\[/call]"),
                    kind("icon", "\\[icon=([^\\]]*)]"),
                    kind("img", "\\[img[^\\]]*](.*?)\\[/img]"),
                    kind("disk", "\\[disk=n?\\d+]"),
                    kind("timestamp", "\\[timestamp=(\\d+) format=([^\\]]*)]"),
                    kind("rating", "\\[(like|dislike|rating=[1-5]|attach=\\d+)]"),
                    kind("break", "\\[br]"),
                    kind("block", "-{54}.*?\\n.*?-{54}"),
                    kind("quote", "(?<![^\\n])>>"),
                    kind("address", "(?<=^|" + SEPARATOR + "|[<(“‘«])(?:(?:" + SCHEMES + ")://|www\\.)[._:a-z0-9@-]"),
                    kind("image", "https?://\\S+\\.(jpg|jpeg|png|gif|webp)"),
                    kind("smiley", "(?<=^|\"|\\s)(?::\\)|:-\\)|;\\)|:D|8\\)|8-\\)|:\\(|:facepalm:|:cry:)(?=\\s|\"|$)"),
                    kind("slash", "\\A/(me|loud)")));

    private PortalReading() {
    }

    /** What the text does, each as kind and place; empty if it only shows itself. */
    static List<String> effects(String posted) {
        List<String> effects = new ArrayList<>();
        if (posted.matches("(?s).*(\\[BR]|\\[br]|#BR#).*")) {
            effects.add("line break");
        }
        String stored = trimmed(posted.replace("[BR]", "\n").replace("[br]", "\n").replace("#BR#", "\n"));
        find("command", COMMAND, stored, effects);
        String parsed = parsed(stored);
        if (!parsed.equals(stored)) {
            effects.add("replaced: " + parsed);
        }
        find("mention", MENTION, parsed, effects);
        Matcher code = CODE_BLOCK.matcher(parsed);
        if (code.find()) {
            effects.add("code");
        }
        String withoutCode = CODE_BLOCK.matcher(parsed).replaceAll("####");
        KINDS.forEach((kind, pattern) -> find(kind.substring(kind.indexOf(' ') + 1), pattern, withoutCode, effects));
        return effects;
    }

    private static String parsed(String stored) {
        List<String> blocks = new ArrayList<>();
        String text = CODE_BLOCK.matcher(stored).replaceAll(block -> {
            blocks.add(block.group());
            return "####REPLACEMENT_MARK_" + (blocks.size() - 1) + "####";
        });
        text = text.replaceAll("(?i)</?nomodify>", "");
        text = Pattern.compile("(?i):([a-f0-9]{8}):").matcher(text).replaceAll("\ud83d\ude00");
        text = text.replace("<br />", "\n").replace("#BR#", "\n").replace("[br]", "\n");
        String[][] entities = {
                { "&#169;", "(c)" }, { "&nbsp;", " " }, { "&quot;", "\"" }, { "&#092;", "\\" }, { "&#036;", "$" },
                { "&#33;", "!" }, { "&#91;", "[" }, { "&#93;", "]" }, { "&#39;", "'" }, { "&lt;", "<" }, { "&gt;", ">" },
                { "&#124;", "|" }, { "&amp;", "&" } };
        for (String[] entity : entities) {
            text = text.replace(entity[0], entity[1]);
        }
        for (int i = 0; i < blocks.size(); i++) {
            text = text.replace("####REPLACEMENT_MARK_" + i + "####", blocks.get(i));
        }
        return text;
    }

    private static String trimmed(String text) {
        return text.replaceAll("\\A[ \t\n\r\0\u000b]+|[ \t\n\r\0\u000b]+\\z", "");
    }

    private static void find(String kind, Pattern pattern, String text, List<String> effects) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            effects.add(kind + ": " + found.group());
        }
    }

    private static int kinds;

    private static Map.Entry<String, Pattern> kind(String name, String regex) {
        return Map.entry(kinds++ + " " + name, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }
}
