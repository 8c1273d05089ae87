package org.dorothydispatch.practice;

import java.util.function.Consumer;

/** Plays stories for tests. */
final class Paths {

    private Paths() {}

    /** The story with these choices made; scenes that one only reads are passed by themselves. */
    static Play play(Story story, String... choices) {
        var play = Play.start(story);
        for (var choice : choices) {
            play = readOn(play).choose(choice);
        }
        return readOn(play);
    }

    private static Play readOn(Play play) {
        var next = play;
        while (!next.finished() && !next.scene().decides()) {
            next = next.choose("on");
        }
        return next;
    }

    /** Every way a story can be played, to the point where it goes no further. */
    static void walk(Story story, Consumer<Play> end) {
        walk(Play.start(story), end);
    }

    private static void walk(Play play, Consumer<Play> end) {
        if (play.finished()) {
            end.accept(play);
            return;
        }
        boolean somewhere = false;
        for (var choice : play.scene().choices()) {
            var judged = play.judge(choice);
            if (!play.scene().kind().equals(Story.Kind.BOARD)
                    || judged.orElseThrow().cannot() == null) {
                somewhere = true;
                walk(play.choose(choice.code()), end);
            }
        }
        if (!somewhere) {
            throw new AssertionError("There is no way on from “%s” after %s."
                    .formatted(play.scene().title(), play.turns()));
        }
    }
}
