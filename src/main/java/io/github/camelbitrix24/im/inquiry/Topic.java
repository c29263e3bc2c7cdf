package io.github.camelbitrix24.im.inquiry;

import java.util.Locale;

/**
 * What a check asks about, in the order of its report.
 */
enum Topic {

    ADDRESS,
    TLS,
    CREDENTIALS,
    PLAN,
    USER,
    SCOPES,
    METHODS,
    REVISION,
    BOT,
    SUBSCRIPTION,
    READERS,
    CLOCK,
    MEMBERSHIP,
    BUDGET,
    CONSUMERS;

    String rowName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
