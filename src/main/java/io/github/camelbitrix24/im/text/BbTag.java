package io.github.camelbitrix24.im.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The codes in square brackets that the portal knows, and what may stand behind their names.
 */
enum BbTag {

    B(Kind.STYLE, ""),
    I(Kind.STYLE, ""),
    U(Kind.STYLE, ""),
    S(Kind.STYLE, ""),
    SIZE(Kind.STYLE, "=\\d{1,4}(?:pt|px)?"),
    COLOR(Kind.STYLE, "=#(?:[0-9a-f]{6}|[0-9a-f]{3})"),
    QUOTE(Kind.STYLE, "(?:=[^\\]\\n]{0,200})?"),
    CODE(Kind.VERBATIM, ""),
    URL(Kind.WHOLE, "(?:=(?:[^\\[\\]\\n]++|\\[[^\\[\\]\\n]*+]){1,30}+)?"),
    USER(Kind.WHOLE, "=(?:\\d{1,18}|all)(?: REPLACE)?"),
    CHAT(Kind.WHOLE, "=(?:imol\\|)?\\d{1,18}"),
    DIALOG(Kind.WHOLE, "=(?:chat\\d{1,18}|\\d{1,18}:\\d{1,18})(?: message=\\d{1,18})?"),
    CONTEXT(Kind.WHOLE, "=(?:chat\\d{1,18}|\\d{1,18}:\\d{1,18})/\\d{1,18}"),
    IMG(Kind.WHOLE, "(?: [^\\]\\n]{1,100}|=[^\\]\\n]{1,100})?"),
    PUT(Kind.WHOLE, "(?:=[^\\]\\n]{1,2000})?"),
    SEND(Kind.WHOLE, "(?:=[^\\]\\n]{1,2000})?"),
    CALL(Kind.WHOLE, "(?:=[-+\\d()./# ]{1,100})?"),
    PCH(Kind.WHOLE, "=\\d{1,18}"),
    DATE(Kind.WHOLE, "=[-+:T\\d]{1,40}"),
    ICON(Kind.ALONE, "=[^\\]\\n]{1,2000}"),
    TIMESTAMP(Kind.ALONE, "=\\d{1,18} FORMAT=\\w{1,40}"),
    DISK(Kind.ALONE, "=n?\\d{1,18}"),
    ATTACH(Kind.ALONE, "=\\d{1,18}"),
    BR(Kind.ALONE, "");

    /** How a code and its text belong together. */
    enum Kind {
        /** A pair whose text may be anything, also several paragraphs. */
        STYLE,
        /** A pair whose text is one thing, such as a name. */
        WHOLE,
        /** A pair in whose text nothing is a code. */
        VERBATIM,
        /** A code without a text. */
        ALONE
    }

    private static final Map<String, BbTag> BY_CODE
            = Arrays.stream(values()).collect(Collectors.toMap(BbTag::code, Function.identity()));

    private final Kind kind;
    private final Pattern value;

    BbTag(Kind kind, String value) {
        this.kind = kind;
        this.value = Pattern.compile("(" + value + ")]", Pattern.CASE_INSENSITIVE);
    }

    Kind kind() {
        return kind;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands behind the name in an opening code. */
    Pattern value() {
        return value;
    }

    /** @return null if there is no such code */
    static BbTag of(String code) {
        return BY_CODE.get(code.toLowerCase(Locale.ROOT));
    }
}
