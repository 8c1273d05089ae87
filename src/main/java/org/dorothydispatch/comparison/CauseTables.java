package org.dorothydispatch.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorothydispatch.flags.FoundBreak.Cause;
import org.dorothydispatch.shared.Table;
import org.jspecify.annotations.Nullable;

/** The tables of the page that says why, to take away: the same numbers as on the screen. */
public final class CauseTables {

    /** What a break comes of, in the order of the page. What the customer agreed to is none. */
    public static final List<Cause> CAUSES = Arrays.stream(Cause.values())
            .filter(cause -> cause != Cause.CUSTOMER_ASKED)
            .toList();

    private CauseTables() {}

    public static Table causes(List<Causes> all, Period period) {
        var columns = new ArrayList<>(List.of("Office", "Promises", "Broken", "Broken, avoidable"));
        for (var cause : CAUSES) {
            columns.add(cause.words());
            columns.add(cause.words() + ", avoidable");
        }
        columns.add(Cause.CUSTOMER_ASKED.words());
        columns.add("Counted with the offices, before the wish was heard");
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var office : all) {
            var row = new ArrayList<@Nullable Object>();
            row.add(office.name());
            if (office.due() == 0) {
                while (row.size() < columns.size()) {
                    row.add(Table.DASH);
                }
            } else {
                row.add(number(office.due()));
                addBoth(row, office.broken());
                CAUSES.forEach(cause -> addBoth(row, office.of(cause)));
                row.add(number(office.of(Cause.CUSTOMER_ASKED).size()));
                row.add(number(office.unheard()));
            }
            rows.add(row);
        }
        return new Table(name("why", period), columns, rows);
    }

    private static void addBoth(List<@Nullable Object> row, List<BrokenPromise> some) {
        row.add(number(some.size()));
        row.add(number(Causes.avoidable(some).size()));
    }

    public static Table byHand(List<Causes> all, Period period) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var office : all) {
            office.byWhom()
                    .forEach((who, moved) -> rows.add(List.of(
                            who,
                            office.name(),
                            number(moved.size()),
                            number(Causes.avoidable(moved).size()))));
        }
        return new Table(name("moved-by-hand", period), List.of("Who", "Office", "Promises broken", "Avoidable"), rows);
    }

    public static Table rules(List<Causes> all, Period period) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var office : all) {
            for (var one : office.against()) {
                rows.add(List.of(
                        one.protocol().words(),
                        one.protocol().code(),
                        office.name(),
                        one.protocol().levelWords(),
                        number(one.stood().size()),
                        number(one.alone().size()),
                        number(Causes.customers(one.stood()))));
            }
        }
        return new Table(
                name("rules-against-promises", period),
                List.of(
                        "Protocol",
                        "Code",
                        "Office",
                        "When broken it",
                        "Promises it stood against",
                        "It alone",
                        "Customers"),
                rows);
    }

    public static Table played(ReplayedProtocol replayed) {
        return new Table(
                name(
                        "played-%s-%s"
                                .formatted(
                                        replayed.office(), replayed.protocol().code()),
                        replayed.months()),
                List.of("Who", "Their words", "Stood", "Would have stood", "Code"),
                replayed.kept().stream()
                        .<List<@Nullable Object>>map(one -> Arrays.asList(
                                one.promise().name(),
                                one.promise().words(),
                                one.from(),
                                one.to(),
                                one.promise().found().customer()))
                        .toList());
    }

    private static String name(String what, Period period) {
        return "%s-%s-to-%s".formatted(what, period.from(), period.to());
    }

    private static BigDecimal number(long count) {
        return BigDecimal.valueOf(count);
    }
}
