package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.practice.Play;
import org.dorothydispatch.practice.Playing;
import org.dorothydispatch.practice.PracticeService;
import org.dorothydispatch.practice.Story.Choice;
import org.dorothydispatch.practice.Story.Kind;
import org.dorothydispatch.practice.Story.Scene;
import org.dorothydispatch.uikit.Ask;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.LightsBadge;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/** Plays a story, scene by scene: what happens, what can be done, and after each decision its two lights and what followed. */
@Route("practice/play")
@PageTitle("Practice · Dorothy")
@StyleSheet("styles/practice.css")
@PermitAll
class StoryView extends Div implements BeforeEnterObserver {

    private final PracticeService practice;
    private @Nullable Playing playing;

    StoryView(PracticeService practice) {
        this.practice = practice;
        addClassNames("page", "practice");
    }

    static QueryParameters of(String story) {
        return QueryParameters.simple(Map.of("story", story));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var story = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("story")
                .orElse("");
        try {
            show(practice.open(story));
        } catch (IllegalArgumentException none) {
            removeAll();
            add(
                    new H1("Practice"),
                    new Paragraph("There is no such story. Choose one from the list."),
                    new Anchor("practice", "All stories"));
        }
    }

    private void show(Playing now) {
        playing = now;
        removeAll();
        add(header(now.play(), now.play().position() + 1));
        if (now.play().finished()) {
            end(now);
            return;
        }
        var scene = now.play().scene();
        var told = told(scene, now.play());
        var body = new Div(told, beside(now.play()));
        body.addClassName("practice-body");
        add(body);
        if (scene.kind() == Kind.BOARD) {
            told.add(new SmallBoard(now.play()));
        }
        told.add(choices(scene, now.play()));
    }

    private Header header(Play play, int scene) {
        var scenes = play.story().scenes().size();
        var at = new Span("Scene %d of %d".formatted(Math.min(scene, scenes), scenes));
        at.addClassName("practice-small");
        var anew = new Button("Start anew", click -> startAnew());
        anew.addThemeName("tertiary");
        anew.setVisible(play.position() > 0 && !play.finished());
        var header = new Header(new H1(play.story().title()), at, anew, new Anchor("practice", "All stories"));
        header.addClassName("page-header");
        return header;
    }

    private void startAnew() {
        Ask.first(
                "Start this story anew?",
                "What you have chosen so far in this run is put away.",
                "Start anew",
                () -> show(practice.again(now().play().story().code())));
    }

    private static Div told(Scene scene, Play play) {
        var customer = play.story().customer();
        var when = new Paragraph(Words.dayAndYear(scene.on()));
        when.addClassName("practice-small");
        var told = new Div(new H2(scene.title()), when);
        told.addClassName("practice-scene");
        scene.told().forEach(line -> told.add(new Paragraph(line)));
        if (scene.said() != null) {
            var words = new Span("“" + scene.said() + "”");
            words.addClassName("practice-quote");
            var said = new Div(new Face(customer.name(), customer.name()), words);
            said.addClassName("practice-said");
            told.add(said);
        }
        return told;
    }

    private Component choices(Scene scene, Play play) {
        var list = new Div();
        list.addClassName("practice-choices");
        if (!scene.decides()) {
            var on = new Button("Go on", click -> choose(scene.choices().getFirst()));
            on.addThemeName("primary");
            list.add(on);
            return list;
        }
        var letter = 'A';
        for (var choice : scene.choices()) {
            list.add(choice(choice, letter++, scene, play));
        }
        return list;
    }

    private Component choice(Choice choice, char letter, Scene scene, Play play) {
        var mark = new Span(String.valueOf(letter));
        mark.addClassName("practice-letter");
        var words = new Span(choice.says());
        words.addClassName("practice-says");
        var button = new NativeButton();
        button.add(mark, words);
        button.addClassName("practice-choice");
        button.addClickListener(click -> choose(choice));
        if (scene.kind() == Kind.BOARD) {
            var judged = play.judge(choice).orElseThrow();
            var lights = judged.lights();
            var reason = new Span(judged.briefly() == null ? "" : judged.briefly());
            reason.addClassName("practice-small");
            words.add(reason);
            button.add(new LightsBadge(lights.customer(), lights.company()));
            if (judged.cannot() != null) {
                button.setEnabled(false);
                reason.setText("Cannot be done. " + judged.cannot());
            }
        }
        return button;
    }

