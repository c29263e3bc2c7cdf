package io.github.camelbitrix24.im.inquiry;

import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.TokenRequest;

import static io.github.camelbitrix24.im.inquiry.Topic.CREDENTIALS;
import static io.github.camelbitrix24.im.inquiry.Topic.PLAN;
import static io.github.camelbitrix24.im.inquiry.Topic.USER;

/** As whom the portal lets us in, if it does. */
final class Standing {

    /** Of the portal or its plan, whoever calls. */
    private static final String[] OF_PLAN = {
            "ACCESS_DENIED", "WRONG_LICENSE", "PAYMENT_REQUIRED", "OVERLOAD_LIMIT", "PORTAL_DELETED" };
    private static final String[] AFTER_THE_CREDENTIALS = { "insufficient_scope", "OPERATION_TIME_LIMIT", "SCOPE_ERROR" };

    private final Subject subject;
    private final Findings findings;
    private final Questions questions;

    Standing(Subject subject, Findings findings, Questions questions) {
        this.subject = subject;
        this.findings = findings;
        this.questions = questions;
    }

    /** @return whether there is more to ask */
    boolean judge(Reply profile) {
        Reply wrong = first(reply -> reply.isOfAuthorisation() || isOfCredentials(reply));
        Reply plan = first(reply -> reply.isRefusedWith(OF_PLAN));
        if (plan != null) {
            findings.fails(PLAN, told(plan.refusal()), plan.refusal().advice());
        }
        if (wrong != null) {
            judgeRefusal(wrong.refusal());
        } else if (first(reply -> reply.isGiven() || reply.isRefusedWith(AFTER_THE_CREDENTIALS)) != null) {
            findings.holds(CREDENTIALS, "The portal takes the credentials.");
        } else if (plan == null && !profile.isOf(FailureKind.THROTTLED)) {
            findings.unknown(CREDENTIALS, told(profile.refusal()), profile.refusal().advice());
        }
        if (profile.isGiven()) {
            judgeUser(profile.result());
        }
        return wrong == null && plan == null;
    }

    /** The credentials are not good enough to call the portal, or to get tokens to call it with. */
    void judgeRefusal(RestException refusal) {
        if (!TokenRequest.NAME.equals(refusal.method())) {
            findings.fails(CREDENTIALS, told(refusal), advice(refusal));
        } else if (refusal.kind() == FailureKind.UNAVAILABLE) {
            findings.fails(CREDENTIALS, "There are no tokens that the portal takes, and no new ones can be had: "
                                        + refusal.description() + '.',
                    "See that this machine gets to the authorisation server: that is the option oauthUrl, or else"
                                                                       + " https://oauth.bitrix.info.");
        } else {
            findings.fails(CREDENTIALS, "The authorisation server gives no tokens: "
                                        + (refusal.code() == null || refusal.code().isEmpty()
                                                ? refusal.description() : refusal.code())
                                        + '.',
                    refusal.advice());
        }
    }

    /** The token of a bot is another matter. */
    private static boolean isOfCredentials(Reply reply) {
        return (reply.isOf(FailureKind.NOT_AUTHORISED) || reply.isRefusedWith("USER_ACCESS_ERROR"))
                && !reply.refusal().method().startsWith("imbot.");
    }

    private Reply first(Predicate<Reply> kind) {
        return questions.first(kind);
    }

    private static String told(RestException refusal) {
        return "The portal refuses: "
               + (refusal.code() == null || refusal.code().isEmpty() ? refusal.description() : refusal.code())
               + (refusal.status() > 0 ? " (HTTP " + refusal.status() + ")." : ".");
    }

    private String advice(RestException refusal) {
        return refusal.hasCode(Set.of("INVALID_CREDENTIALS"))
                ? "The secret or the user is wrong, or the webhook was deleted, disabled, or has expired: compare the options userId"
                  + " and secret with the webhook in the portal, or make a new one."
                : refusal.advice();
    }

    private void judgeUser(JsonNode profile) {
        String id = profile.path("ID").asText("");
        if (id.isEmpty()) {
            findings.fails(USER, "The portal does not say who the user of the credentials is: he is dismissed or inactive.",
                    "Make the webhook, or authorise the application, as a user who is active.");
        } else if (subject.userId() != null && !subject.userId().equals(id)) {
            findings.holds(USER, "Calls are made as user " + id + ", whom the webhook of user " + subject.userId()
                                 + " was given to: events are of that user's chats.",
                    "If that is not meant, make a webhook as the user whose chats are to be heard.");
        } else {
            findings.holds(USER, "Calls are made as user " + id + '.');
        }
    }

    /** As whom the portal acts, or {@code null}. */
    static String userId(Reply profile) {
        String id = profile.result().path("ID").asText("");
        return id.isEmpty() ? null : id;
    }

    /** @param info of {@code app.info} */
    void judgePlan(Reply info) {
        if (info.isGiven() && info.result().path("PAYMENT_EXPIRED").asText().equals("Y")) {
            findings.fails(PLAN, "The payment for the application has run out.",
                    "Pay for it, or authorise another application.");
        }
        String licence = info.result().path("LICENSE").asText("");
        findings.holds(PLAN,
                "REST calls are allowed" + (licence.matches("\\w{1,40}") ? ", the plan is " + licence + "." : "."));
    }
}
