package com.example.failover;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the workers have finished, compared with what the portal recorded.
 *
 * @param lost            events that no worker finished
 * @param twiceAfterKills how many events were finished more than once that were unacknowledged at a kill
 * @param twiceWhenFrozen of the others, how many that stood in the queue while two workers read
 * @param unexplained     events that were finished more than once and were neither
 */
record Verdict(Set<Long> lost, long twiceAfterKills, long twiceWhenFrozen, Set<Long> unexplained) {

    static Verdict of(Collection<Long> recorded, List<List<Long>> finishedByWorker, Set<Long> atKills, Set<Long> whenFrozen) {
        Map<Long, Integer> times = new HashMap<>();
        finishedByWorker.forEach(ids -> ids.forEach(id -> times.merge(id, 1, Integer::sum)));
        Set<Long> lost = new TreeSet<>(recorded);
        lost.removeAll(times.keySet());
        Set<Long> twice = new TreeSet<>(times.keySet());
        twice.removeIf(id -> times.get(id) == 1);
        Set<Long> unexplained = new TreeSet<>(twice);
        unexplained.removeAll(atKills);
        unexplained.removeAll(whenFrozen);
        Set<Long> explainedByKills = new HashSet<>(twice);
        explainedByKills.retainAll(atKills);
        return new Verdict(
                lost, explainedByKills.size(), twice.size() - explainedByKills.size() - unexplained.size(), unexplained);
    }

    boolean good() {
        return lost.isEmpty() && unexplained.isEmpty();
    }
}
