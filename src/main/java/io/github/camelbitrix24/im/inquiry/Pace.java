package io.github.camelbitrix24.im.inquiry;

import java.util.Comparator;

import io.github.camelbitrix24.im.budget.BudgetState;
import io.github.camelbitrix24.im.rest.FailureKind;

import static io.github.camelbitrix24.im.inquiry.Topic.BUDGET;

/** Whether the portal has room for more calls. */
final class Pace {

    /** Of the 420 s in ten minutes after which the portal blocks a method. */
    private static final double MUCH = 300;
    private static final String OTHERS
            = "Other applications on this machine, or behind the same address, use up what the portal"
              + " takes: lower requestsPerSecond here, and see what else calls.";

    private final Findings findings;
    private final Questions questions;

    Pace(Findings findings, Questions questions) {
        this.findings = findings;
        this.questions = questions;
    }

    /** @param late whether there was no time for more questions */
    void judge(boolean late) {
        Reply blocked = questions.first(reply -> reply.isRefusedWith("OPERATION_TIME_LIMIT"));
        if (blocked != null) {
            findings.fails(BUDGET, blocked.refusal().method() + " has used up its operating time.", blocked.refusal().advice());
            return;
        }
        BudgetState budget = questions.budget();
        if (questions.first(reply -> reply.isOf(FailureKind.THROTTLED)) != null) {
            findings.fails(BUDGET, "The portal rejects calls as too many, " + budget.rejections() + " so far.", OTHERS);
            return;
        }
        if (late && questions.first(reply -> reply.isOf(FailureKind.UNAVAILABLE)) == null) {
            findings.fails(BUDGET, "The request budget had no room for a check within " + Durations.words(Questions.LONGEST)
                                   + (budget.waiting() == 0 ? "." : "; " + budget.waiting() + " calls wait for their turn."),
                    "See what else calls this portal from here, and whether requestsPerSecond and requestBurst are lower than the"
                                                                                                                              + " portal allows.");
            return;
        }
        Double most = questions.replies().map(reply -> reply.time().operating()).filter(time -> time != null)
                .max(Comparator.naturalOrder()).orElse(null);
        if (most != null && most > MUCH) {
            findings.fails(BUDGET,
                    "A method has run for " + Math.round(most) + " s in the last ten minutes, and is blocked at 420 s.",
                    "Poll and call less often.");
        } else if (questions.first(Reply::isOfPortal) != null) {
            judgeRoom(budget);
        }
    }

    private void judgeRoom(BudgetState budget) {
        String room = (budget.room() == null ? "" : " By its request budget " + budget.room() + " may be made at once now.")
                      + (budget.waiting() == 0 ? "" : " Waiting for their turn: " + budget.waiting() + '.');
        if (budget.rejections() == 0) {
            findings.holds(BUDGET, "The portal has rejected no call as too many." + room);
        } else {
            findings.holds(BUDGET,
                    "The portal takes calls, and has rejected " + budget.rejections() + " as too many, the last "
                                   + Durations.words(budget.sinceRejection()) + " ago; those were made again." + room,
                    OTHERS);
        }
    }
}
