package org.dorothydispatch.comparison;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.comparison.BehindService.Question;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.flags.FoundBreak;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose promises were broken although they could have been kept, with the last one and what would have kept it. */
@Component
class AvoidableBehind {

    private final JdbcClient database;

    AvoidableBehind(JdbcClient database) {
        this.database = database;
    }

    private static String where(Question question) {
        return " where b.office in (:offices) and b.on_day between :from and :to"
                + switch (question.kind()) {
                    case OFFICE -> "";
                    case TECHNICIAN -> " and b.technician = :code";
                    case ROUTE -> " and b.route = :code";
                };
    }

    private static String from(Question question) {
        return " from break_judgement b join customer c on c.code = b.customer" + where(question)
                + " group by b.customer, c.goes_by, c.name having sum(b.avoidable) > 0";
    }

    private JdbcClient.StatementSpec ask(Question question, String sql) {
        var spec = database.sql(sql)
                .param("offices", question.offices())
                .param("from", question.period().firstDay())
                .param("to", question.period().lastDay());
        return question.kind() == ComparisonService.Kind.OFFICE ? spec : spec.param("code", question.code());
    }

    int count(Question question) {
        return ask(question, "select count(*) from (select b.customer" + from(question) + ") x")
                .query(Integer.class)
                .single();
    }

    private record Line(String name, int avoidable, int broken) {}

    List<Behind> list(Question question, int offset, int limit) {
        var lines = new LinkedHashMap<String, Line>();
        ask(
                        question,
                        "select b.customer, " + CustomerName.CALLED + " called, sum(b.avoidable) bad,"
                                + " sum(b.broken)" + from(question)
                                + " order by bad desc, called, b.customer limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(row -> {
                    lines.put(row.getString(1), new Line(row.getString(2), row.getInt(3), row.getInt(4)));
                });
        if (lines.isEmpty()) {
            return List.of();
        }
        var last = last(question, lines);
        return lines.entrySet().stream()
                .map(entry -> new Behind(
                        entry.getKey(),
                        entry.getValue().name,
                        "%d of %d broken promises could have been kept. %s"
                                .formatted(
                                        entry.getValue().avoidable,
                                        entry.getValue().broken,
                                        last.getOrDefault(entry.getKey(), ""))))
                .toList();
    }

    private Map<String, String> last(Question question, Map<String, Line> lines) {
        var last = new HashMap<String, FoundBreak>();
        RollUps.inChunks(
                lines.keySet(),
                chunk -> ask(
                                question,
                                "select b.customer, b.found from break_judgement b" + where(question)
                                        + " and b.avoidable > 0 and b.customer in (:codes)"
                                        + " order by b.on_day, b.visit")
                        .param("codes", chunk)
                        .query(row -> {
                            for (var found : JudgedBreaks.read(row.getString(2))) {
                                if (found.avoidable()) {
                                    last.put(row.getString(1), found);
                                }
                            }
                        }));
        var words = new HashMap<String, String>();
        RollUps.inChunks(
                last.values().stream().map(FoundBreak::preference).distinct().toList(),
                chunk -> database.sql("select code, words from preference where code in (:codes) and words is not null")
                        .param("codes", chunk)
                        .query(row -> {
                            words.put(row.getString(1), row.getString(2));
                        }));
        var sentences = new HashMap<String, String>();
        last.forEach((customer, found) -> sentences.put(
                customer,
                new BrokenPromise(found, lines.get(customer).name, words.get(found.preference()))
                        .behind()
                        .what()));
        return sentences;
    }
}
