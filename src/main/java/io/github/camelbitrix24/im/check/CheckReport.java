package io.github.camelbitrix24.im.check;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.rest.Json;

/**
 * What a check of a portal has found, in the order in which one thing depends on the other: the first row that does not
 * hold is the cause. Holds no secret. As text it is a table for people; Camel converts it to a map and to JSON as well.
 *
 * @param portal the portal's host and, where it is not the scheme's own, its port
 * @param reader who was checked: {@code user 7}, {@code bot desk_helper}
 * @param at     when, by the clock of this machine
 */
public record CheckReport(String portal, String reader, Instant at, List<CheckRow> rows) {

    public CheckReport {
        rows = List.copyOf(rows);
    }

    /** Whether there is no row that does not hold. */
    public boolean isFine() {
        return failed().isEmpty();
    }

    /** The rows that do not hold, the cause first. */
    public List<CheckRow> failed() {
        return rows.stream().filter(row -> row.verdict() == Verdict.DOES_NOT_HOLD).toList();
    }

    /**
     * The row of this name.
     *
     * @throws NoSuchElementException if there is none
     */
    public CheckRow row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("No row " + name));
    }

    /** What does not hold and what to do, on one line; {@code null} if nothing is wrong. */
    public String summary() {
        return isFine() ? null : failed().stream().map(CheckRow::sentence).collect(Collectors.joining(" "));
    }

    /** The report as plain values: {@code portal}, {@code reader}, {@code at}, {@code fine} and {@code rows}. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("portal", portal);
        map.put("reader", reader);
        map.put("at", at.toString());
        map.put("fine", isFine());
        map.put("rows", rows.stream().map(CheckRow::toMap).toList());
        return map;
    }

    /** The same as a tree. */
    public JsonNode toJsonNode() {
        return Json.MAPPER.valueToTree(toMap());
    }

    @Override
    public String toString() {
        return "Check of " + reader + " at " + portal + "\n"
               + rows.stream().map(CheckRow::toString).collect(Collectors.joining("\n")) + "\n" + conclusion();
    }

    private String conclusion() {
        return isFine()
                ? "Nothing was found that keeps events from arriving."
                : "The cause is " + failed().get(0).name() + ": mend that first, then check again.";
    }
}
