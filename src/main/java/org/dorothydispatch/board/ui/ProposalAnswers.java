package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.flags.ConsentGiven;
import org.dorothydispatch.flags.FlagRow;
import org.dorothydispatch.flags.ReasonGiven;
import org.dorothydispatch.flags.Review;
import org.dorothydispatch.rules.Side;

/**
 * Asks for the consents and reasons a draft is missing. Flags of one kind share an answer until somebody wants to answer
 * each by itself; what was typed stays while its question stays.
 */
final class ProposalAnswers extends Div {

    private final String asker;
    private final LocalDate today;
    private final Map<String, AnswerPart> parts = new LinkedHashMap<>();
    /** Which part answers a flag of a visit. */
    private final Map<String, AnswerPart> partOf = new HashMap<>();

    private final Set<String> oneByOne = new HashSet<>();
    private List<Review.Line> lines = List.of();

    ProposalAnswers(String asker, LocalDate today) {
        this.asker = asker;
        this.today = today;
        addClassName("proposal-answers");
    }

    /** @param lines the moves that need an answer */
    void ask(List<Review.Line> lines) {
        this.lines = lines;
        var groups = new LinkedHashMap<String, List<Question>>();
        for (var line : lines) {
            for (var flag : line.flags()) {
                var kind = kind(flag);
                groups.computeIfAbsent(
                                oneByOne.contains(kind) ? kind + " " + key(line.visit(), flag.code()) : kind,
                                group -> new ArrayList<>())
                        .add(new Question(line, flag));
            }
        }
        var before = Map.copyOf(parts);
        parts.clear();
        partOf.clear();
        removeAll();
        if (!groups.isEmpty()) {
            add(new H3("Before this can be saved"));
        }
        groups.forEach((group, questions) -> {
            // Its visits are part of what a part asks about: without one of them it is another question.
            var name = group + questions.stream().map(Question::key).toList();
            var part = before.getOrDefault(name, part(questions));
            parts.put(name, part);
            questions.forEach(question -> partOf.put(question.key(), part));
            add(part);
            if (questions.size() > 1) {
                add(split(kind(questions.getFirst().flag)));
            }
        });
    }

    private AnswerPart part(List<Question> questions) {
        return new AnswerPart(
                questions.stream()
                        .map(question -> new AnswerPart.Asked(question.line.name(), question.flag))
                        .toList(),
                asker,
                today);
    }

    private Button split(String kind) {
        var split = new Button("Answer each by itself", click -> {
            oneByOne.add(kind);
            ask(lines);
        });
        split.addThemeNames("tertiary", "small");
        split.addClassName("answer-split");
        return split;
    }

    /** Marks what is missing. */
    boolean complete() {
        return parts.values().stream().map(AnswerPart::complete).reduce(true, Boolean::logicalAnd);
    }

    List<ConsentGiven> consents(String visit) {
        var consents = new ArrayList<ConsentGiven>();
        answer(visit, consents, new ArrayList<>());
        return consents;
    }

    List<ReasonGiven> reasons(String visit) {
        var reasons = new ArrayList<ReasonGiven>();
        answer(visit, new ArrayList<>(), reasons);
        return reasons;
    }

    private void answer(String visit, List<ConsentGiven> consents, List<ReasonGiven> reasons) {
        lines.stream()
                .filter(line -> line.visit().equals(visit))
                .flatMap(line -> line.flags().stream())
                .forEach(flag -> partOf.get(key(visit, flag.code())).addTo(flag.code(), consents, reasons));
    }

    /** Wishes are alike by what they are about and what was answered; of protocols each is one of ours. */
    private static String kind(FlagRow flag) {
        return flag.side() == Side.CUSTOMER ? flag.kind() + " " + flag.level().word() : flag.code();
    }

    private static String key(String visit, String code) {
        return visit + " " + code;
    }

    private record Question(Review.Line line, FlagRow flag) {

        String key() {
            return ProposalAnswers.key(line.visit(), flag.code());
        }
    }
}
