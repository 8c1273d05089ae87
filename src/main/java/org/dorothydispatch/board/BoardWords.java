package org.dorothydispatch.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a search on the board looks through beyond the cards: of each customer on it the full name, the streets, and what
 * they have said. Asked for once, when somebody searches, because a board without a search does not need it.
 */
@Service
class BoardWords {

    private static final int PORTION = 2_000;
    /** So much of a wish is enough to find it by. */
    private static final int MOST_LETTERS = 300;

    private final JdbcClient jdbc;

    BoardWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param customers of each its code, then whatever it can be found by */
    record Words(List<List<String>> customers) {}

    Words of(Collection<String> offices, LocalDate from, LocalDate to) {
        var words = new LinkedHashMap<String, List<String>>();
        var codes = customers(offices, from, to);
        for (int i = 0; i < codes.size(); i += PORTION) {
            var portion = codes.subList(i, Math.min(i + PORTION, codes.size()));
            gather(words, "select code, name from customer where code in (:customers)", portion);
            gather(
                    words,
                    "select customer, address from site where customer in (:customers) and address is not null order by code",
                    portion);
            gather(
                    words,
                    "select customer, words from preference where customer in (:customers) and words is not null order by code",
                    portion);
            gather(
                    words,
                    "select code, remember from customer where code in (:customers) and remember is not null",
                    portion);
        }
        return new Words(List.copyOf(words.values()));
    }

    /** The same visits as {@link BoardRows#cards}. */
    private List<String> customers(Collection<String> offices, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select v.customer from visit v
                        where v.board_office in (:offices) and v.planned_on between :from and :to
                          and v.status not in ('cancelled', 'unassigned')
                        union
                        select v.customer from visit v
                        where v.board_office in (:offices) and v.status = 'unassigned' and v.due_on <= :to
                        union
                        select v.customer from visit v
                        where v.board_office in (:offices) and v.status in ('planned', 'confirmed')
                          and v.planned_on is null and v.due_on <= :to
                        """)
                .param("offices", offices)
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list();
    }

    private void gather(Map<String, List<String>> words, String sql, List<String> customers) {
        jdbc.sql(sql).param("customers", customers).query(row -> {
            var text = row.getString(2);
            if (!text.isBlank()) {
                words.computeIfAbsent(row.getString(1), code -> new ArrayList<>(List.of(code)))
                        .add(text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS));
            }
        });
    }
}
