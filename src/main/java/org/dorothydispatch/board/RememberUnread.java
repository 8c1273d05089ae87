package org.dorothydispatch.board;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dorothydispatch.preference.Remember;
import org.dorothydispatch.preference.WishBook;
import org.dorothydispatch.schedule.VisitProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which visits somebody drives to today, or began on an earlier day and never closed, without having read what to remember
 * about the customer. Today is the day of the office whose board shows the visit. Other words, or another technician, and
 * nothing has been read.
 */
@Component
class RememberUnread {

    private static final int PORTION = 1_000;

    private final WishBook book;
    private final VisitProgress progress;
    private final JdbcClient jdbc;
    private final Clock clock;

    RememberUnread(WishBook book, VisitProgress progress, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.progress = progress;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The codes of those among these cards; the cards have their marks already. */
    Set<String> of(Collection<Card> cards) {
        var marked = cards.stream().filter(RememberUnread::mayBe).toList();
        if (marked.isEmpty()) {
            return Set.of();
        }
        var today = today(marked.stream().map(Card::office).distinct().toList());
        var due = marked.stream()
                .filter(card -> !date(card).isAfter(today.get(card.office())))
                .toList();
        if (due.isEmpty()) {
            return Set.of();
        }
        var rows = progress.read(due.stream().map(Card::code).toList()).stream()
                .collect(toMap(row -> new Who(row.visit(), row.technician()), row -> row));
        var asked = due.stream()
                .filter(card -> date(card).equals(today.get(card.office())) || begun(rows.get(who(card))))
                .toList();
        var customers = asked.stream().map(Card::customer).distinct().toList();
        var files = files(customers);
        var wishes = book.of(customers);
        var unread = new HashSet<String>();
        for (var card : asked) {
            var words = Remember.of(
                    files.get(card.customer()), wishes.getOrDefault(card.customer(), List.of()), date(card));
            var row = rows.get(who(card));
            if (!words.isEmpty() && (row == null || !words.mark().equals(row.rememberMark()))) {
                unread.add(card.code());
            }
        }
        return unread;
    }

    private record Who(String visit, @Nullable String technician) {}

    private static Who who(Card card) {
        return new Who(card.code(), card.technician());
    }

    private static boolean mayBe(Card card) {
        return card.marks().contains(Marks.REMEMBER)
                && card.technician() != null
                && card.date() != null
                && (card.status().equals("planned") || card.status().equals("confirmed"));
    }

    private static boolean begun(VisitProgress.@Nullable Row row) {
        return row != null && row.checkedInAt() != null;
    }

    private static LocalDate date(Card card) {
        return Objects.requireNonNull(card.date());
    }

    private Map<String, LocalDate> today(Collection<String> offices) {
        var today = new HashMap<String, LocalDate>();
        jdbc.sql("select code, time_zone from office where code in (:offices)")
                .param("offices", offices)
                .query(row -> {
                    today.put(row.getString(1), LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString(2))));
                });
        return today;
    }

    private Map<String, String> files(List<String> customers) {
        var files = new HashMap<String, String>();
        for (int from = 0; from < customers.size(); from += PORTION) {
            jdbc.sql("select code, remember from customer where code in (:customers) and remember is not null")
                    .param("customers", customers.subList(from, Math.min(from + PORTION, customers.size())))
                    .query(row -> {
                        files.put(row.getString(1), row.getString(2));
                    });
        }
        return files;
    }
}
