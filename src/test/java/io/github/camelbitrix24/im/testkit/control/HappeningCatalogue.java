package io.github.camelbitrix24.im.testkit.control;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.OAuthApplication;
import io.github.camelbitrix24.im.testkit.PersonView;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/** What can happen to a portal, for people to try out. */
final class HappeningCatalogue {

    private static final Set<String> METHOD = Set.of("method");
    private static final String ANY = "*";
    private static final String GET = "im.v2.Event.get";
    private static final AutoCloseable NOTHING = () -> {
    };

    private final PortalEmulator portal;

    HappeningCatalogue(PortalEmulator portal) {
        this.portal = portal;
    }

    List<Happening> all() {
        return List.of(
                new Happening(
                        "second-reader", "A second reader",
                        "Another application reads the same queue with the same webhook, and takes what comes", Set.of("user"),
                        true,
                        given -> SecondReader.start(portal, reader(given))),
                new Happening(
                        "outage", "Outage", "Connections break without an answer", METHOD, true,
                        given -> failing(given, Fault.reset())),
                new Happening(
                        "slow", "Slow", "Every answer takes its time", Set.of("method", "delay"), true,
                        given -> failing(given, Fault.slow(given.duration("delay").orElse(Duration.ofSeconds(3))))),
                new Happening(
                        "html", "HTML instead of JSON", "The web server answers with an error page", Set.of("method", "status"),
                        true, given -> failing(given, Fault.html((int) given.number("status", 502)))),
                new Happening(
                        "rate-limit", "Rate limit", "Calls are rejected as too many", METHOD, true,
                        given -> failing(given, Fault.error("QUERY_LIMIT_EXCEEDED"))),
                new Happening(
                        "operating-limit", "Operating limit", "A method has run too long and is blocked", METHOD, true,
                        given -> portal.keepsFailing(given.text("method", GET), Fault.error("OPERATION_TIME_LIMIT"))),
                new Happening(
                        "renamed", "Renamed portal", "The portal has a new address and sends callers there", Set.of("to"), true,
                        this::rename),
                new Happening(
                        "expired-token", "Expired token", "The access tokens of OAuth applications run out", Set.of(), false,
                        given -> expireTokens()),
                new Happening(
                        "withdrawn-webhook", "Withdrawn webhook", "The webhook of the reader no longer works", Set.of("user"),
                        true, this::withdrawWebhook),
                new Happening(
                        "late-row", "Late row",
                        "Somebody says something whose event is visible only after others that came later",
                        Set.of("as", "dialog", "text", "delay"), false, this::lateRow),
                new Happening(
                        "hours-later", "23 hours later", "The portal's clock jumps ahead", Set.of("by"), false,
                        this::jump));
    }

    private AutoCloseable failing(Arguments given, Fault fault) {
        return portal.keepsFailing(given.text("method", ANY), fault);
    }

    private AutoCloseable rename(Arguments given) {
        portal.renamedTo(given.text("to", portal.url().replace("127.0.0.1", "localhost")));
        return portal::notRenamed;
    }

    private AutoCloseable expireTokens() {
        if (portal.view().applications().isEmpty()) {
            throw new Refusal(409, "No OAuth application is there whose token could run out; webhooks have none");
        }
        portal.view().applications().forEach(OAuthApplication::expireAccessTokens);
        return NOTHING;
    }

    private AutoCloseable withdrawWebhook(Arguments given) {
        EmulatedUser user = portal.view().person(reader(given));
        user.webhookRevoked();
        return user::webhookRestored;
    }

    private AutoCloseable lateRow(Arguments given) {
        EmulatedUser person = portal.view().person(given.person());
        String dialog = given.dialog();
        String text = given.text("text", "This one is late");
        portal.withholdVisibility(given.duration("delay").orElse(Duration.ofSeconds(5)), () -> person.says(dialog, text));
        return NOTHING;
    }

    private AutoCloseable jump(Arguments given) {
        portal.clock().advance(given.duration("by").orElse(Duration.ofHours(23)));
        return NOTHING;
    }

    /** Whose queue it is about: the one who is named, or the only one who is subscribed. */
    private long reader(Arguments given) {
        return given.optionalNumber("user").orElseGet(() -> {
            List<Long> subscribed = portal.view().people().stream().filter(PersonView::subscribed).map(PersonView::id).toList();
            if (subscribed.size() != 1) {
                throw new Refusal(400, "\"user\" is missing: whose queue it is, of those who are subscribed: " + subscribed);
            }
            return subscribed.get(0);
        });
    }
}
