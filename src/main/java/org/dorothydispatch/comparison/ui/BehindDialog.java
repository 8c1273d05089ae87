package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.dorothydispatch.comparison.Behind;
import org.dorothydispatch.comparison.BehindService;
import org.dorothydispatch.comparison.BehindService.Question;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.FigureTables;
import org.dorothydispatch.uikit.Exports;

/** Who is behind a figure: people by name, read as far as somebody scrolls. */
class BehindDialog extends Dialog {

    /** In one file. */
    private static final int MOST = 100_000;

    /** Of these there is a page of its own that says why. */
    private static final Set<Figure> WHY = EnumSet.of(Figure.KEPT_PROMISES, Figure.AVOIDABLE_BREAKS);

    BehindDialog(BehindService people, Question question, String of) {
        this(
                "%s · %s".formatted(question.figure().title(), of),
                question.figure().group() == Figure.Group.BESIDE,
                count -> "%s. %s: %s."
                        .formatted(
                                count == 1
                                        ? question.figure().group() == Figure.Group.BESIDE
                                                ? "One technician"
                                                : "One customer or wish"
                                        : "%,d in all, whoever it went worst for first".formatted(count),
                                question.figure().span().words(),
                                question.period().words()),
                file(question),
                new Source() {
                    @Override
                    public int count() {
                        return people.count(question);
                    }

                    @Override
                    public List<Behind> list(int offset, int limit) {
                        return people.list(question, offset, limit);
                    }
                });
        why(question).ifPresent(getFooter()::add);
    }

    /** The page that says why, where there is one. */
    static Optional<Anchor> why(Question question) {
        return WHY.contains(question.figure()) && question.kind() == Kind.OFFICE
                ? Optional.of(new Anchor(
                        WhyView.address(
                                question.offices(),
                                question.period().from(),
                                question.period().to()),
                        "Why, and what was avoidable"))
                : Optional.empty();
    }

    /** Without its ending. */
    static String file(Question question) {
        return "%s-%s-to-%s"
                .formatted(
                        question.figure().word(),
                        question.period().from(),
                        question.period().to());
    }

    /**
     * People who are known already.
     *
     * @param words what they are
     */
    BehindDialog(String title, String words, String file, List<Behind> all) {
        this(title, false, count -> words, file, new Source() {
            @Override
            public int count() {
                return all.size();
            }

            @Override
            public List<Behind> list(int offset, int limit) {
                return all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
            }
        });
    }

    /** Where the people come from, part by part. */
    private interface Source extends PeopleGrid.Source {

        int count();
    }

    private BehindDialog(String title, boolean technicians, IntFunction<String> words, String file, Source source) {
        setHeaderTitle(title);
        setWidth("min(46rem, 96vw)");
        setHeight("min(44rem, 92vh)");
        var grid = new PeopleGrid(!technicians, source);
        grid.addClassName("behind-grid");
        add(new Paragraph(words.apply(source.count())), grid);
        getFooter().add(Exports.of(() -> FigureTables.ofPeople(file, source.list(0, MOST))));
        getFooter().add(new Button("Close", click -> close()));
    }
}
