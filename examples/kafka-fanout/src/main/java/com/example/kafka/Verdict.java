package com.example.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the topic holds, compared with what the portal recorded.
 *
 * @param lost       events that are not in the topic
 * @param unknown    events in the topic that the portal never recorded
 * @param twice      how many records repeat an earlier one
 * @param disordered events that stand behind a later one of the same chat
 * @param scattered  chats that are in more than one partition
 */
record Verdict(Set<Long> lost, Set<Long> unknown, int twice, Set<Long> disordered, Set<String> scattered) {

    static Verdict of(Collection<Long> recorded, List<WrittenEvent> written) {
        Set<Long> lost = new TreeSet<>(recorded);
        Set<Long> unknown = new TreeSet<>();
        Set<Long> seen = new HashSet<>();
        Set<Long> disordered = new TreeSet<>();
        Set<String> scattered = new TreeSet<>();
        Map<String, Long> latest = new HashMap<>();
        Map<String, Integer> partitions = new HashMap<>();
        for (WrittenEvent event : written) {
            if (!lost.remove(event.id()) && !seen.contains(event.id())) {
                unknown.add(event.id());
            }
            seen.add(event.id());
            if (event.chat() == null) {
                continue;
            }
            if (latest.merge(event.chat(), event.id(), Math::max) != event.id()) {
                disordered.add(event.id());
            }
            if (partitions.merge(event.chat(), event.partition(), (a, b) -> a) != event.partition()) {
                scattered.add(event.chat());
            }
        }
        return new Verdict(lost, unknown, written.size() - seen.size(), disordered, scattered);
    }

    boolean good() {
        return lost.isEmpty() && unknown.isEmpty() && disordered.isEmpty() && scattered.isEmpty();
    }
}
