package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dorothydispatch.flags.FlagRow;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.flags.Proposal;
import org.dorothydispatch.flags.ProposalOutcome;
import org.dorothydispatch.flags.ProposedMove;
import org.dorothydispatch.flags.Review;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.schedule.AgreedRoute;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Everything a draft would change, line by line, and beside it what is missing before it can be saved. Saves all or
 * nothing. When something keeps it from being saved it says what, shows the moves as they are by then, and keeps what was
 * typed.
 */
@StyleSheet("styles/proposal.css")
class ProposalDialog extends Dialog {

    private static final int NAMED = 4;

    /**
     * What is to be saved.
     *
     * @param opId the number the board knows it by; blank when it has none
     * @param agreed the route an agreement goes on from now on; blank when every agreement stays as it is
     */
    record Draft(
            Proposal.Kind kind,
            String opId,
            List<DraftMove> moves,
            @Nullable AgreedRoute agreed) {}

    /** How it ends, told once. */
    interface End {

        void saved(String opId, ProposalOutcome outcome);

        /** Closed without saving. */
        void givenUp(List<String> leftOut);

        /** What closing without saving is called. */
        default String back() {
            return "Cancel";
        }
    }

    private final BoardDesk desk;
    private final Draft draft;
    private final End end;
    private final List<DraftMove> moves;
    private final List<String> leftOut = new ArrayList<>();
    private final Paragraph news = new Paragraph();
    private final Div verdict = new Div();
    private final Div lines = new Div();
    private final ProposalAnswers answers;
    private final Button leaveOutAll = new Button("Leave out what cannot be saved", click -> leaveOutImpossible());
    private final Button save = new Button("Save", click -> send());
    private List<Review.Line> shown = List.of();
    private boolean done;

    /** @throws IllegalArgumentException with a sentence when there is nothing or too much to look at */
    ProposalDialog(BoardDesk desk, Draft draft, LocalDate today, End end) {
        this.desk = desk;
        this.draft = draft;
        this.end = end;
        this.answers = new ProposalAnswers(desk.userName(), today);
        this.moves = new ArrayList<>(draft.moves());
        addClassName("proposal-dialog");
        setWidth("min(54rem, 96vw)");
        setMaxHeight("92vh");
        setCloseOnOutsideClick(false);
        news.addClassName("dialog-news");
        news.getElement().setAttribute("role", "status");
        verdict.addClassName("proposal-verdict");
        verdict.getElement().setAttribute("role", "status");
        lines.addClassName("proposal-lines");
        add(news, verdict, lines, answers);
        save.addThemeName("primary");
        leaveOutAll.addThemeName("tertiary");
        var back = new Button(end.back(), click -> close());
        back.addThemeName("tertiary");
        getFooter().add(leaveOutAll, back, save);
        addOpenedChangeListener(change -> {
            if (!change.isOpened() && !done) {
                done = true;
                end.givenUp(List.copyOf(leftOut));
            }
        });
        say(null);
        show();
    }

    /** Looks again at what is left of the draft. */
    private void show() {
        var review = desk.review(proposed(), draft.agreed());
        shown = review.lines();
        setHeaderTitle(title());
        lines.removeAll();
        var list = new UnorderedList();
        shown.stream()
                .sorted(Comparator.comparing(ProposalDialog::urgency))
                .forEach(line -> list.add(new ProposalLine(line, this::leaveOut)));
        lines.add(list);
        if (!review.neighbours().isEmpty()) {
            var others = new UnorderedList();
            review.neighbours().forEach(neighbour -> others.add(new ProposalLine(neighbour)));
            lines.add(new H3("Not moved, but changed by it"), others);
        }
        if (review.elsewhere() > 0) {
            lines.add(new Paragraph("On boards of other offices %s."
                    .formatted(
                            review.elsewhere() == 1
                                    ? "one more visit changes its lights"
                                    : "%d more visits change their lights".formatted(review.elsewhere()))));
        }
        if (draft.agreed() != null) {
            lines.add(new Paragraph("What was agreed changes with it: %s from now on."
                    .formatted(desk.routeName(draft.agreed().route()))));
        }
        verdict.setText(verdict(review));
        answers.ask(
                shown.stream().filter(line -> line.outcome() == Status.NEEDS).toList());
        leaveOutAll.setVisible(shown.stream().anyMatch(ProposalDialog::impossible));
        save.setText(moves.size() == 1 ? "Save" : "Save %d changes".formatted(moves.size()));
    }

