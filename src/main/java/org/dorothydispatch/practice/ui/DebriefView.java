package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dorothydispatch.practice.Debrief;
import org.dorothydispatch.practice.Playing;
import org.dorothydispatch.practice.PracticeService;
import org.dorothydispatch.uikit.LightsBadge;

/** What came of a run: how it ended, what was heard, missed, kept and broken, and what else could have been done. */
@Route("practice/debrief")
@PageTitle("What came of it · Dorothy")
@StyleSheet("styles/practice.css")
@PermitAll
class DebriefView extends Div implements BeforeEnterObserver {

    private final PracticeService practice;

    DebriefView(PracticeService practice) {
        this.practice = practice;
        addClassNames("page", "practice");
    }

    static QueryParameters of(String run) {
        return QueryParameters.simple(Map.of("run", run));
    }

    static String address(String run) {
        return "practice/debrief?run=" + run;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var run = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("run")
                .orElse("");
        removeAll();
        try {
            show(practice.get(run), practice.debrief(run));
        } catch (IllegalArgumentException nothing) {
            add(new H1("What came of it"), new Paragraph(nothing.getMessage()), new Anchor("practice", "All stories"));
        }
    }

    private void show(Playing playing, Debrief debrief) {
        var story = playing.play().story();
        var customer = story.customer().called();
        var again = new Button("Play again", click -> {
            practice.again(story.code());
            getUI().ifPresent(ui -> ui.navigate(StoryView.class, StoryView.of(story.code())));
        });
        var header = new Header(
                new H1("%s: %s".formatted(story.title(), Words.ending(debrief.ending(), customer))),
                again,
                new Anchor("practice", "All stories"));
        header.addClassName("page-header");
        var ending = new Paragraph(debrief.words());
        ending.addClassNames("practice-ending", debrief.ending().name().toLowerCase(Locale.ROOT));
        var counts = new Paragraph("Heard %d, missed %d, kept %d, broken %d. %s in %s."
                .formatted(
                        debrief.heard().size(),
                        debrief.missed().size(),
                        debrief.kept().size(),
                        debrief.broken().size(),
                        Words.count(debrief.faces(), "face"),
                        Words.count(debrief.visits(), "visit")));
        counts.addClassName("practice-counts");
        var page = new Div(ending, counts);
        page.addClassName("practice-debrief");
        if (debrief.broken().stream().anyMatch(Debrief.Broken::unseen)) {
            var lesson = new Paragraph("What nobody writes down, the checks cannot see: %s's light stayed green on %s."
                    .formatted(
                            customer,
                            days(debrief.broken().stream()
                                    .filter(Debrief.Broken::unseen)
                                    .map(broken -> Words.day(broken.on()))
                                    .toList())));
            lesson.addClassName("practice-lesson");
            page.add(lesson);
        }
        page.add(heard(debrief), missed(debrief, customer), kept(debrief, customer), broken(debrief, customer));
        page.add(otherwise(debrief, customer));
        add(header, page);
    }

    private static Component heard(Debrief debrief) {
        return list("Heard", "Nothing was written down.", debrief.heard(), heard -> {
            var words = "%s: %s.".formatted(Words.answer(heard.answer()), heard.meaning());
            return line(
                    heard.scene(),
                    "“" + heard.said() + "”",
                    heard.alternative() == null ? words : words + " Offered instead: " + heard.alternative() + ".");
        });
    }

    private static Component missed(Debrief debrief, String customer) {
        return list(
                "Missed",
                "Nothing. Every sentence was written down.",
                debrief.missed(),
                missed -> line(
                        missed.scene(),
                        "“" + missed.said() + "”",
                        missed.red().isEmpty()
                                ? "Nobody wrote it down. No visit went against it, this time."
                                : "Nobody wrote it down. Had it been promised in the file, %s's light would have been red on %s."
                                        .formatted(
                                                customer,
                                                days(missed.red().stream()
                                                        .map(Words::day)
                                                        .toList()))));
    }

    private static Component kept(Debrief debrief, String customer) {
        return list(
                "Kept",
                "No visit that anything was said about was as it should be.",
                debrief.kept(),
                kept -> line(
                        kept.scene(),
                        "%s, %s.".formatted(Words.day(kept.on()), kept.technician()),
                        String.join(" ", kept.wishes())
                                + (kept.agreed() ? " %s was asked, and agreed.".formatted(customer) : "")));
    }

    private static Component broken(Debrief debrief, String customer) {
        return list(
                "Broken",
                "Nothing.",
                debrief.broken(),
                broken -> line(
                        broken.scene(),
                        "%s, %s.".formatted(Words.day(broken.on()), broken.technician()),
                        broken.because()
                                + (broken.told()
                                        ? " %s was told, not asked.".formatted(customer)
                                        : " Nobody asked %s.".formatted(customer))
                                + (broken.unseen() ? " The light at the desk was green." : "")));
    }

    private static Component otherwise(Debrief debrief, String customer) {
        var section = Words.section("What another choice would have done");
        for (var scene : debrief.otherwise()) {
            section.add(new H4(scene.scene()));
            var list = new UnorderedList();
            list.addClassName("practice-options");
            scene.options().forEach(option -> list.add(option(option, customer)));
            section.add(list);
        }
        section.setVisible(!debrief.otherwise().isEmpty());
        return section;
    }

    private static ListItem option(Debrief.Option option, String customer) {
        var lights = option.judged().lights();
        var words = new Div(new Span(option.says()));
        var small = new Span(consequence(option, customer));
        small.addClassName("practice-small");
        words.add(small);
        var item = new ListItem(new LightsBadge(lights.customer(), lights.company()), words);
        if (option.chosen()) {
            item.addClassName("chosen");
            var yours = new Span("Your choice. ");
            yours.addClassName("practice-yours");
            words.addComponentAsFirst(yours);
        }
        return item;
    }

    private static String consequence(Debrief.Option option, String customer) {
        if (option.next() == null) {
            return "Cannot be done. " + option.judged().cannot();
        }
        var words = Words.next(option.next(), customer);
        var sentence = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
        var why = option.judged().broken() != null
                ? option.judged().broken()
                : option.judged().because();
        return why == null ? sentence : sentence + " " + why;
    }

    private static ListItem line(String scene, String first, String then) {
        var where = new Span(scene);
        where.addClassName("practice-small");
        var words = new Span(first);
        words.addClassName("practice-first");
        return new ListItem(where, words, new Span(then));
    }

    private interface Line<T> {
        ListItem of(T thing);
    }

    private static <T> Component list(String title, String none, List<T> things, Line<T> line) {
        if (things.isEmpty()) {
            return Words.section(title + ": 0", new Paragraph(none));
        }
        var list = new UnorderedList(things.stream().map(line::of).toArray(ListItem[]::new));
        list.addClassName("practice-lines");
        return Words.section("%s: %d".formatted(title, things.size()), list);
    }

    private static String days(List<String> days) {
        return days.size() == 1
                ? days.getFirst()
                : days.stream().limit(days.size() - 1L).collect(Collectors.joining(", ")) + " and " + days.getLast();
    }
}
