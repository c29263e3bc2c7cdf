package io.github.camelbitrix24.im.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.budget.Pause;
import io.github.camelbitrix24.im.check.CheckReport;
import io.github.camelbitrix24.im.inquiry.Subject.Observed;
import io.github.camelbitrix24.im.rest.RestClient;

import static io.github.camelbitrix24.im.inquiry.Topic.ADDRESS;
import static io.github.camelbitrix24.im.inquiry.Topic.BUDGET;
import static io.github.camelbitrix24.im.inquiry.Topic.CLOCK;
import static io.github.camelbitrix24.im.inquiry.Topic.CONSUMERS;
import static io.github.camelbitrix24.im.inquiry.Topic.CREDENTIALS;
import static io.github.camelbitrix24.im.inquiry.Topic.MEMBERSHIP;
import static io.github.camelbitrix24.im.inquiry.Topic.METHODS;
import static io.github.camelbitrix24.im.inquiry.Topic.PLAN;
import static io.github.camelbitrix24.im.inquiry.Topic.READERS;
import static io.github.camelbitrix24.im.inquiry.Topic.REVISION;
import static io.github.camelbitrix24.im.inquiry.Topic.SCOPES;
import static io.github.camelbitrix24.im.inquiry.Topic.SUBSCRIPTION;
import static io.github.camelbitrix24.im.inquiry.Topic.TLS;
import static io.github.camelbitrix24.im.inquiry.Topic.USER;

/**
 * Asks a portal, with about eight calls that change nothing there, what keeps events from arriving.
 */
public final class PortalCheck {

    private final Subject subject;
    private final Questions questions;
    private final Clock clock;
    private final Pause pause;
    private final Findings findings = new Findings();

    /**
     * @param clock of this machine, with which the portal's is compared
     * @param pause how to wait
     */
    public PortalCheck(Subject subject, RestClient client, Clock clock, Pause pause) {
        this.pause = pause;
        this.subject = subject;
        this.questions = new Questions(client, clock);
        this.clock = clock;
    }

    /** Of options that no portal can be called with: why that is so is all there is to report. */
    public static CheckReport refused(String why, Clock clock) {
        Findings findings = new Findings();
        boolean ofAddress = why.contains("Option portalUrl");
        boolean ofScheme = ofAddress && why.contains("plain http");
        findings.fails(ofScheme ? TLS : ofAddress ? ADDRESS : CREDENTIALS, why, null);
        return new CheckReport(
                "no portal", "nobody", clock.instant(), findings.complete(
                        "", ADDRESS, TLS, CREDENTIALS, PLAN, USER, SCOPES, METHODS, REVISION, SUBSCRIPTION, READERS, CLOCK,
                        BUDGET));
    }

    /** Takes half a minute at most. */
    public CheckReport run() {
        boolean asked = ask();
        new Pace(findings, questions).judge(!asked);
        judgeConsumers();
        List<Topic> wanted = new ArrayList<>(
                List.of(
                        ADDRESS, TLS, CREDENTIALS, PLAN, USER, SCOPES, METHODS, REVISION, SUBSCRIPTION, READERS, CLOCK,
                        BUDGET));
        if (subject.bot() != null) {
            wanted.add(Topic.BOT);
        }
        if (!subject.dialogs().isEmpty()) {
            wanted.add(MEMBERSHIP);
        }
        return new CheckReport(
                subject.portal().authority(), subject.reader(), clock.instant(),
                findings.complete(
                        asked ? "the portal did not tell." : "there was no more time to ask.", wanted.toArray(Topic[]::new)));
    }

    /** @return whether there was time for all questions */
    private boolean ask() {
        try {
            Reply profile = questions.ask("profile");
            if (new Reach(subject, findings).judge(profile)) {
                askOn(profile);
            } else if (!findings.has(ADDRESS)) {
                new Standing(subject, findings, questions).judgeRefusal(profile.refusal());
            }
            return true;
        } catch (OutOfTimeException e) {
            return false;
        }
    }

    private void askOn(Reply profile) throws OutOfTimeException {
        Queue queue = new Queue(subject, findings, questions, pause);
        Reply head = queue.head();
        Standing standing = new Standing(subject, findings, questions);
        if (!standing.judge(profile)) {
            new Clocks(findings, questions).judge();
            return;
        }
        new Ability(subject, findings, questions).judge(questions.ask("scope"), head);
        standing.judgePlan(questions.ask("app.info"));
        queue.judgeSubscription(head);
        if (!subject.dialogs().isEmpty() && !findings.isFailed(SCOPES)) {
            new Membership(subject, findings, questions).judge(Standing.userId(profile), queue.botId());
        }
        Instant portalNow = new Clocks(findings, questions).judge();
        queue.judgeReaders(head, portalNow);
    }

    private void judgeConsumers() {
        if (subject.dialogId() != null && !subject.consumers().isEmpty()
                && subject.consumers().stream().noneMatch(consumer -> consumer.hears(subject.dialogId()))) {
            findings.fails(CONSUMERS, "The option dialogs of " + subject.consumers().stream().map(Observed::name)
                    .collect(Collectors.joining(" and ")) + " does not name " + subject.dialogId()
                                      + ", so the events of this chat are left out.",
                    "Add " + subject.dialogId() + " to the option dialogs, or leave the option out.");
            return;
        }
        List<Observed> down = subject.consumers().stream().filter(consumer -> !consumer.up()).toList();
        if (!down.isEmpty()) {
            findings.fails(CONSUMERS, down.stream().map(consumer -> consumer.name() + ": " + consumer.state())
                    .collect(Collectors.joining(" ")), null);
            return;
        }
        long leftOut = subject.consumers().stream().mapToLong(Observed::leftOut).sum();
        if (!subject.consumers().isEmpty()) {
            findings.holds(CONSUMERS, subject.consumers().stream().map(consumer -> consumer.name() + ": " + consumer.state())
                    .collect(Collectors.joining(" ")),
                    leftOut == 0
                            ? null
                            : leftOut + (leftOut == 1 ? " event was" : " events were")
                              + " kept from routes by the options eventTypes, includeOwn, dialogs, chats,"
                              + " senders or mentionOnly.");
        }
    }
}