    private String title() {
        var changes = moves.size() == 1 ? "1 change" : "%d changes".formatted(moves.size());
        return switch (draft.kind()) {
            case MOVE -> changes + " to save";
            case UNDO -> "Undo " + changes;
            case REDO -> "Do %s again".formatted(changes);
        };
    }

    /** The one thing to read: whose promise would be broken, and what cannot be saved. */
    private static String verdict(Review review) {
        var broken = Stream.concat(
                        review.lines().stream()
                                .filter(line -> !impossible(line) && promise(line.breaks()))
                                .map(Review.Line::name),
                        review.neighbours().stream()
                                .filter(neighbour -> promise(neighbour.breaks()))
                                .map(Review.Neighbour::name))
                .distinct()
                .toList();
        var impossible =
                review.lines().stream().filter(ProposalDialog::impossible).count();
        var promises = broken.isEmpty()
                ? "No promise would be broken."
                : "This would break a promise to %s.".formatted(names(broken));
        return impossible == 0
                ? promises
                : promises
                        + (impossible == 1
                                ? " One change cannot be saved."
                                : " %d changes cannot be saved.".formatted(impossible));
    }

    private static String names(List<String> names) {
        if (names.size() > NAMED) {
            return String.join(", ", names.subList(0, NAMED)) + " and %d more".formatted(names.size() - NAMED);
        }
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static boolean promise(List<FlagRow> breaks) {
        return breaks.stream().anyMatch(flag -> flag.level() == Level.PROMISED);
    }

    private static boolean impossible(Review.Line line) {
        return line.outcome() == Status.STALE || line.outcome() == Status.REFUSED;
    }

    /** What cannot be saved stands first, then what wants an answer. */
    private static int urgency(Review.Line line) {
        return switch (line.outcome()) {
            case STALE, REFUSED -> 0;
            case NEEDS -> 1;
            case ACCEPTED -> line.breaks().isEmpty() ? 3 : 2;
        };
    }

    private void say(@Nullable String sentence) {
        news.setText(sentence == null ? "" : sentence);
        news.setVisible(sentence != null);
    }

    private void leaveOut(String visit) {
        leaveOut(List.of(visit));
    }

    private void leaveOutImpossible() {
        leaveOut(shown.stream()
                .filter(ProposalDialog::impossible)
                .map(Review.Line::visit)
                .toList());
    }

    private void leaveOut(List<String> visits) {
        moves.removeIf(move -> visits.contains(move.visit()));
        leftOut.addAll(visits);
        say(null);
        if (moves.isEmpty()) {
            close();
        } else {
            show();
        }
    }

    private void send() {
        if (shown.stream().anyMatch(ProposalDialog::impossible)) {
            say("All is saved or nothing. Leave out what cannot be saved, then save.");
            return;
        }
        if (!answers.complete()) {
            say("Something is missing below.");
            return;
        }
        var opId = UUID.randomUUID().toString();
        var outcome = desk.save(
                draft.kind(),
                opId,
                moves.stream()
                        .map(move -> move.proposed(answers.consents(move.visit()), answers.reasons(move.visit())))
                        .toList(),
                draft.agreed());
        if (outcome.accepted()) {
            done = true;
            close();
            Notices.done(outcome.sentence());
            end.saved(draft.opId().isEmpty() ? opId : draft.opId(), outcome);
            return;
        }
        show();
        say(outcome.status() == Status.NEEDS ? "Meanwhile something else needs an answer too." : outcome.sentence());
    }

    private List<ProposedMove> proposed() {
        return moves.stream().map(DraftMove::proposed).toList();
    }
}