    private void choose(Choice choice) {
        var before = now();
        try {
            var after = practice.choose(before.run(), before.play().position(), choice.code());
            if (before.play().scene().decides()) {
                outcome(after);
            } else {
                show(after);
            }
        } catch (IllegalArgumentException refused) {
            Notices.problem(refused.getMessage());
            show(practice.open(before.play().story().code()));
        }
    }

    private Playing now() {
        if (playing == null) {
            throw new IllegalStateException("Nothing is being played.");
        }
        return playing;
    }

    /** What a decision meant: its two lights, and what the customer did next. */
    private void outcome(Playing after) {
        playing = after;
        var play = after.play();
        var turn = play.turns().getLast();
        var customer = play.story().customer().called();
        removeAll();
        var chosen = new Paragraph(turn.choice().says());
        chosen.addClassName("practice-chosen");
        var part = new Div(new H2(turn.scene().title()), chosen);
        part.addClassName("practice-scene");
        if (turn.judged() != null) {
            var title = turn.scene().kind() == Kind.BOARD
                    ? "The two lights of this visit"
                    : "The two lights of the next visit, as it stands";
            part.add(Words.section(title, Words.lights(turn.judged(), customer)));
        }
        part.add(Words.section("What %s did next".formatted(customer), new Paragraph(play.told(turn))));
        var on = new Button(play.finished() ? "See what came of it" : "Go on", click -> goOn());
        on.addThemeName("primary");
        on.setAutofocus(true);
        part.add(on);
        var body = new Div(part, beside(play));
        body.addClassName("practice-body");
        var header = header(play, play.position());
        add(header, body);
    }

    private void goOn() {
        var now = now();
        if (now.play().finished()) {
            getUI().ifPresent(ui -> ui.navigate(DebriefView.class, DebriefView.of(now.run())));
        } else {
            show(now);
        }
    }

    private void end(Playing now) {
        add(
                new Paragraph("This story has come to its end."),
                new Anchor(DebriefView.address(now.run()), "See what came of it"));
    }

    /** What stands in the file by now, and who came. */
    private static Component beside(Play play) {
        var customer = play.story().customer();
        var who = new Div(new Face(customer.name(), customer.name(), Face.Size.LARGE), name(play));
        who.addClassName("practice-who");
        var beside = new Div(who, Words.section("What the file says", file(play)));
        beside.addClassName("practice-beside");
        if (!play.strip().isEmpty()) {
            beside.add(Words.section("Who came", strip(play)));
        }
        return beside;
    }

    private static Component name(Play play) {
        var customer = play.story().customer();
        var small = new Paragraph(customer.name());
        small.addClassName("practice-small");
        return customer.name().equals(customer.called())
                ? new Div(new H2(customer.called()))
                : new Div(new H2(customer.called()), small);
    }

    private static Component file(Play play) {
        List<ListItem> lines = new ArrayList<>();
        play.file()
                .forEach((wish, answer) -> lines.add(new ListItem(
                        "%s: %s".formatted(Words.answer(answer), play.story().meaningOf(wish)))));
        if (lines.isEmpty()) {
            return new Paragraph("Nothing yet.");
        }
        return new UnorderedList(lines.toArray(ListItem[]::new));
    }

    private static Component strip(Play play) {
        var strip = new UnorderedList();
        strip.addClassName("practice-strip");
        for (var came : play.strip()) {
            var name = play.story().nameOf(came.technician());
            var day = new Span(Words.day(came.date()));
            day.addClassName("practice-small");
            strip.add(new ListItem(
                    new Face(came.technician(), play.story().fullNameOf(came.technician()), Face.Size.SMALL),
                    new Span(name),
                    day));
        }
        return strip;
    }
}
