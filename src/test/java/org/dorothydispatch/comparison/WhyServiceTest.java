package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.flags.FoundBreak.Cause;
import org.dorothydispatch.flags.PastVisits;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.travel.StraightLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The breaks of an office in two random years: the same ones as the comparison counts, each with what it came of. */
@DatabaseTest(now = TwoYearsFixture.NOON, emptied = DatabaseTest.Emptied.BEFORE_CLASS)
class WhyServiceTest {

    private static final Period YEAR = Period.yearTo(YearMonth.of(2026, 11));

    @Autowired
    private WhyService whys;

    @Autowired
    private ComparisonService comparison;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource source;

    @BeforeEach
    void store() {
        if (database.sql("select count(*) from office").query(Integer.class).single() == 0) {
            new TwoYearsFixture(database, new Random(31)).store();
            new RegisterFixture(database).protocol("X9", "ALB", "ON_DUE_DAY", "reason", "number_value", 0);
            TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
            whys.forget();
        }
    }

    private Causes causes(String office, Period period) {
        return as("boss", () -> whys.causes(office, period)).result().join();
    }

    @Test
    void theBreaksAreThoseOfANaiveCount() {
        var past = new PastVisits(source, new StraightLine());
        for (var office : TwoYearsFixture.OFFICES) {
            var causes = causes(office, YEAR);
            var expected = new TreeSet<String>();
            var codes = database.sql("""
                            select v.code from visit v join customer c on c.code = v.customer
                            where c.office = ? and v.status = 'done' and v.planned_on between ? and ?""")
                    .params(office, YEAR.firstDay(), YEAR.lastDay())
                    .query(String.class)
                    .list();
            for (var one : past.judge(codes, TwoYearsFixture.now())) {
                for (var wish : one.bound()) {
                    var heard = database.sql("select heard_on from preference where code = ?")
                            .param(wish.code())
                            .query(LocalDate.class)
                            .single();
                    one.flags().stream()
                            .filter(flag ->
                                    flag.side() == Side.CUSTOMER && flag.code().equals(wish.code()))
                            .filter(flag -> !flag.date().isBefore(heard))
                            .forEach(flag -> expected.add(
                                    flag.visit() + " " + flag.code() + " " + (flag.outcome() == Outcome.BROKEN)));
                }
            }

            assertThat(causes.promises().stream()
                            .map(one -> one.found().visit() + " " + one.found().preference() + " "
                                    + one.found().broken()))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void togetherWithWhatWasNotHeardYetTheyAreTheBreaksOfTheComparison() {
        var lines = as("boss", () -> comparison.offices(YEAR));
        for (int i = 0; i < TwoYearsFixture.OFFICES.size(); i++) {
            var kept = lines.get(i).of(Figure.KEPT_PROMISES);
            var causes = causes(TwoYearsFixture.OFFICES.get(i), YEAR);
            long consented = database.sql(
                            "select sum(promises_consented) from tally_visit where office = ? and on_day between ? and ?")
                    .params(TwoYearsFixture.OFFICES.get(i), YEAR.firstDay(), YEAR.lastDay())
                    .query(Long.class)
                    .single();

            assertThat(causes.due()).isEqualTo(kept.sample());
            assertThat(causes.promises().size() + causes.unheard())
                    .isEqualTo(Math.round((1 - kept.value()) * kept.sample()) + consented);
            assertThat(causes.unheard()).as("some were heard later").isPositive();
        }
    }

    @Test
    void everyBreakHasOneCauseAndTheSumsAreTheWhole() {
        var causes = causes("ALB", YEAR);

        assertThat(CauseTables.CAUSES.stream()
                        .mapToInt(cause -> causes.of(cause).size())
                        .sum())
                .isEqualTo(causes.broken().size())
                .isPositive();
        assertThat(causes.byWhom().values().stream().mapToInt(List::size).sum())
                .isEqualTo(causes.of(Cause.MANUAL).size());
        assertThat(causes.avoidable()).isSubsetOf(causes.broken()).isNotEmpty();
        assertThat(causes.broken()).allSatisfy(one -> {
            assertThat(one.name()).matches("Customer \\d+");
            assertThat(one.behind().what()).isNotBlank();
        });
    }

    @Test
    void aPeriodWithoutVisitsHasNothingDue() {
        var causes = causes("ALB", new Period(YearMonth.of(2020, 1), YearMonth.of(2020, 3)));

        assertThat(causes.due()).isZero();
        assertThat(causes.promises()).isEmpty();
        assertThat(causes.against()).isEmpty();
    }

    @Test
    void whatAProtocolStoodAgainstIsPlayedForItsLastThreeMonths() {
        for (var office : TwoYearsFixture.OFFICES) {
            var causes = causes(office, YEAR);
            for (var against : causes.against()) {
                var replayed = as(
                                "boss",
                                () -> whys.replay(causes, against.protocol().code()))
                        .result()
                        .join();

                assertThat(replayed.months()).isEqualTo(new Period(YearMonth.of(2026, 9), YearMonth.of(2026, 11)));
                assertThat(replayed.stood())
                        .isEqualTo(against.stood().stream()
                                .filter(one -> !one.found().date().isBefore(LocalDate.of(2026, 9, 1)))
                                .toList());
                assertThat(replayed.kept().stream()
                                .map(ReplayedProtocol.Kept::promise)
                                .toList())
                        .isSubsetOf(replayed.stood());
                assertThat(replayed.played().visits())
                        .isEqualTo(database.sql("select count(*) from tally_visit where office = ? and visits > 0"
                                        + " and on_day between '2026-09-01' and '2026-11-30'")
                                .param(office)
                                .query(Integer.class)
                                .single());
            }
        }
        assertThat(causes("ALB", YEAR).against()).as("ALB asks for reasons").isNotEmpty();
        assertThat(causes("DEN", YEAR).against()).as("DEN only informs").isEmpty();
    }

    @Test
    void itIsRememberedUntilSomethingChanges() {
        var first = as("boss", () -> whys.causes("ALB", YEAR));
        first.result().join();
        assertThat(as("alma", () -> whys.causes("ALB", YEAR))).isSameAs(first);

        database.sql("update absence set to_on = ? where technician = 'T0'")
                .param(LocalDate.of(2026, 6, 4))
                .update();
        assertThat(as("alma", () -> whys.causes("ALB", YEAR))).isNotSameAs(first);
    }

    @Test
    void whatIsKeptComesFirstAndTheRestIsLookedAtOnceForAll() throws Exception {
        var all = causes("ALB", YEAR);
        database.sql("delete from break_judgement where office = 'ALB' and on_day >= '2026-06-01'")
                .update();
        long kept = all.promises().stream()
                .filter(one -> one.found().date().isBefore(LocalDate.of(2026, 6, 1)))
                .count();
        whys.forget();
        var goOn = new CountDownLatch(1);
        as(
                "boss",
                () -> whys.working(reading -> {
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "done";
                }));
        var reading = as("boss", () -> whys.causes("ALB", YEAR));
        var seen = new CopyOnWriteArrayList<Causes>();
        reading.watch(() -> reading.known().ifPresent(seen::add));
        goOn.countDown();

        assertThat(reading.result().join()).isEqualTo(all);
        assertThat(seen.getFirst().promises()).hasSize((int) kept).isSubsetOf(all.promises());
        assertThat(seen.getFirst().open()).isPositive();
        assertThat(seen.getFirst().promises().size()
                        + seen.getFirst().open()
                        + seen.getFirst().unheard())
                .isEqualTo(all.promises().size() + all.unheard());

        // Once looked at it is kept: what stands there is shown, and nobody asks again.
        database.sql("update break_judgement set found = '[]' where office = 'ALB'")
                .update();
        whys.forget();
        assertThat(causes("ALB", YEAR).promises()).isEmpty();
        database.sql("delete from break_judgement").update();
        whys.forget();
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsGivenUpAndBegunAnewForTheNext() throws Exception {
        // The one thread that works is kept waiting by a reading that somebody watches.
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        whys.forget();
        var busy = as(
                "boss",
                () -> whys.working(reading -> {
                    reached.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "done";
                }));
        reached.await();
        var waiting = as("boss", () -> whys.causes("DEN", YEAR));
        var leave = waiting.watch(() -> {});
        leave.run();
        var next = as("boss", () -> whys.causes("DEN", YEAR));
        goOn.countDown();

        assertThat(busy.result().join()).isEqualTo("done");
        assertThat(next).isNotSameAs(waiting);
        assertThat(next.result().join().office()).isEqualTo("DEN");
        assertThatThrownBy(() -> waiting.result().join())
                .isInstanceOfAny(CancellationException.class, CompletionException.class);
    }

    @Test
    void onlyTheManagersOfAnOfficeAsk() {
        assertThatThrownBy(() -> as("alma", () -> whys.causes("DEN", YEAR))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as("sam", () -> whys.causes("ALB", YEAR))).isInstanceOf(NotAllowed.class);
        var denver = causes("DEN", YEAR);
        assertThatThrownBy(() -> as("alma", () -> whys.replay(denver, "X2"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aProtocolThatStoodAgainstNothingIsNotPlayed() {
        var albany = causes("ALB", YEAR);
        assertThatThrownBy(() -> as("alma", () -> whys.replay(albany, "X1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
