package org.dorothydispatch.comparison;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dorothydispatch.flags.FoundBreak;
import org.dorothydispatch.flags.FoundBreak.Cause;
import org.dorothydispatch.office.ProtocolRow;

/**
 * What the promises that an office did not keep in a period came of.
 *
 * @param due promises that bound a visit that was done
 * @param promises those that were not kept, what the customer agreed to among them, in the order of the days
 * @param unheard how many more the comparison counts as broken: visits before the day the wish was heard
 * @param rules the protocols in force at the office, by code
 * @param open how many more were not kept that nobody has looked at yet
 */
public record Causes(
        String office,
        String name,
        Period period,
        long due,
        List<BrokenPromise> promises,
        long unheard,
        Map<String, ProtocolRow> rules,
        long open) {

    public Causes {
        promises = List.copyOf(promises);
        rules = Map.copyOf(rules);
    }

    /** Broken, that is without the customer's consent. */
    public List<BrokenPromise> broken() {
        return promises.stream().filter(one -> one.found().broken()).toList();
    }

    /** Broken, and another assignment would have kept it. */
    public List<BrokenPromise> avoidable() {
        return avoidable(broken());
    }

    /** What came of this. */
    public List<BrokenPromise> of(Cause cause) {
        return promises.stream().filter(one -> one.found().cause() == cause).toList();
    }

    public static List<BrokenPromise> avoidable(List<BrokenPromise> some) {
        return some.stream().filter(one -> one.found().avoidable()).toList();
    }

    /** What was moved, or kept where it stood, by hand, by the name of who did it; whoever did most first. */
    public Map<String, List<BrokenPromise>> byWhom() {
        var by = of(Cause.MANUAL).stream()
                .collect(groupingBy(
                        one -> one.found().by() == null ? "" : one.found().by(), TreeMap::new, toList()));
        var sorted = new LinkedHashMap<String, List<BrokenPromise>>();
        by.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<BrokenPromise>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /**
     * A protocol that stood against promises.
     *
     * @param stood broken promises that could only have been kept against a protocol, and for which this one is among the
     *     fewest that would have had to give way
     * @param alone those of them for which it would have been enough that this one gives way
     */
    public record Against(ProtocolRow protocol, List<BrokenPromise> stood, List<BrokenPromise> alone) {

        public Against {
            stood = List.copyOf(stood);
            alone = List.copyOf(alone);
        }
    }

    /** The protocols that stood against promises, the one that did so most often first. */
    public List<Against> against() {
        var stood = new TreeMap<String, List<BrokenPromise>>();
        var alone = new TreeMap<String, List<BrokenPromise>>();
        for (var promise : broken()) {
            promise.found().against().stream()
                    .flatMap(way -> way.protocols().stream())
                    .distinct()
                    .forEach(code -> stood.computeIfAbsent(code, key -> new ArrayList<>())
                            .add(promise));
            promise.found().against().stream()
                    .filter(way -> way.protocols().size() == 1)
                    .flatMap(way -> way.protocols().stream())
                    .distinct()
                    .forEach(code -> alone.computeIfAbsent(code, key -> new ArrayList<>())
                            .add(promise));
        }
        return stood.entrySet().stream()
                .filter(entry -> rules.containsKey(entry.getKey()))
                .map(entry -> new Against(
                        rules.get(entry.getKey()), entry.getValue(), alone.getOrDefault(entry.getKey(), List.of())))
                .sorted(Comparator.<Against>comparingInt(one -> -one.stood().size())
                        .thenComparingInt(one -> -one.alone().size())
                        .thenComparing(one -> one.protocol().code()))
                .toList();
    }

    /** How many different customers these are. */
    public static long customers(List<BrokenPromise> some) {
        return some.stream()
                .map(BrokenPromise::found)
                .map(FoundBreak::customer)
                .distinct()
                .count();
    }
}
