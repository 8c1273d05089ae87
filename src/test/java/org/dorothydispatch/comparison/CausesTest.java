package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dorothydispatch.flags.FoundBreak;
import org.dorothydispatch.flags.FoundBreak.Against;
import org.dorothydispatch.flags.FoundBreak.Cause;
import org.dorothydispatch.office.ProtocolRow;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.shared.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is summed up of an office's broken promises, and how it is written down. */
class CausesTest {

    private static final Period QUARTER = new Period(YearMonth.of(2026, 9), YearMonth.of(2026, 11));

    @Test
    void whoBrokeMostByHandComesFirst() {
        var causes = causes(
                broken("DOROTHY", Cause.MANUAL, "Dan", "Ana was free."),
                broken("ROSA", Cause.MANUAL, "Mia", "Ana was free."),
                broken("ROSA", Cause.MANUAL, "Mia", null),
                broken("ROSA", Cause.PLANNER, "Mia", null));

        assertThat(causes.byWhom()).containsOnlyKeys("Mia", "Dan");
        assertThat(causes.byWhom().keySet()).containsExactly("Mia", "Dan");
        assertThat(causes.byWhom().get("Mia")).hasSize(2);
        assertThat(causes.of(Cause.PLANNER)).hasSize(1);
    }

    @Test
    void whatTheCustomerAgreedToIsNotBroken() {
        var causes =
                causes(broken("DOROTHY", Cause.CUSTOMER_ASKED, null, null), broken("ROSA", Cause.UNKNOWN, null, "x"));

        assertThat(causes.broken()).hasSize(1);
        assertThat(causes.avoidable()).hasSize(1);
        assertThat(causes.of(Cause.CUSTOMER_ASKED)).hasSize(1);
    }

    @Test
    void theProtocolThatStoodAgainstMostComesFirstAndKnowsWhereItStoodAlone() {
        var causes = causes(
                against("DOROTHY", Set.of("DAY")),
                against("ROSA", Set.of("DAY"), Set.of("HOURS")),
                against("ROSA", Set.of("HOURS", "ROTATE")),
                against("BAKER", Set.of("DAY", "ROTATE"), Set.of("DAY", "HOURS")));

        assertThat(causes.against().stream().map(one -> one.protocol().code()))
                .as("as often as the other, and more often alone")
                .containsExactly("DAY", "HOURS", "ROTATE");
        assertThat(causes.against().stream().map(one -> one.stood().size())).containsExactly(3, 3, 2);
        assertThat(causes.against().stream().map(one -> one.alone().size())).containsExactly(2, 1, 0);
        assertThat(Causes.customers(causes.against().get(1).stood())).isEqualTo(2);
    }

    @Test
    void aPersonBehindANumberIsThereWithTheirWordsAndWhatWouldHaveKeptIt() {
        assertThat(broken("DOROTHY", Cause.MANUAL, "Dan", "Ana was free on Tue 6 Oct at 9:00.")
                        .behind())
                .isEqualTo(new Behind(
                        "DOROTHY",
                        "Dorothy",
                        "“Will it be you?” 5 October 2026: Dorothy was promised Ana. Dan moved it."
                                + " Ana was free on Tue 6 Oct at 9:00."));
        assertThat(broken("DOROTHY", Cause.MANUAL, "Dan", null).behind().what())
                .endsWith("Nothing would have kept it.");
    }

    @Test
    void wordsThatTheSentenceQuotesAreNotSaidTwice() {
        var said = broken("DOROTHY", Cause.MANUAL, "Dan", null);
        var quoted = new BrokenPromise(said.found(), "Dorothy", "promised Ana");

        assertThat(quoted.behind().what()).startsWith("5 October 2026: ");
    }

    @Test
    void theTableHasTheNumbersOfTheScreenAndDashesForAnOfficeWithoutPromises() {
        var albany = causes(
                broken("DOROTHY", Cause.ABSENCE, null, "Ana was free."), broken("ROSA", Cause.ABSENCE, null, null));
        var empty = new Causes("BUF", "Buffalo", QUARTER, 0, List.of(), 0, Map.of(), 0);

        var table = CauseTables.causes(List.of(albany, empty), QUARTER);

        var row = new TreeMap<String, String>();
        for (int i = 0; i < table.columns().size(); i++) {
            row.put(
                    table.columns().get(i),
                    String.valueOf(table.rows().getFirst().get(i)));
        }
        assertThat(row)
                .containsEntry("Office", "Albany")
                .containsEntry("Promises", "40")
                .containsEntry("Broken", "2")
                .containsEntry("Broken, avoidable", "1")
                .containsEntry("An absence", "2")
                .containsEntry("An absence, avoidable", "1")
                .containsEntry("The planner", "0");
        assertThat(table.rows().get(1).stream().skip(1))
                .hasSameSizeAs(table.columns().subList(1, table.columns().size()))
                .allMatch(Table.DASH::equals);
    }

    @Test
    void aLongPeriodIsPlayedForItsLastThreeMonthsAndAShortOneWhole() {
        assertThat(WhyService.lastMonths(Period.yearTo(YearMonth.of(2026, 11)))).isEqualTo(QUARTER);
        assertThat(WhyService.lastMonths(new Period(YearMonth.of(2026, 10), YearMonth.of(2026, 11))))
                .isEqualTo(new Period(YearMonth.of(2026, 10), YearMonth.of(2026, 11)));
    }

    private static Causes causes(BrokenPromise... promises) {
        var rules = new TreeMap<String, ProtocolRow>();
        for (var code : List.of("DAY", "HOURS", "ROTATE")) {
            rules.put(code, new ProtocolRow(code, null, "ON_DUE_DAY", 0, null, null, "reason", 0));
        }
        return new Causes("ALB", "Albany", QUARTER, 40, List.of(promises), 0, rules, 0);
    }

    @SafeVarargs
    private static BrokenPromise against(String customer, Set<String>... ways) {
        return promise(
                customer,
                Cause.UNKNOWN,
                null,
                "Ana was free.",
                List.of(ways).stream()
                        .map(one -> new Against(one, "Ana was free."))
                        .toList());
    }

    private static BrokenPromise broken(String customer, Cause cause, @Nullable String by, @Nullable String instead) {
        return promise(customer, cause, by, instead, List.of());
    }

    private static BrokenPromise promise(
            String customer, Cause cause, @Nullable String by, @Nullable String instead, List<Against> against) {
        return new BrokenPromise(
                new FoundBreak(
                        "V",
                        customer,
                        LocalDate.of(2026, 10, 5),
                        "Ben Okafor",
                        "P1",
                        "PERSON",
                        Level.PROMISED,
                        "Dorothy was promised Ana.",
                        cause,
                        "Dan moved it.",
                        by,
                        instead,
                        against),
                "Dorothy",
                "Will it be you?");
    }
}
