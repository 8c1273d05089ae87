package org.dorothydispatch.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dorothydispatch.practice.Story.Choice;
import org.dorothydispatch.practice.Story.Kind;
import org.dorothydispatch.practice.Story.Place;
import org.dorothydispatch.practice.Story.Scene;
import org.dorothydispatch.practice.Story.Visit;
import org.dorothydispatch.rules.Answer;
import org.jspecify.annotations.Nullable;

/** What is wrong with a story as its file tells it, so that nobody finds out in the middle of playing it. */
final class StoryCheck {

    private final Story story;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> technicians;
    private final Set<String> wishes;

    private StoryCheck(Story story) {
        this.story = story;
        technicians = story.technicians().stream().map(Story.Technician::code).collect(Collectors.toSet());
        wishes = story.wishes().stream().map(Story.Wish::code).collect(Collectors.toSet());
    }

    /** One sentence for each fault; empty when it can be played. */
    static List<String> of(Story story) {
        var check = new StoryCheck(story);
        check.everything();
        return check.wrong;
    }

    private void everything() {
        for (var ending : Ending.values()) {
            require(story.endings().containsKey(ending), "It has no words for the ending %s.", ending);
        }
        for (var next : Next.values()) {
            require(story.next().containsKey(next), "It does not say what follows on %s.", next);
        }
        require(story.patience() > 0, "A patience of %s is none.", story.patience());
        require(story.scenes().stream().anyMatch(Scene::decides), "Nobody decides anything in it%s.", "");
        technician(story.customer().technician(), "the customer");
        technician(story.routeTechnician(), "the route");
        story.busy().forEach(busy -> technician(busy.technician(), busy.name()));
        for (var wish : story.wishes()) {
            wish.technicians().forEach(code -> technician(code, "wish " + wish.code()));
        }
        unique(story.scenes(), Scene::code, "scene");
        unique(
                story.scenes().stream()
                        .flatMap(scene -> scene.kind() == Kind.BOARD && scene.visit() != null
                                ? List.of(scene.visit()).stream()
                                : scene.visits().stream())
                        .toList(),
                Visit::code,
                "visit");
        LocalDate before = LocalDate.MIN;
        for (var scene : story.scenes()) {
            require(!scene.on().isBefore(before), "The scene %s comes before the one in front of it.", scene.code());
            before = scene.on();
            scene(scene);
        }
    }

    private void scene(Scene scene) {
        var where = "scene " + scene.code();
        require((scene.said() == null) == (scene.wish() == null), "In %s words and wish do not go together.", where);
        wish(scene.wish(), where);
        unique(scene.choices(), Choice::code, "choice of " + where);
        for (var visit : scene.visits()) {
            require(visit.place() != null, "In %s a visit takes place nowhere.", where);
            place(visit.place(), where);
        }
        switch (scene.kind()) {
            case TOLD -> require(scene.said() == null, "In %s something is said that nobody can answer.", where);
            case PHONE -> phone(scene, where);
            case BOARD -> board(scene, where);
        }
        scene.choices().forEach(choice -> choice(choice, where));
    }

    private void phone(Scene scene, String where) {
        require(scene.choices().size() > 1, "In %s there is nothing to choose.", where);
        require(scene.said() != null, "In %s nobody says anything.", where);
        require(scene.visit() != null && scene.visit().place() != null, "In %s there is no visit to look at.", where);
        if (scene.visit() != null) {
            place(scene.visit().place(), where);
        }
    }

    private void board(Scene scene, String where) {
        require(scene.choices().size() > 1, "In %s there is nothing to choose.", where);
        require(scene.visit() != null, "In %s there is no visit on the board.", where);
        require(scene.said() == null, "In %s a sentence is said over the board.", where);
        for (var choice : scene.choices()) {
            var place = choice.place();
            require(place != null, "In %s a choice leads nowhere.", where);
            require(
                    place == null || scene.days().contains(place.date()),
                    "In %s a choice lies beside the board.",
                    where);
            require(!(choice.asks() && choice.tells()), "In %s a choice asks and only tells.", where);
        }
    }

    private void choice(Choice choice, String where) {
        place(choice.place(), where);
        if (choice.introduces() != null) {
            technician(choice.introduces().technician(), where);
        }
        for (var written : choice.writes()) {
            wish(written.wish(), where);
            require(written.answer() != Answer.UNANSWERED, "In %s a wish is written without an answer.", where);
            require(
                    written.answer() != Answer.DECLINED
                            || written.alternative() != null
                                    && !written.alternative().isBlank(),
                    "In %s a wish is declined and nothing offered.",
                    where);
        }
    }

    private void place(@Nullable Place place, String where) {
        if (place != null) {
            technician(place.technician(), where);
        }
    }

    private void technician(@Nullable String code, String where) {
        require(code == null || technicians.contains(code), "There is no technician for %s.", where);
    }

    private void wish(@Nullable String code, String where) {
        require(code == null || wishes.contains(code), "There is no such wish for %s.", where);
    }

    private <T> void unique(List<T> things, Function<T, String> code, String what) {
        var seen = new HashSet<String>();
        things.forEach(thing -> require(seen.add(code.apply(thing)), "Twice the same %s.", what));
    }

    private void require(boolean fine, String sentence, Object about) {
        if (!fine) {
            wrong.add(sentence.formatted(about));
        }
    }
}
