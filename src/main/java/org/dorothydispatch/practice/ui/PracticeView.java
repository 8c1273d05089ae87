package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.dorothydispatch.practice.CoachingNote;
import org.dorothydispatch.practice.CoachingNote.State;
import org.dorothydispatch.practice.CoachingService;
import org.dorothydispatch.practice.PracticeService;
import org.dorothydispatch.practice.StoryCard;

/** The stories one can play, and how far one is. For everybody who is signed in. */
@Route("practice")
@PageTitle("Practice · Dorothy")
@Menu(title = "Practice", order = 70, icon = "icons/practice.svg")
@StyleSheet("styles/practice.css")
@PermitAll
class PracticeView extends Div {

    PracticeView(PracticeService practice, CoachingService coaching, Clock clock) {
        addClassNames("page", "practice");
        var header = new Header(new H1("Practice"));
        header.addClassName("page-header");
        var about = new Paragraph(
                "Each story is a customer, some months, and what you do. Nothing of it is real: no"
                        + " customer is called and no visit moved. The lights are; they come from the same checks as on the board.");
        about.addClassName("practice-about");
        var shelf = new Div();
        shelf.addClassName("practice-shelf");
        practice.shelf().forEach(story -> shelf.add(card(story)));
        if (coaching.mayCoach()) {
            header.add(new Anchor("practice/coaching", "Coaching notes"));
        }
        add(header, about);
        var mine = coaching.mine();
        if (!mine.isEmpty()) {
            var agreed = Words.section("Coaching notes about you");
            mine.forEach(note -> agreed.add(note(note, coaching, clock)));
            agreed.addClassName("coaching-mine");
            add(agreed);
        }
        add(shelf);
    }

    /** A note about oneself, and the way to the story that was agreed on. */
    private Component note(CoachingNote note, CoachingService coaching, Clock clock) {
        var part = new NotePart(note, coaching, clock);
        if (note.state() == State.AGREED && note.story() != null) {
            var story = note.story();
            var play = new Button("Play it", click -> play(story));
            play.setAriaLabel("Play it: " + coaching.title(story));
            part.add(play);
        }
        return part;
    }

    private void play(String story) {
        getUI().ifPresent(ui -> ui.navigate(StoryView.class, StoryView.of(story)));
    }

    private Component card(StoryCard story) {
        var card = new Article(new H2(story.title()), new Paragraph(story.about()), state(story));
        card.addClassName("practice-card");
        var play = new Button(words(story), click -> play(story.code()));
        play.setAriaLabel(words(story) + ": " + story.title());
        if (story.finished() == 0) {
            play.addThemeName("primary");
        }
        var deeds = new Div(play);
        deeds.addClassName("practice-deeds");
        if (story.lastRun() != null) {
            deeds.add(new Anchor(DebriefView.address(story.lastRun()), "What came of it"));
        }
        card.add(deeds);
        return card;
    }

    private static Paragraph state(StoryCard story) {
        var scenes = Words.count(story.scenes(), "scene");
        String words;
        if (story.at() != null && story.at() > 0) {
            words = "You are in scene %d of %d.".formatted(story.at() + 1, story.scenes());
        } else if (story.finished() == 0) {
            words = scenes + ". You have not played it yet.";
        } else {
            words = scenes + ". Played %s.".formatted(story.finished() == 1 ? "once" : story.finished() + " times");
        }
        if (story.last() != null) {
            words += switch (story.last()) {
                case TRUSTS -> " The last time, the customer trusted you.";
                case STAYS -> " The last time, the customer stayed.";
                case CANCELS -> " The last time, the customer cancelled.";
            };
        }
        var state = new Paragraph(words);
        state.addClassName("practice-small");
        return state;
    }

    private static String words(StoryCard story) {
        if (story.at() != null && story.at() > 0) {
            return "Go on";
        }
        return story.finished() == 0 ? "Play" : "Play again";
    }
}
