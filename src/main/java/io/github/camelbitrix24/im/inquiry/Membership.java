package io.github.camelbitrix24.im.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.check.CheckRow;
import io.github.camelbitrix24.im.check.Verdict;

import static io.github.camelbitrix24.im.inquiry.Topic.MEMBERSHIP;

/** Whether whoever reads is in a chat: only members hear of what happens there. */
final class Membership {

    private static final List<Verdict> WORST_LAST = List.of(Verdict.HOLDS, Verdict.NOT_KNOWN, Verdict.DOES_NOT_HOLD);
    private static final int MOST_LISTED = 200;
    private static final Pattern CHAT = Pattern.compile("chat([1-9]\\d{0,17})");
    private static final Pattern PERSON = Pattern.compile("[1-9]\\d{0,17}");
    private static final String[] NO_CHAT = {
            "CHAT_NOT_FOUND", "CHAT_ID", "CHAT_ID_EMPTY", "DIALOG_ID_EMPTY", "CHAT_NOT_EXISTS", "NOT_FOUND" };
    private static final String[] NO_ACCESS = { "ACCESS_ERROR", "ACCESS_DENIED", "ERROR_NO_ACCESS" };

    private final Subject subject;
    private final Findings findings;
    private final Questions questions;

    Membership(Subject subject, Findings findings, Questions questions) {
        this.subject = subject;
        this.findings = findings;
        this.questions = questions;
    }

    /**
     * @param userId of the acting user, or {@code null}
     * @param botId  of the bot, or {@code null}
     */
    void judge(String userId, Long botId) throws OutOfTimeException {
        List<CheckRow> rows = new ArrayList<>();
        for (String dialog : subject.dialogs()) {
            CheckRow row = judged(dialog, userId, botId);
            if (row != null) {
                rows.add(row);
            }
        }
        rows.stream().max(Comparator.comparing(row -> WORST_LAST.indexOf(row.verdict())))
                .ifPresent(worst -> findings.add(MEMBERSHIP, worst.verdict() != Verdict.HOLDS ? worst : all(rows)));
    }

    private static CheckRow all(List<CheckRow> rows) {
        return new CheckRow(
                MEMBERSHIP.rowName(), Verdict.HOLDS, rows.stream().map(CheckRow::finding).distinct()
                        .collect(Collectors.joining(" ")),
                null);
    }

    /** What is found of one dialog, or {@code null} if other rows tell. */
    private CheckRow judged(String dialog, String userId, Long botId) throws OutOfTimeException {
        Findings found = new Findings();
        if (PERSON.matcher(dialog).matches()) {
            found.holds(MEMBERSHIP, "What is said in a private dialog is heard on both sides of it.");
        } else if (!dialog.matches("[a-z]{2,10}\\d{1,18}")) {
            found.fails(MEMBERSHIP, "The dialog that was asked for is none that there can be.",
                    "Write it as chat5, or as the id of a person.");
        } else if (subject.bot() != null) {
            judgeAnswer(found, dialog, questions.ask("imbot.v2.Chat.User.list",
                    Questions.none().put("botId", botId).put("dialogId", dialog).put("limit", MOST_LISTED)),
                    String.valueOf(botId));
        } else {
            judgeUser(found, dialog, userId);
        }
        return found.row(MEMBERSHIP);
    }

    private void judgeUser(Findings found, String dialog, String userId) throws OutOfTimeException {
        Matcher chat = CHAT.matcher(dialog);
        if (chat.matches() && userId != null) {
            Reply members = questions.ask("im.chat.user.list", Questions.none().put("CHAT_ID", Long.parseLong(chat.group(1))));
            if (members.isGiven() && members.result().isArray() || members.isRefusedWith(NO_CHAT)
                    || members.isRefusedWith(NO_ACCESS)) {
                judgeAnswer(found, dialog, members, userId);
                return;
            }
        }
        Reply history = questions.ask("im.dialog.messages.get", Questions.none().put("DIALOG_ID", dialog).put("LIMIT", 1));
        if (history.isGiven()) {
            found.holds(MEMBERSHIP,
                    "The user can read " + dialog + ", and is a member of it unless it is open to everybody.");
        } else {
            judgeAnswer(found, dialog, history, null);
        }
    }

    /** @param id of whom it must hold, or {@code null} if a list would not help */
    private void judgeAnswer(Findings found, String dialog, Reply members, String id) {
        if (members.isRefusedWith(NO_CHAT)) {
            found.fails(MEMBERSHIP, "There is no chat " + dialog + " for " + who() + '.',
                    "Check the id of the chat, and that " + who() + " is a member of it.");
        } else if (members.isRefusedWith(NO_ACCESS)) {
            found.fails(MEMBERSHIP,
                    who(true) + " is no member of " + dialog + ", if there is such a chat: what happens there is not recorded.",
                    "Check the id of the chat, and add " + who() + " to it: being able to read it is not enough.");
        } else if (members.isGiven() && id != null && !has(members.result(), id)) {
            if (subject.bot() != null && members.result().size() >= MOST_LISTED) {
                found.unknown(MEMBERSHIP, dialog + " has more members than the portal lists.",
                        "Look in the portal whether " + who() + " is one of them.");
                return;
            }
            found.fails(MEMBERSHIP,
                    who(true) + " is no member of " + dialog + ", so nothing that happens there is recorded.",
                    "Add " + who() + " to the chat: being able to read it is not enough.");
        } else if (members.isGiven()) {
            found.holds(MEMBERSHIP, who(true) + " is a member of " + dialog + '.');
        } else if (!members.isOfCaller()) {
            found.unknown(MEMBERSHIP,
                    "The portal does not tell who is in " + dialog + ": " + members.refusal().getMessage() + '.',
                    "Look in the portal whether " + who() + " is a member of the chat.");
        }
    }

    /** Whether a list of ids, or of users, has one with this id. */
    private static boolean has(JsonNode members, String id) {
        return StreamSupport.stream(members.spliterator(), false)
                .anyMatch(member -> (member.isObject() ? member.path("id") : member).asText().equals(id));
    }

    private String who() {
        return subject.bot() == null ? "the user of the credentials" : "the bot " + subject.bot();
    }

    private String who(boolean beginning) {
        String who = who();
        return beginning ? Character.toUpperCase(who.charAt(0)) + who.substring(1) : who;
    }
}
