package org.dorothydispatch.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dorothydispatch.practice.Play.Happened;
import org.dorothydispatch.practice.Play.Turn;
import org.dorothydispatch.practice.Story.Kind;
import org.dorothydispatch.rules.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What came of a story that was played to its end: each sentence of the customer is heard or missed, each visit that one
 * of their wishes was about is kept or broken, and each choice that was not taken says what the checks say of it.
 */
public record Debrief(
        Ending ending,
        String words,
        List<Heard> heard,
        List<Missed> missed,
        List<Kept> kept,
        List<Broken> broken,
        List<Otherwise> otherwise,
        int faces,
        int visits) {

    /** A sentence that was written down. */
    public record Heard(
            String scene,
            String said,
            String meaning,
            Answer answer,
            @Nullable String alternative) {}

    /**
     * A sentence that nobody wrote down.
     *
     * @param red the visits whose customer light would have been red, had it been written down as promised
     */
    public record Missed(String scene, String said, String meaning, List<LocalDate> red) {}

    /**
     * A visit that was as they wished, or to which they had agreed.
     *
     * @param wishes the sentences it was about
     */
    public record Kept(String scene, LocalDate on, String technician, List<String> wishes, boolean agreed) {}

    /**
     * A visit that was not.
     *
     * @param because the sentence of the checks
     * @param unseen the customer's light was green all the same: the checks cannot see what nobody wrote down
     */
    public record Broken(String scene, LocalDate on, String technician, String because, boolean told, boolean unseen) {}

    /** What else could have been done in a scene of the board. */
    public record Otherwise(String scene, List<Option> options) {}

    /**
     * @param chosen whether this is what was done
     * @param next what it would have been for the customer; null for what cannot be done
     */
    public record Option(
            String says,
            Judged judged,
            boolean chosen,
            @Nullable Next next) {}

    static Debrief of(Play play) {
        var ending = play.ending().orElseThrow(() -> new IllegalArgumentException("This story is still being played."));
        var story = play.story();
        var heard = new ArrayList<Heard>();
        var missed = new ArrayList<Missed>();
        var otherwise = new ArrayList<Otherwise>();
        for (int i = 0; i < play.turns().size(); i++) {
            var turn = play.turns().get(i);
            if (turn.scene().said() != null) {
                sentence(play, turn, turn.scene().said(), heard, missed);
            }
            if (turn.scene().kind() == Kind.BOARD) {
                otherwise.add(otherwise(play, i, turn));
            }
        }
        var kept = new ArrayList<Kept>();
        var broken = new ArrayList<Broken>();
        for (var visit : play.happened()) {
            var scene = play.turns().get(visit.turn()).scene().title();
            var place = visit.placed().place();
            var technician = story.nameOf(place.technician());
            var judged = visit.judged();
            if (judged.broken() != null) {
                broken.add(new Broken(scene, place.date(), technician, judged.broken(), visit.told(), judged.unseen()));
            } else if (!judged.wishes().isEmpty()) {
                kept.add(new Kept(scene, place.date(), technician, sentences(play, visit), judged.agreed()));
            }
        }
        return new Debrief(
                ending,
                Objects.requireNonNull(story.endings().get(ending)),
                List.copyOf(heard),
                List.copyOf(missed),
                List.copyOf(kept),
                List.copyOf(broken),
                List.copyOf(otherwise),
                play.faces(),
                play.visits());
    }

    private static void sentence(Play play, Turn turn, String said, List<Heard> heard, List<Missed> missed) {
        var meaning =
                play.story().wish(Objects.requireNonNull(turn.scene().wish())).meaning();
        turn.written()
                .ifPresentOrElse(
                        written -> heard.add(new Heard(
                                turn.scene().title(), said, meaning, written.answer(), written.alternative())),
                        () -> missed.add(new Missed(turn.scene().title(), said, meaning, play.redHad(turn))));
    }

    private static List<String> sentences(Play play, Happened visit) {
        return visit.judged().wishes().stream()
                .map(wish -> {
                    var said = play.words(wish);
                    return said == null ? play.story().wish(wish).meaning() : "“" + said + "”";
                })
                .toList();
    }

    private static Otherwise otherwise(Play play, int number, Turn turn) {
        var options = turn.scene().choices().stream()
                .map(choice -> {
                    var judged = play.judgeInstead(number, choice);
                    return new Option(
                            choice.says(),
                            judged,
                            choice.equals(turn.choice()),
                            judged.cannot() == null ? Play.next(choice, judged) : null);
                })
                .toList();
        return new Otherwise(turn.scene().title(), options);
    }
}
