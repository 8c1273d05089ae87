package org.dorothydispatch.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dorothydispatch.practice.RunStore.Run;
import org.dorothydispatch.practice.RunStore.Step;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stories, and the runs of whoever is signed in. Everybody may practise; everybody sees their own runs and nobody else's.
 * A run is kept scene by scene, so that it goes on where it was left. A story happens nowhere but here.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class PracticeService {

    private final StoryBook book;
    private final RunStore runs;
    private final AgreedPractice agreedPractice;
    private final CurrentUser current;
    private final Clock clock;

    PracticeService(StoryBook book, RunStore runs, AgreedPractice agreedPractice, CurrentUser current, Clock clock) {
        this.book = book;
        this.runs = runs;
        this.agreedPractice = agreedPractice;
        this.current = current;
        this.clock = clock;
    }

    /** Every story, with how far this person is. */
    @Transactional(readOnly = true)
    public List<StoryCard> shelf() {
        var own = runs.of(current.username());
        return book.all().stream().map(story -> card(story, own)).toList();
    }

    private StoryCard card(Story story, List<Run> own) {
        var of = own.stream().filter(run -> run.story().equals(story.code())).toList();
        var open = of.stream().filter(Run::open).findFirst();
        var finished = of.stream().filter(run -> run.finishedAt() != null).toList();
        var last = finished.stream().findFirst();
        return new StoryCard(
                story.code(),
                story.title(),
                story.about(),
                story.scenes().size(),
                open.map(run -> runs.steps(run.code()).size()).orElse(null),
                finished.size(),
                last.map(Run::ending).orElse(null),
                last.map(Run::code).orElse(null),
                last.map(Run::finishedAt).orElse(null));
    }

    /**
     * Goes on with the run that is open, or begins one. A run that was open when practising this story was agreed on is
     * begun anew: what was agreed is the whole story.
     */
    public Playing open(String story) {
        var told = book.get(story);
        var me = current.username();
        var agreed = runs.agreedAt(me, story);
        var open = runs.of(me).stream()
                .filter(run -> run.story().equals(story) && run.open())
                .findFirst();
        if (open.isPresent()
                && agreed.filter(moment -> moment.isAfter(open.get().startedAt()))
                        .isEmpty()) {
            var play = replay(told, open.get());
            if (play.isPresent()) {
                return new Playing(open.get().code(), play.get());
            }
        }
        return begin(told);
    }

    /** Begins anew; a run that is open is put away. */
    public Playing again(String story) {
        return begin(book.get(story));
    }

    private Playing begin(Story story) {
        var now = clock.instant();
        runs.putAway(current.username(), story.code(), now);
        var code = UUID.randomUUID().toString();
        runs.add(code, story.code(), current.username(), now);
        return new Playing(code, Play.start(story));
    }

    /** An own run, as far as it was played. */
    @Transactional(readOnly = true)
    public Playing get(String run) {
        var own = own(runs.find(run), run);
        return playing(own);
    }

    /**
     * Chooses in the scene at a position. The same choice sent twice counts once.
     *
     * @param position how many scenes were behind when the person chose
     * @throws IllegalArgumentException with a sentence when it cannot be chosen
     */
    public Playing choose(String run, int position, String choice) {
        var own = own(runs.lock(run), run);
        var before = playing(own);
        var steps = runs.steps(run);
        if (position < steps.size()) {
            if (steps.get(position).choice().equals(choice)) {
                return before;
            }
            throw new IllegalArgumentException(
                    "You have chosen in this scene already, perhaps in another window. The story goes on from there.");
        }
        if (!own.open() || position > steps.size()) {
            throw new IllegalArgumentException("This run is over. Play the story again from its beginning.");
        }
        var scene = before.play().scene();
        var after = before.play().choose(choice);
        var now = clock.instant();
        runs.addStep(run, new Step(position, scene.code(), choice), now);
        after.ending().ifPresent(ending -> finish(own, ending, now));
        return new Playing(run, after);
    }

    private void finish(Run run, Ending ending, Instant now) {
        runs.finish(run.code(), ending, now);
        agreedPractice.played(run, now);
    }

    /** What came of an own run that was played to its end. */
    @Transactional(readOnly = true)
    public Debrief debrief(String run) {
        return Debrief.of(get(run).play());
    }

    private Run own(Optional<Run> found, String code) {
        // The same sentence for somebody else's run as for none.
        return found.filter(run -> run.player().equals(current.username()))
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no such run of yours. Choose a story under Practice."));
    }

    private Playing playing(Run run) {
        return book.find(run.story())
                .flatMap(story -> replay(story, run))
                .map(play -> new Playing(run.code(), play))
                .orElseThrow(() -> new IllegalArgumentException(
                        "This story has been rewritten since you played it. Play it again from its beginning."));
    }

    /** Empty when the story is no longer the one that was played. */
    private Optional<Play> replay(Story story, Run run) {
        var play = Play.start(story);
        for (var step : runs.steps(run.code())) {
            if (play.finished() || !play.scene().code().equals(step.scene())) {
                return Optional.empty();
            }
            try {
                play = play.choose(step.choice());
            } catch (IllegalArgumentException gone) {
                return Optional.empty();
            }
        }
        return play.finished() == (run.finishedAt() != null) ? Optional.of(play) : Optional.empty();
    }
}
