package io.github.camelbitrix24.im.text;

import java.util.List;
import java.util.Random;

/** Texts of people who know how a portal reads them. */
final class HostileText {

    /** Each does something on a portal. */
    static final List<String> WORKING = List.of("[USER=12]Marco[/USER]", "[user=all]x[/user]", "[USER=7 REPLACE]Ilse[/USER]",
            "[USER=5][/USER]", "&#91;USER=12]x[/USER]", "[SEND=/room 4]Book[/SEND]", "[PUT]/help[/PUT]",
            "[URL=https://a.example/x]bank[/URL]", "[url]a.example[/url]", "https://a.example/x.png", "see www.a.example",
            "(http://a.example)", "skype://x", "[CALL=+49 30 1]call[/CALL]", "[CHAT=4]room[/CHAT]",
            "[CONTEXT=chat5/12]there[/CONTEXT]", "[ICON=https://a.example/i.png size=100]", "[IMG SIZE=large]x [/IMG]",
            "[DISK=12]", "[TIMESTAMP=1700000000 FORMAT=SHORT_TIME_FORMAT]", "[B]loud[/B]", "[s]x[/s]", "[SIZE=30]x[/SIZE]",
            "[COLOR=#ff0000]x[/COLOR]", "[CODE]x[/CODE]", "a[BR]b", "a#BR#b", "a<br />b", "/deploy now", "/me waves",
            "a\n/deploy", ">>said", "a\n>>said", "&gt;&gt;said", "[LIKE]", "[RATING=5]", "<nomodify>x", ":f09f9880:", "&lt;",
            "a :) b", ";)", "8-)", "-".repeat(54) + "\nIlse [12:00]\nI agree\n" + "-".repeat(54), "[ATTACH=5]");

    private static final List<String> PIECES = List.of("[", "]", "/", "=", "[[", "&#", "91;", "&", "amp;", "#", "BR#", ":",
            "//", "www",
            ".", ">", "-", "\n", " ", "\t", "[/USER]", "[USER=", "12]", "a", "é", "\ud83d\ude00", "\ud83d", "]", "<", "br />",
            "\"",
            "\u200b", "&#9", "1;", "-".repeat(20), "0", "\u00a0", "\ufeff", "\0", "*", "`", "_", "~~", "!", "(", ")", "|");

    private final Random random;

    HostileText(Random random) {
        this.random = random;
    }

    String next() {
        StringBuilder text = new StringBuilder();
        for (int n = 1 + random.nextInt(12); n > 0; n--) {
            text.append(random.nextInt(4) == 0 ? " " : "").append(one(random.nextInt(3) == 0 ? WORKING : PIECES));
        }
        return text.toString();
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
