package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dorothydispatch.customer.CustomerScreen;
import org.dorothydispatch.listening.CallerCard;
import org.dorothydispatch.listening.CallerCard.Stop;
import org.dorothydispatch.listening.CallerCards;
import org.dorothydispatch.listening.Cancellations;
import org.dorothydispatch.listening.Channel;
import org.dorothydispatch.listening.Coverages;
import org.dorothydispatch.listening.HearCommand;
import org.dorothydispatch.listening.Listener;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.AboutCustomer;
import org.dorothydispatch.uikit.Face;
import org.jspecify.annotations.Nullable;

/**
 * The caller card, for the desk: a number, a name or a street, and the person stands there. A phone system opens it with
 * {@code /caller?phone=+1 518 555 0101}.
 */
@Route("caller")
@PageTitle("Who is calling · Dorothy")
@Menu(title = "Who is calling", order = 30, icon = "icons/caller.svg")
@StyleSheet("styles/listening.css")
@RolesAllowed({"RECEPTIONIST", "SALESPERSON", "DISPATCHER", "BRANCH_MANAGER", "ADMINISTRATOR"})
class CallerView extends Div implements BeforeEnterObserver, AboutCustomer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    private final CallerCards cards;
    private final ListeningService listening;
    private final Coverages coverages;
    private final TextField question = new TextField();
    private final Div place = new Div();
    private @Nullable String shown;

    CallerView(CallerCards cards, ListeningService listening, Coverages coverages) {
        this.cards = cards;
        this.listening = listening;
        this.coverages = coverages;
        addClassNames("page", "caller");
        question.setPlaceholder("Telephone, name or street");
        question.setAriaLabel("Who is calling");
        question.setMaxLength(100);
        question.setAutofocus(true);
        question.setClearButtonVisible(true);
        question.addKeyPressListener(Key.ENTER, press -> look(question.getValue()));
        var look = new Button("Look", click -> look(question.getValue()));
        look.addThemeName("primary");
        var header = new Header(new H1("Who is calling"), question, look);
        header.addClassName("page-header");
        place.addClassName("caller-place");
        add(header, place);
        teach();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        asked.getSingleParameter("customer").ifPresent(this::show);
        asked.getSingleParameter("phone").ifPresent(phone -> {
            question.setValue(phone);
            look(phone);
        });
    }

    @Override
    public Optional<String> customer() {
        return Optional.ofNullable(shown);
    }

    @Override
    public void again() {
        customer().ifPresent(this::show);
    }

    private void teach() {
        shown = null;
        place.removeAll();
        place.add(new Paragraph("Type the number on the display, a name or a street. The person appears:"
                + " what they like to be called, who comes to them, what was promised, and what is next."));
    }

    private void look(String asked) {
        if (asked.isBlank()) {
            teach();
            return;
        }
        var found = cards.find(asked);
        if (found.size() == 1) {
            show(found.getFirst().customer());
        } else {
            list(asked, found);
        }
    }

    private void list(String asked, List<Listener.Caller> found) {
        shown = null;
        place.removeAll();
        if (found.isEmpty()) {
            place.add(new Paragraph("Nobody in your offices with “%s”. Ask for the name or the street, and look again."
                    .formatted(asked)));
            return;
        }
        place.add(new Paragraph("Which of them is it?"));
        for (var caller : found) {
            var choose = new Button(caller.words(), click -> show(caller.customer()));
            choose.addClassName("caller-choice");
            place.add(choose);
        }
    }

    private void show(String customer) {
        CallerCard card;
        try {
            card = cards.of(customer);
        } catch (IllegalArgumentException | NotAllowed stranger) {
            list("that", List.of());
            return;
        }
        shown = customer;
        place.removeAll();
        place.add(who(card), said(card), promised(card), next(card), last(card));
    }

    private static Component who(CallerCard card) {
        var customer = card.customer();
        var name = new H2(customer.calledName());
        var small = new Paragraph(customer.calledName().equals(customer.name()) ? "" : customer.name());
        if (customer.since() != null) {
            small.add((small.getText().isEmpty() ? "" : " · ") + "with us since "
                    + customer.since().getYear());
        }
        if (customer.language() != null) {
            small.add(" · speaks " + Locale.forLanguageTag(customer.language()).getDisplayLanguage(Locale.ENGLISH));
        }
        var words = new Div(name, small);
        if (card.technician() != null) {
            var technician = new Paragraph(
                    new Face(customer.technician(), card.technician(), Face.Size.SMALL),
                    new Span(card.technician() + " is their technician"));
            technician.addClassName("caller-technician");
            words.add(technician);
        }
        if (customer.cancelledOn() != null) {
            words.add(new Paragraph("They cancelled on " + DAY_AND_YEAR.format(customer.cancelledOn())
                    + (customer.cancelReason() == null ? "." : ": “" + customer.cancelReason() + "”")));
        }
        if (customer.remember() != null) {
            words.add(new Paragraph("Please remember: " + customer.remember()));
        }
        words.add(new Paragraph(
                new Anchor(CustomerScreen.address(customer.code()), "All that is written down, to answer or correct")));
        if (card.mayCancel()) {
            words.add(new Paragraph(new Anchor(Cancellations.address(customer.code()), "They want to cancel…")));
        }
        var who = new Div(new Face(customer.code(), customer.name(), Face.Size.LARGE), words);
        who.addClassName("caller-who");
        return who;
    }

    /** One field for what they say now, and what still waits for an answer. */
    private Component said(CallerCard card) {
        var words = new TextArea("What do they say now?");
        words.setMaxLength(ListeningService.LONGEST);
        words.setWidthFull();
        var save = new Button("Write it down");
        save.addThemeName("primary");
        var operation = UUID.randomUUID().toString();
        var writing = new WriteDown(
                listening, finding -> {}, () -> show(card.customer().code()));
        save.addClickListener(click ->
                writing.send(HearCommand.of(operation, card.customer().code(), words.getValue(), Channel.PHONE)));
        var part = section(
                "Listening",
                AskPart.of(
                        card.coverage(), coverages, () -> show(card.customer().code())),
                words,
                save);
        for (var open : card.open()) {
            var line = new Paragraph("“%s” to %s: ".formatted(open.words(), open.heardBy()));
            line.add(new Anchor("listening?heard=" + open.code(), "no answer yet"));
            part.add(line);
        }
        return part;
    }

    private static Component promised(CallerCard card) {
        var list = new UnorderedList();
        card.wishes().forEach(wish -> list.add(new ListItem(words(wish, card))));
        return card.wishes().isEmpty()
                ? section(
                        "What they were promised",
                        new Paragraph("Nothing is on record. Ask what matters to them; it takes ten seconds."))
                : section("What they were promised", list);
    }

    private static String words(PreferenceRow wish, CallerCard card) {
        var meaning = WishWords.of(wish, card.names());
        var answer = switch (wish.answer()) {
            case "promised" -> "Promised: " + meaning;
            case "will_try" -> "We try: " + meaning;
            case "declined" ->
                "Declined: " + meaning + (wish.alternative() == null ? "" : "; offered " + wish.alternative());
            default -> "No answer yet: " + meaning;
        };
        return wish.words() == null ? answer : answer + " (“" + wish.words() + "”)";
    }

    private static Component next(CallerCard card) {
        var next = card.next();
        if (next == null) {
            return section("Next visit", new Paragraph("None is planned."));
        }
        var line = new Paragraph(where(next, card.today()));
        line.add(" ");
        line.add(new Anchor(
                "board?offices=%s&from=%s&visit=%s".formatted(next.board(), next.date(), next.visit()),
                "Show it on the board"));
        return section("Next visit", line);
    }

    private static String where(Stop stop, LocalDate today) {
        var day = stop.date().equals(today) ? "Today" : DAY.format(stop.date());
        var time = stop.start() == null ? "" : ", " + TIME.format(stop.start());
        return stop.technician() == null
                ? day + ", nobody assigned yet."
                : "%s%s, %s comes.".formatted(day, time, stop.technician());
    }

    private static Component last(CallerCard card) {
        var list = new UnorderedList();
        for (var stop : card.last()) {
            var who = stop.technician() == null ? "nobody" : stop.technician();
            list.add(new ListItem("%s: %s%s"
                    .formatted(
                            DAY_AND_YEAR.format(stop.date()), who, stop.status().equals("missed") ? ", missed" : "")));
        }
        return card.last().isEmpty()
                ? section("Last visits", new Paragraph("Nobody has been there yet."))
                : section("Last visits", list);
    }

    private static Section section(String title, Component... content) {
        var section = new Section(new H3(title));
        section.add(content);
        section.addClassName("caller-section");
        return section;
    }
}
