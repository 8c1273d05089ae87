package org.dorothydispatch.rules;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dorothydispatch.bench.Figure;
import org.dorothydispatch.travel.StraightLine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Visit checks a second on one core: the goal is a million. {@code main} runs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ChecksBenchmark {

    private static final Map<String, String> GOALS = Map.of("lights", ">= 1000000", "flags", ">= 1000000");

    private final Checks checks = new Checks(new StraightLine());
    private final Now now = Now.local(BenchmarkWorld.NOW);
    private World world;
    private VisitFacts[] ahead;
    private Map<String, Horizon> twoWeeks;
    private int next;

    @Setup
    public void world() {
        var made = new BenchmarkWorld();
        world = made.world;
        ahead = made.ahead;
        var today = BenchmarkWorld.NOW.toLocalDate();
        twoWeeks = world.technicians().stream()
                .collect(Collectors.groupingBy(
                        technician -> technician.office().code(),
                        Collectors.collectingAndThen(
                                Collectors.toList(), people -> new Horizon(today, today.plusDays(13), people))));
    }

    /** The lights where a visit stands: a board, an import. */
    @Benchmark
    public Lights lights() {
        return checks.lights(world, nextVisit(), now);
    }

    /** The lights where a visit might stand: picking one up, looking for a mend. */
    @Benchmark
    public Lights lightsElsewhere() {
        var visit = nextVisit();
        return checks.lightsAs(world, visit, ahead[(next * 31) % ahead.length].assignment(), now);
    }

    /** All flags, without their sentences, which are made when somebody reads them. */
    @Benchmark
    public List<Flag> flags() {
        return checks.check(world, nextVisit(), now);
    }

    /** All flags with their sentences, as {@code check} prints them. */
    @Benchmark
    public int flagsAndSentences() {
        int characters = 0;
        for (var flag : checks.check(world, nextVisit(), now)) {
            characters += flag.message().length();
        }
        return characters;
    }

    /** The mends of a visit, two weeks and an office wide; visits with nothing to mend among them. */
    @Benchmark
    public List<Mend> mends() {
        var visit = nextVisit();
        return new Mends(checks)
                .mends(world, visit, now, twoWeeks.get(visit.customer().office().code()));
    }

    private VisitFacts nextVisit() {
        next = next + 1 == ahead.length ? 0 : next + 1;
        return ahead[next];
    }

    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder()
                .include(ChecksBenchmark.class.getSimpleName())
                .build();
        for (var result : new Runner(options).run()) {
            var name = result.getParams().getBenchmark();
            name = name.substring(name.lastIndexOf('.') + 1);
            var perSecond = result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                    .toArray();
            new Figure("checks: " + name, "visits/s", GOALS.getOrDefault(name, "")).print(perSecond);
        }
    }
}
