package io.github.camelbitrix24.im.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the portal recorded, compared with what the runs of an application finished.
 *
 * @param recorded   all ids that the portal gave to the user's events
 * @param finished   how many events were finished, those finished again included
 * @param lost       what was recorded and never finished
 * @param duplicates per run, what an earlier run had finished already
 * @param repeated   what a run finished more than once
 * @param disordered what a run finished first after a higher id of the same chat, though it was visible before that
 */
record DeliveryReport(int recorded, int finished, Set<Long> lost, List<Set<Long>> duplicates, Set<Long> repeated,
        Set<Long> disordered) {

    /**
     * @param late ids of rows that became visible after higher ones: no order is promised for them
     */
    static DeliveryReport of(List<Long> recorded, Set<Long> late, List<List<FinishedEvent>> runs) {
        Set<Long> lost = new TreeSet<>(recorded);
        List<Set<Long>> duplicates = new ArrayList<>();
        Set<Long> repeated = new TreeSet<>();
        Set<Long> disordered = new TreeSet<>();
        Set<Long> earlier = new HashSet<>();
        for (List<FinishedEvent> run : runs) {
            Set<Long> again = new TreeSet<>();
            Set<Long> here = new HashSet<>();
            Map<Long, Long> latest = new HashMap<>();
            for (FinishedEvent event : run) {
                if (!here.add(event.id())) {
                    repeated.add(event.id());
                } else if (!late.contains(event.id()) && latest.merge(event.chatId(), event.id(), Math::max) != event.id()) {
                    disordered.add(event.id());
                }
                if (earlier.contains(event.id())) {
                    again.add(event.id());
                }
            }
            duplicates.add(again);
            earlier.addAll(here);
            lost.removeAll(here);
        }
        return new DeliveryReport(
                recorded.size(), runs.stream().mapToInt(List::size).sum(), lost, duplicates, repeated, disordered);
    }

    int duplicateCount() {
        return duplicates.stream().mapToInt(Set::size).sum();
    }

    @Override
    public String toString() {
        return recorded + " events recorded, " + lost.size() + " lost, " + duplicateCount() + " finished by more than one run ("
               + duplicates.stream().map(run -> Integer.toString(run.size())).toList() + " by run), " + repeated.size()
               + " finished twice by one run, " + disordered.size() + " out of order";
    }
}
