package org.dorothydispatch.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who came how often and in which order, in the usual measures. With n visits, of which n_i by the i-th person: faces are
 * the people; usual provider is max n_i / n; Bice–Boxerman (Σ n_i² − n) / (n (n − 1)); sequential the share of visits
 * by the one who had come before.
 *
 * @param regular two visits or more: only then the last two mean something
 */
record Continuity(int faces, boolean regular, double usualProvider, double biceBoxerman, double sequential) {

    /** @param technicians one for each visit, in the order of the visits; not empty */
    static Continuity of(List<String> technicians) {
        Map<String, Integer> times = new HashMap<>();
        int same = 0;
        for (int i = 0; i < technicians.size(); i++) {
            times.merge(technicians.get(i), 1, Integer::sum);
            if (i > 0 && technicians.get(i).equals(technicians.get(i - 1))) {
                same++;
            }
        }
        double visits = technicians.size();
        int most = times.values().stream().mapToInt(n -> n).max().orElseThrow();
        double squares =
                times.values().stream().mapToDouble(n -> (double) n * n).sum();
        boolean regular = visits >= 2;
        return new Continuity(
                times.size(),
                regular,
                most / visits,
                regular ? (squares - visits) / (visits * (visits - 1)) : Double.NaN,
                regular ? same / (visits - 1) : Double.NaN);
    }
}
