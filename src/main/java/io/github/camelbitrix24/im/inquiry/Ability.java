package io.github.camelbitrix24.im.inquiry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.FailureKind;

import static io.github.camelbitrix24.im.inquiry.Topic.BOT;
import static io.github.camelbitrix24.im.inquiry.Topic.METHODS;
import static io.github.camelbitrix24.im.inquiry.Topic.REVISION;
import static io.github.camelbitrix24.im.inquiry.Topic.SCOPES;

/** Whether the portal, and what the credentials may do there, are enough for what the routes do. */
final class Ability {

    private static final int MOST_IN_A_BATCH = 50;
    private static final int OLDEST_REVISION = 33;

    private final Subject subject;
    private final Findings findings;
    private final Questions questions;

    Ability(Subject subject, Findings findings, Questions questions) {
        this.subject = subject;
        this.findings = findings;
        this.questions = questions;
    }

    /** @param head what reading the queue has come to */
    void judge(Reply scope, Reply head) throws OutOfTimeException {
        Set<String> granted = new TreeSet<>();
        scope.result().forEach(name -> granted.add(name.asText()));
        Map<String, Set<String>> missing = missing(granted, scope.isGiven() && scope.result().isArray());
        if (head.isRefusedWith("insufficient_scope")) {
            missing.computeIfAbsent(subject.scope(), name -> new LinkedHashSet<>()).add("events");
        }
        if (!missing.isEmpty()) {
            findings.fails(SCOPES, "The webhook or application lacks " + missing.entrySet().stream()
                    .map(entry -> entry.getKey() + ", for " + String.join(", ", entry.getValue()))
                    .collect(Collectors.joining("; ")) + ". It has " + shown(granted) + '.',
                    "Give it " + quoted(missing.keySet()) + ": edit the webhook in the portal, or the application and authorise"
                                                                                             + " it anew.");
        } else if (scope.isGiven() && scope.result().isArray()) {
            findings.holds(SCOPES, "The webhook or application has " + shown(granted) + '.');
        } else if (head.isGiven()) {
            findings.holds(SCOPES, "Events can be read.");
        }
        judgeMethods(head, !missing.containsKey(subject.scope()));
        judgeRevision(head, granted.contains("imbot"));
    }

    private Map<String, Set<String>> missing(Set<String> granted, boolean told) {
        Map<String, Set<String>> missing = new TreeMap<>();
        if (told) {
            if (!granted.contains(subject.scope())) {
                missing.computeIfAbsent(subject.scope(), name -> new LinkedHashSet<>()).add("events");
            }
            subject.needs().stream().filter(need -> need.isMissing(granted))
                    .forEach(
                            need -> missing.computeIfAbsent(need.scope(), name -> new LinkedHashSet<>()).add(need.operation()));
        }
        return missing;
    }

    private static String shown(Collection<String> scopes) {
        return scopes.isEmpty() ? "none that the portal names" : String.join(", ", scopes);
    }

    private static String quoted(Collection<String> scopes) {
        return scopes.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" and ", "the scope ", ""));
    }

    private void judgeMethods(Reply head, boolean scoped) throws OutOfTimeException {
        if (head.isWithoutMethod() && scoped) {
            findings.fails(METHODS, subject.bot() == null
                    ? "The portal does not know im.v2.Event.get: it is too old."
                    : "The portal does not know imbot.v2.Event.get: it is too old.",
                    "Update the portal: " + (subject.bot() == null
                            ? "events of users need release 26.250 of the module im."
                            : "bots need release 26.200 of the module imbot."));
            return;
        }
        if (isFailing(head)) {
            findings.fails(METHODS, "Reading events fails: " + head.refusal().getMessage() + '.', head.refusal().advice());
            return;
        }
        List<String> lacking = lacking();
        if (!lacking.isEmpty()) {
            findings.fails(METHODS, "The portal does not know what is needed for " + String.join("; ", lacking) + '.',
                    "Update the portal, check how methods are spelled, and that the portal has the modules they belong to.");
        } else if (head.isGiven()) {
            findings.holds(METHODS, "The portal has the methods that are needed, as far as it tells.");
        }
    }

    /** Whether events cannot be read for a reason of which no other row tells. */
    private boolean isFailing(Reply head) {
        return !head.isGiven() && !head.isWithoutMethod() && !head.isRefusedWith("insufficient_scope")
                && !head.isOf(FailureKind.THROTTLED) && !head.isOf(FailureKind.BLOCKED) && !findings.has(BOT);
    }

    /** The operations that nothing at the portal serves. One request asks for all methods. */
    private List<String> lacking() throws OutOfTimeException {
        List<String> methods = subject.needs().stream().flatMap(need -> need.methods().stream()).distinct()
                .limit(MOST_IN_A_BATCH).toList();
        if (methods.isEmpty()) {
            return List.of();
        }
        ObjectNode params = Questions.none();
        ObjectNode commands = params.put("halt", 0).putObject("cmd");
        for (int i = 0; i < methods.size(); i++) {
            commands.put("m" + i, "method.get?name=" + methods.get(i));
        }
        JsonNode results = questions.ask("batch", params).result().path("result");
        Set<String> absent = new LinkedHashSet<>();
        for (int i = 0; i < methods.size(); i++) {
            JsonNode exists = results.path("m" + i).path("isExisting");
            if (exists.isBoolean() && !exists.asBoolean()) {
                absent.add(methods.get(i));
            }
        }
        List<String> lacking = new ArrayList<>();
        for (Subject.Need need : subject.needs()) {
            if (!need.methods().isEmpty() && absent.containsAll(need.methods())) {
                lacking.add(need.operation() + " (" + String.join(", ", need.methods()) + ")");
            }
        }
        return lacking;
    }

    private void judgeRevision(Reply head, boolean mayAsk) throws OutOfTimeException {
        if (findings.isFailed(METHODS) && head.isWithoutMethod()) {
            findings.fails(REVISION, "The portal is older than REST revision 33.", "Update the portal.");
            return;
        }
        Reply revision = mayAsk ? questions.ask("imbot.v2.Revision.get") : null;
        int number = revision == null ? 0 : revision.result().path("rest").asInt(0);
        if (number >= OLDEST_REVISION) {
            findings.holds(REVISION, "The portal's REST revision is " + number + (number < 35
                    ? ": its events do not bring the message that is replied to, and replying to a bot does not address it."
                    : "."));
        } else if (number > 0) {
            findings.fails(REVISION, "The portal's REST revision is " + number + ", and 33 is needed.", "Update the portal.");
        } else if (head.isGiven() && subject.bot() == null) {
            findings.holds(REVISION,
                    "The portal has events of users, so its REST revision is 33 or newer; which one, it tells only to"
                                     + " who has the scope imbot.");
        }
    }
}
