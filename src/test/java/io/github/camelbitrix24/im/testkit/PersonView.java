package io.github.camelbitrix24.im.testkit;

/**
 * Somebody on the portal.
 *
 * @param kind          {@code employee}, {@code bot}, {@code customer}, {@code extranet} or {@code guest}
 * @param active        whether the person works here
 * @param subscribed    whether events are recorded for the person
 * @param webhookActive whether the person's webhook works
 */
public record PersonView(long id, String name, String kind, boolean active, boolean subscribed, boolean webhookActive) {
}
