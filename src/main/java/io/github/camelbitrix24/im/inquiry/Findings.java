package io.github.camelbitrix24.im.inquiry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.check.CheckRow;
import io.github.camelbitrix24.im.check.Verdict;

/** What was found so far. Of each topic the first word counts. */
final class Findings {

    private final Map<Topic, CheckRow> rows = new EnumMap<>(Topic.class);

    void holds(Topic topic, String finding) {
        put(topic, Verdict.HOLDS, finding, null);
    }

    /** It is so, and somebody may want to do something about it. */
    void holds(Topic topic, String finding, String advice) {
        put(topic, Verdict.HOLDS, finding, advice);
    }

    void fails(Topic topic, String finding, String advice) {
        put(topic, Verdict.DOES_NOT_HOLD, finding, advice);
    }

    void unknown(Topic topic, String finding, String advice) {
        put(topic, Verdict.NOT_KNOWN, finding, advice);
    }

    /** The same as others have found. */
    void add(Topic topic, CheckRow row) {
        rows.putIfAbsent(topic, row);
    }

    CheckRow row(Topic topic) {
        return rows.get(topic);
    }

    boolean has(Topic topic) {
        return rows.containsKey(topic);
    }

    boolean isFailed(Topic topic) {
        return has(topic) && rows.get(topic).verdict() == Verdict.DOES_NOT_HOLD;
    }

    /**
     * What nobody could ask about rests on what does not hold.
     *
     * @param otherwise why it is not known if nothing was found that does not hold
     */
    List<CheckRow> complete(String otherwise, Topic... wanted) {
        String cause = rows.values().stream().filter(row -> row.verdict() == Verdict.DOES_NOT_HOLD).findFirst()
                .map(row -> "Not known as long as " + row.name() + " does not hold.")
                .orElse("Not known: " + otherwise);
        for (Topic topic : wanted) {
            unknown(topic, cause, null);
        }
        return List.copyOf(rows.values());
    }

    private void put(Topic topic, Verdict verdict, String finding, String advice) {
        rows.putIfAbsent(topic, new CheckRow(topic.rowName(), verdict, finding, advice));
    }
}
