package org.dorothydispatch.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dorothydispatch.practice.Sandbox.Placed;
import org.dorothydispatch.practice.Sandbox.Stated;
import org.dorothydispatch.practice.Story.Choice;
import org.dorothydispatch.practice.Story.Introduced;
import org.dorothydispatch.practice.Story.Kind;
import org.dorothydispatch.practice.Story.Scene;
import org.dorothydispatch.practice.Story.Visit;
import org.dorothydispatch.practice.Story.Written;
import org.dorothydispatch.rules.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A story as far as somebody has played it. Never changes; {@link #choose} makes the next one.
 *
 * <p>Each visit is judged twice by the same checks. <em>The desk</em> knows what was written down: those are the lights.
 * <em>The customer</em> knows every sentence they said, with the answer they were given; a sentence that nobody answered
 * they take for a yes. What the desk does not know, its lights cannot show.
 *
 * <p>What the customer does next follows from what they bear, in points:
 *
 * <ul>
 *   <li>a visit that breaks what they take for promised, without their consent: 2; what we said we would try: 1. One
 *       less when they were told beforehand who comes and when.
 *   <li>a visit that breaks nothing, or breaks something with their consent: 0
 *   <li>a sentence of theirs that nobody wrote down: 1, for they will have to say it again
 *   <li>each face after the second among their last ten visits: 1, unless they were asked about it or it was introduced
 * </ul>
 *
 * A wish that was declined openly breaks nothing. They cancel as soon as they bear as much as the story says they can
 * ({@link Story#patience}); who reaches the end with nothing to bear trusts us, everybody else stays.
 */
public final class Play {

    private static final int FACES_BORNE = 2;
    private static final int VISITS_REMEMBERED = 10;

    private final Story story;
    private final Sandbox sandbox;
    private final List<Turn> turns;
    private final List<Happened> happened;

    /**
     * What was chosen in one scene.
     *
     * @param judged the visit of the scene with this choice; null where there is none to look at
     * @param next what the customer did next; null where nobody decided anything
     */
    public record Turn(
            Scene scene,
            Choice choice,
            @Nullable Judged judged,
            @Nullable Next next) {

        /** The customer said something here, and it was written down. */
        public boolean heard() {
            return written().isPresent();
        }

        /** The customer said something here, and nobody wrote it down. */
        public boolean missed() {
            return scene.said() != null && !heard();
        }

        Optional<Written> written() {
            return choice.writes().stream()
                    .filter(written -> written.wish().equals(scene.wish()))
                    .findFirst();
        }
    }

    /** A visit that took place, with the turn in which it did. */
    record Happened(Placed placed, Judged judged, boolean told, int turn) {}

    private Play(Story story, Sandbox sandbox, List<Turn> turns) {
        this.story = story;
        this.sandbox = sandbox;
        this.turns = turns;
        this.happened = takePlace();
    }

    public static Play start(Story story) {
        return new Play(story, new Sandbox(story), List.of());
    }

    public Story story() {
        return story;
    }

    public List<Turn> turns() {
        return turns;
    }

    /** How many scenes are behind. */
    public int position() {
        return turns.size();
    }

    /** The scene that waits for a choice; only while the story is not finished. */
    public Scene scene() {
        return story.scenes().get(turns.size());
    }

    public boolean finished() {
        return ending().isPresent();
    }

    public Optional<Ending> ending() {
        int bears = bears();
        if (bears >= story.patience()) {
            return Optional.of(Ending.CANCELS);
        }
        if (turns.size() < story.scenes().size()) {
            return Optional.empty();
        }
        return Optional.of(bears == 0 ? Ending.TRUSTS : Ending.STAYS);
    }

    /**
     * The story with this choice made.
     *
     * @throws IllegalArgumentException with a sentence when there is no such choice or it cannot be done
     */
    public Play choose(String code) {
        if (finished()) {
            throw new IllegalArgumentException("This story has come to its end. Play it again to choose otherwise.");
        }
        var choice = choice(scene(), code);
        var judged = judge(choice).orElse(null);
        if (scene().kind() == Kind.BOARD && judged != null && judged.cannot() != null) {
            throw new IllegalArgumentException(judged.cannot() + " Choose something else.");
        }
        var more = new ArrayList<>(turns);
        more.add(new Turn(scene(), choice, judged, next(scene(), choice, judged)));
        return new Play(story, sandbox, List.copyOf(more));
    }

    private static Choice choice(Scene scene, String code) {
        return scene.choices().stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "“%s” has no such choice. Choose one of those on the screen.".formatted(scene.title())));
    }

    /** How the visit of the present scene would be judged with this choice; empty where there is none to look at. */
    public Optional<Judged> judge(Choice choice) {
        return judge(turns.size(), scene(), choice);
    }

    /** How the visit of a scene that is behind would have been judged with another choice. */
    Judged judgeInstead(int turn, Choice choice) {
        return judge(turn, turns.get(turn).scene(), choice).orElseThrow();
    }

    private Optional<Judged> judge(int turn, Scene scene, Choice choice) {
        var visit = scene.visit();
        if (visit == null) {
            return Optional.empty();
        }
        var place = choice.place() != null ? choice.place() : Objects.requireNonNull(visit.place());
        return Optional.of(judge(turn, scene, choice, new Placed(visit, place, choice.asks())));
    }

    private Judged judge(int turn, Scene scene, Choice choice, Placed placed) {
        var before = new ArrayList<Placed>();
        happenedBefore(turn, (earlier, told, at) -> before.add(earlier));
        scene.visits().forEach(visit -> before.add(byItself(visit)));
        var introductions = introductions(turn);
        if (choice.introduces() != null) {
            introductions.add(choice.introduces());
        }
        var desk = written(turn, choice).values();
        var person = said(turn, scene, choice).values();
        return Judged.of(
                sandbox.flags(scene.on(), placed, desk, before, introductions),
                sandbox.flags(scene.on(), placed, person, before, introductions),
                sandbox.inForce(person, placed.place()));
    }

    private static @Nullable Next next(Scene scene, Choice choice, @Nullable Judged judged) {
        return switch (scene.kind()) {
            case TOLD -> null;
            case PHONE ->
                choice.writes().stream()
                        .filter(written -> written.wish().equals(scene.wish()))
                        .findFirst()
                        .map(written -> written.answer() == Answer.DECLINED ? Next.DECLINED : Next.HEARD)
                        .orElse(Next.UNHEARD);
            case BOARD -> next(choice, Objects.requireNonNull(judged));
        };
    }

    static Next next(Choice choice, Judged judged) {
        if (judged.hurts()) {
            return choice.tells() ? Next.TOLD : Next.SURPRISED;
        }
        return judged.agreed() ? Next.AGREED : Next.KEPT;
    }

    /** What the customer did next, in a sentence; only for a turn in which somebody decided. */
    public String told(Turn turn) {
        return turn.choice().next() != null
                ? turn.choice().next()
                : Objects.requireNonNull(story.next().get(Objects.requireNonNull(turn.next())));
    }

    /** What the customer has to bear; the points stand at the head of the class. */
    public int bears() {
        int points = (int) turns.stream().filter(Turn::missed).count();
        for (var visit : happened) {
            if (visit.judged().hurts()) {
                points += visit.judged().weight() - (visit.told() ? 1 : 0);
            }
        }
        return points + Math.max(0, surprisingFaces() - FACES_BORNE);
    }

    /** How many faces they saw in their last ten visits. */
    public int faces() {
        return (int) lastVisits().stream()
                .map(visit -> visit.placed().place().technician())
                .distinct()
                .count();
    }

    /** How many visits took place, as far as the customer looks back. */
    public int visits() {
        return lastVisits().size();
    }

    private int surprisingFaces() {
        var introduced = new HashSet<String>();
        introductions(turns.size()).forEach(met -> introduced.add(met.technician()));
        var faces = new HashSet<String>();
        for (var visit : lastVisits()) {
            var technician = visit.placed().place().technician();
            if (!visit.placed().agreed() && !introduced.contains(technician)) {
                faces.add(technician);
            }
        }
        return faces.size();
    }

    private List<Happened> lastVisits() {
        return happened.subList(Math.max(0, happened.size() - VISITS_REMEMBERED), happened.size());
    }

    /** Every visit that took place, in the order of the story. */
    List<Happened> happened() {
        return happened;
    }

    private List<Happened> takePlace() {
        var visits = new ArrayList<Happened>();
        happenedBefore(turns.size(), (placed, told, turn) -> {
            var at = turns.get(turn);
            var judged = at.scene().kind() == Kind.BOARD
                            && placed.visit() == at.scene().visit()
                    ? Objects.requireNonNull(at.judged())
                    : judge(turn, at.scene(), at.choice(), placed);
            visits.add(new Happened(placed, judged, told, turn));
        });
        return List.copyOf(visits);
    }

    private interface Visiting {
        void visit(Placed placed, boolean told, int turn);
    }

    /** A visit that is only looked at on the phone has not taken place. */
    private void happenedBefore(int turn, Visiting then) {
        for (int i = 0; i < turn; i++) {
            var at = turns.get(i);
            for (var visit : at.scene().visits()) {
                then.visit(byItself(visit), false, i);
            }
            var visit = at.scene().visit();
            if (at.scene().kind() == Kind.BOARD && visit != null) {
                var place = Objects.requireNonNull(at.choice().place());
                then.visit(
                        new Placed(visit, place, at.choice().asks()),
                        at.choice().tells(),
                        i);
            }
        }
    }

    private static Placed byItself(Visit visit) {
        return new Placed(visit, Objects.requireNonNull(visit.place()), false);
    }

    private List<Introduced> introductions(int turn) {
        var met = new ArrayList<Introduced>();
        for (int i = 0; i < turn; i++) {
            var introduced = turns.get(i).choice().introduces();
            if (introduced != null) {
                met.add(introduced);
            }
        }
        return met;
    }

    /** What the file says by then. */
    private Map<String, Stated> written(int turn, Choice choice) {
        var stated = new LinkedHashMap<String, Stated>();
        for (int i = 0; i < turn; i++) {
            write(stated, turns.get(i).choice());
        }
        write(stated, choice);
        return stated;
    }

    /** What the customer has said by then, with the answer as they understood it. */
    private Map<String, Stated> said(int turn, Scene scene, Choice choice) {
        var stated = new LinkedHashMap<String, Stated>();
        for (int i = 0; i < turn; i++) {
            say(stated, turns.get(i).scene());
            write(stated, turns.get(i).choice());
        }
        say(stated, scene);
        write(stated, choice);
        return stated;
    }

    private static void say(Map<String, Stated> stated, Scene scene) {
        if (scene.wish() != null) {
            stated.putIfAbsent(scene.wish(), new Stated(scene.wish(), Answer.UNANSWERED, scene.said()));
        }
    }

    private void write(Map<String, Stated> stated, Choice choice) {
        for (var written : choice.writes()) {
            stated.put(written.wish(), new Stated(written.wish(), written.answer(), words(written.wish())));
        }
    }

    /** The sentence a wish was said in; null when nobody said it. */
    @Nullable
    String words(String wish) {
        return story.scenes().stream()
                .filter(scene -> wish.equals(scene.wish()))
                .map(Scene::said)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What the desk's file says now: each wish by its code, with its answer. */
    public Map<String, Answer> file() {
        var file = new LinkedHashMap<String, Answer>();
        for (var turn : turns) {
            turn.choice().writes().forEach(written -> file.put(written.wish(), written.answer()));
        }
        return file;
    }

    /** The visits whose light would have been red, had the sentence of this turn been written down as a promise. */
    List<LocalDate> redHad(Turn missed) {
        var wish = Objects.requireNonNull(missed.scene().wish());
        var days = new ArrayList<LocalDate>();
        for (var visit : happened) {
            if (visit.turn() >= turns.indexOf(missed)) {
                var flags = sandbox.flags(
                        turns.get(visit.turn()).scene().on(),
                        visit.placed(),
                        List.of(new Stated(wish, Answer.PROMISED, missed.scene().said())),
                        happened.stream().map(Happened::placed).toList(),
                        introductions(visit.turn() + 1));
                if (flags.stream().anyMatch(flag -> flag.broken() && flag.code().equals(wish))) {
                    days.add(visit.placed().place().date());
                }
            }
        }
        return days;
    }

    /** Why a technician cannot work on a day of the present board; null when they can. */
    public @Nullable String awayOn(String technician, LocalDate date) {
        return sandbox.awayOn(technician, date, scene().on());
    }

    /** Who came, the last ten times. */
    public List<Came> strip() {
        return lastVisits().stream()
                .map(visit -> new Came(
                        visit.placed().place().technician(),
                        visit.placed().place().date()))
                .toList();
    }

    /** Who came on a day. */
    public record Came(String technician, LocalDate date) {}
}
