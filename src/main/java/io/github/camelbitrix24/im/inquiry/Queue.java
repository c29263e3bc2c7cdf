package io.github.camelbitrix24.im.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.budget.Pause;
import io.github.camelbitrix24.im.inquiry.Subject.Observed;

import static io.github.camelbitrix24.im.inquiry.Topic.BOT;
import static io.github.camelbitrix24.im.inquiry.Topic.READERS;
import static io.github.camelbitrix24.im.inquiry.Topic.SUBSCRIPTION;

/** Whether events are recorded, and whether somebody else takes them. */
final class Queue {

    static final String OF_USER = "im.v2.Event.get";
    static final String OF_BOT = "imbot.v2.Event.get";
    /** The portal deletes what is older than a day, which nobody has taken. */
    private static final Duration KEPT = Duration.ofHours(23);
    /** A consumer that has not looked for longer has not noticed, either. */
    private static final Duration LATELY = Duration.ofMinutes(2);
    private static final Duration A_WHILE = Duration.ofHours(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(3);
    private static final String ALONE
            = "Give this integration a user of its own: each user's events have one reader, and whoever"
              + " else reads or unsubscribes this user takes them away.";

    private final Subject subject;
    private final Findings findings;
    private final Questions questions;
    private final Pause pause;
    private JsonNode found;
    private Long botId;

    Queue(Subject subject, Findings findings, Questions questions, Pause pause) {
        this.pause = pause;
        this.subject = subject;
        this.findings = findings;
        this.questions = questions;
    }

    Reply head() throws OutOfTimeException {
        return subject.bot() == null ? questions.head(OF_USER, Questions.none()) : headOfBot();
    }

    private Reply headOfBot() throws OutOfTimeException {
        if (botId == null) {
            Reply bot = questions.ask("imbot.v2.Bot.get", Questions.none().put("code", subject.bot()));
            if (!bot.isGiven()) {
                judgeMissing(bot);
                return bot;
            }
            found = bot.result().path("bot");
            botId = found.path("id").asLong();
        }
        Reply head = questions.head(OF_BOT, Questions.none().put("botId", botId));
        if (head.isGiven()) {
            judgeBot(found);
        } else {
            judgeMissing(head);
        }
        return head;
    }

    Long botId() {
        return botId;
    }

    private void judgeMissing(Reply bot) {
        if (bot.isRefusedWith("BOT_NOT_FOUND")) {
            findings.fails(BOT, "The portal has no bot " + subject.bot() + '.',
                    "It is registered when a route begins to read or send as it, unless registerBot=false: check the option bot.");
        } else if (!bot.isWithoutMethod() && !bot.isRefusedWith("insufficient_scope") && bot.isOfPortal()) {
            findings.fails(BOT, bot.refusal().getMessage() + '.', bot.refusal().advice());
        }
    }

    private void judgeBot(JsonNode bot) {
        if (bot.path("eventMode").asText("fetch").equals("fetch")) {
            findings.holds(BOT, "The bot " + subject.bot() + " is registered, with the id " + bot.path("id").asLong() + '.');
        } else {
            findings.fails(BOT, "The events of the bot " + subject.bot()
                                + " are sent to a webhook of its own and cannot be read.",
                    "Let a consumer of this bot run: it switches the bot to reading. What receives them now then gets nothing"
                                                                                           + " more.");
        }
    }

    void judgeSubscription(Reply head) {
        if (subject.bot() != null) {
            if (head.isGiven()) {
                findings.holds(SUBSCRIPTION, "Events of a bot are recorded as long as there is the bot.");
            }
            return;
        }
        Observed reading = subject.consumers().stream()
                .filter(consumer -> consumer.subscribes() && consumer.polledAgo() != null).findFirst().orElse(null);
        if (!event(head).isMissingNode()) {
            findings.holds(SUBSCRIPTION, "Events of the user were recorded, the oldest of those that wait is "
                                         + age(head) + " old.");
        } else if (reading != null) {
            findings.holds(SUBSCRIPTION, reading.name() + " has subscribed the user.");
        } else if (head.isGiven()) {
            findings.unknown(SUBSCRIPTION,
                    "No event waits: either nothing has happened in the user's chats, or nobody has subscribed the user.",
                    "A consumer subscribes when it starts, unless autoSubscribe=false; bitrix24-im:subscribe does, too.");
        }
    }

    void judgeReaders(Reply head, Instant portalNow) throws OutOfTimeException {
        Observed robbed = subject.consumers().stream()
                .filter(consumer -> consumer.takenAgo() != null && consumer.takenAgo().compareTo(A_WHILE) < 0)
                .findFirst().orElse(null);
        if (robbed != null) {
            findings.fails(READERS, "A second reader takes events away: " + robbed.takenAway()
                                    + " are gone that were not acknowledged by " + robbed.name() + '.',
                    ALONE);
            return;
        }
        List<Observed> readers = subject.consumers().stream()
                .filter(consumer -> consumer.polledAgo() != null && consumer.polledAgo().compareTo(LATELY) < 0).toList();
        if (!readers.isEmpty()) {
            Observed first = readers.get(0);
            findings.holds(READERS, first.takenAway() == 0
                    ? "No event was taken away from " + first.name() + " so far."
                    : "No event was taken away from " + first.name() + " lately, " + first.takenAway() + " were "
                      + Durations.words(first.takenAgo()) + " ago or before.");
            return;
        }
        Reply later = head.isGiven() ? later(head) : head;
        if (!later.isGiven()) {
            return;
        }
        if (isTaken(head, later, portalNow)) {
            findings.fails(READERS, "A second reader takes events away: the oldest one that waited is gone, and no route here"
                                    + " has acknowledged it.",
                    "If your integration runs elsewhere at this moment, it is that: check there. Otherwise give"
                                                               + ALONE.substring(ALONE.indexOf(' ')));
        } else {
            findings.unknown(READERS, "Nobody has taken events away while this was checked.",
                    "A second reader shows while a consumer runs here: check again then.");
        }
    }

    /** What reading the queue comes to a little later: where something waits, whoever else reads has a moment to. */
    private Reply later(Reply head) throws OutOfTimeException {
        try {
            if (!event(head).isMissingNode()) {
                pause.await(A_MOMENT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return head();
    }

    private static boolean isTaken(Reply head, Reply later, Instant portalNow) {
        JsonNode before = event(head);
        if (before.isMissingNode()) {
            return false;
        }
        JsonNode after = event(later);
        boolean gone = after.isMissingNode() || after.path("eventId").asLong() > before.path("eventId").asLong();
        Instant date = date(before);
        return gone && (date == null || portalNow == null || Duration.between(date, portalNow).compareTo(KEPT) < 0);
    }

    private static JsonNode event(Reply head) {
        return head.result().path("events").path(0);
    }

    private static String age(Reply head) {
        Instant date = date(event(head));
        Instant now = head.time().start();
        return date == null || now == null ? "of unknown age, not" : Durations.words(Duration.between(date, now));
    }

    private static Instant date(JsonNode event) {
        try {
            return OffsetDateTime.parse(event.path("date").asText()).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
