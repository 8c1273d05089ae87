package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorothydispatch.audit.AuditRow;
import org.dorothydispatch.customer.CustomerChanged;
import org.dorothydispatch.listening.CallerCard;
import org.dorothydispatch.listening.Cancellations;
import org.dorothydispatch.listening.Contacts;
import org.dorothydispatch.listening.Coverages;
import org.dorothydispatch.listening.CustomerFile;
import org.dorothydispatch.listening.CustomerFiles;
import org.dorothydispatch.listening.GivesWayService;
import org.dorothydispatch.listening.Letter;
import org.dorothydispatch.listening.SafetyBlocks;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.AboutCustomer;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.Notices;
import org.dorothydispatch.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;

/**
 * One customer: what they said and were answered, each to answer anew, correct or end, and how it came to be so; what
 * gives way first. The panel beside the board and the caller card lead here.
 */
@Route("customer")
@PageTitle("Customer · Dorothy")
@StyleSheet("styles/listening.css")
@RolesAllowed({"RECEPTIONIST", "SALESPERSON", "DISPATCHER", "BRANCH_MANAGER", "ADMINISTRATOR"})
class CustomerView extends Div implements BeforeEnterObserver, AboutCustomer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final CustomerFiles files;
    private final GivesWayService givesWay;
    private final Coverages coverages;
    private final Contacts contacts;
    private final SafetyBlocks safety;
    private final WorkforceService workforce;
    private final AmendDialog amend;
    private @Nullable String shown;

    CustomerView(
            CustomerFiles files,
            GivesWayService givesWay,
            Coverages coverages,
            Contacts contacts,
            SafetyBlocks safety,
            WorkforceService workforce,
            AmendDialog amend) {
        this.files = files;
        this.givesWay = givesWay;
        this.coverages = coverages;
        this.contacts = contacts;
        this.safety = safety;
        this.workforce = workforce;
        this.amend = amend;
        addClassNames("page", "customer-file");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getSingleParameter("code");
        asked.ifPresentOrElse(this::show, this::nobody);
    }

    @Override
    public Optional<String> customer() {
        return Optional.ofNullable(shown);
    }

    @Override
    public void again() {
        customer().ifPresent(this::show);
    }

    private void nobody() {
        shown = null;
        removeAll();
        add(
                new H1("Customer"),
                new Paragraph("There is no such customer in your offices. Look for a name, a street or a number."),
                new Anchor("caller", "Who is calling"));
    }

    private void show(String customer) {
        CustomerFile file;
        try {
            file = files.of(customer);
        } catch (IllegalArgumentException | NotAllowed stranger) {
            nobody();
            return;
        }
        shown = customer;
        Runnable again = () -> show(customer);
        removeAll();
        add(header(file), asked(file, again), wishes(file, again), order(file, again));
        if ("commercial".equals(file.customer().kind()) || !file.contacts().isEmpty()) {
            add(new ContactsPart(file, contacts, again));
        }
        if (safety.mayDecide()) {
            add(new SafetyPart(customer, workforce.technicians(file.customer().office()), file.zone(), safety, again));
        }
        if (!file.ended().isEmpty()) {
            add(ended(file));
        }
        add(leaving(file));
    }

    private static Component header(CustomerFile file) {
        var customer = file.customer();
        var small = new Paragraph(customer.calledName().equals(customer.name()) ? "" : customer.name());
        var words = new Div(new H1(customer.calledName()), small);
        var call = new Anchor(CallerCard.address(customer.code()), "Caller card");
        var letter = new Anchor(Letter.address(customer.code()), "Letter to them");
        var header = new Header(new Face(customer.code(), customer.name(), Face.Size.LARGE), words, letter, call);
        header.addClassNames("page-header", "file-header");
        return header;
    }

    private Component asked(CustomerFile file, Runnable again) {
        var section = section("Have we asked them?");
        section.add(AskPart.withQuestion(file.coverage(), coverages, again));
        return section;
    }

    private Component wishes(CustomerFile file, Runnable again) {
        var section = section("What they said, and what we say to it");
        if (file.standing().isEmpty()) {
            section.add(new Paragraph("Nothing is on record. Ask what matters to them, and press H to write it down."));
        }
        file.standing().forEach(wish -> section.add(wish(wish, file, again)));
        return section;
    }

    private Component wish(PreferenceRow wish, CustomerFile file, Runnable again) {
        var part = words(wish, file);
        if (file.mayAnswer()) {
            var deeds = new Div(
                    deed(
                            wish.answer().equals("unanswered") ? "Answer" : "Answer anew",
                            file,
                            wish,
                            () -> amend.answer(wish, file.today(), again)),
                    deed("Correct", file, wish, () -> amend.correct(wish, file.today(), again)),
                    deed("Changed", file, wish, () -> amend.change(wish, file.today(), again)),
                    deed("End", file, wish, () -> amend.end(wish, file.today(), again)));
            if (wish.reviewOn() != null && !wish.reviewOn().isAfter(file.today())) {
                deeds.addComponentAsFirst(
                        deed("Ask again", file, wish, () -> amend.askAgain(wish, file.today(), again)));
            }
            if (!file.contacts().isEmpty()) {
                deeds.add(deed("Whose wish", file, wish, () -> ContactsPart.askWhose(wish, file, contacts, again)));
            }
            deeds.addClassName("file-deeds");
            part.add(deeds);
        }
        addHistory(part, wish, file);
        return part;
    }

    private static Button deed(String verb, CustomerFile file, PreferenceRow wish, Runnable work) {
        var button = new Button(verb, click -> work.run());
        button.addThemeName("tertiary");
        button.setAriaLabel("%s: %s".formatted(verb, WishWords.of(wish, file.names())));
        return button;
    }

    private static Div words(PreferenceRow wish, CustomerFile file) {
        var meaning = new Paragraph(answer(wish) + WishWords.of(wish, file.names()));
        meaning.addClassNames("file-meaning", wish.answer());
        var part = new Div(meaning);
        part.addClassName("file-wish");
        if (wish.words() != null && !wish.words().isBlank()) {
            var words = new Paragraph("“" + wish.words() + "”");
            words.addClassName("heard-words");
            part.add(words);
        }
        part.add(small(wish, file.whose().get(wish.code())));
        return part;
    }

    private static String answer(PreferenceRow wish) {
        return switch (wish.answer()) {
            case "promised" -> "Promised: ";
            case "will_try" -> "We try: ";
            case "declined" -> "Declined: ";
            default -> "No answer yet: ";
        };
    }

    private static Paragraph small(PreferenceRow wish, @Nullable String whose) {
        var line = new StringBuilder();
        if (whose != null) {
            line.append("the wish of ").append(whose);
        }
        if (wish.heardBy() != null) {
            line.append(line.isEmpty() ? "" : ", ").append("said to ").append(wish.heardBy());
        }
        add(line, "on ", wish.heardOn());
        if (wish.alternative() != null) {
            line.append(line.isEmpty() ? "" : " · ").append("offered instead: ").append(wish.alternative());
        }
        if (wish.reviewOn() != null) {
            line.append(line.isEmpty() ? "" : " · ").append("ask again on ").append(DAY.format(wish.reviewOn()));
        }
        if (wish.validFrom() != null) {
            line.append(line.isEmpty() ? "" : " · ").append("from ").append(DAY.format(wish.validFrom()));
        }
        if (wish.validTo() != null) {
            line.append(line.isEmpty() ? "" : " · ").append("until ").append(DAY.format(wish.validTo()));
        }
        var small = new Paragraph(line.toString());
        small.addClassName("file-small");
        return small;
    }

    private static void add(StringBuilder line, String before, @Nullable LocalDate day) {
        if (day != null) {
            line.append(line.isEmpty() ? "" : " ").append(before).append(DAY.format(day));
        }
    }

    /** What stood there before, and who changed it and why. */
    private static void addHistory(Div part, PreferenceRow wish, CustomerFile file) {
        var rows = file.history().getOrDefault(wish.code(), List.of());
        if (rows.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        rows.forEach(row -> list.add(new ListItem(line(row, file))));
        var details = new Details(new Span("How it came to be so"), list);
        details.addClassName("file-history");
        part.add(details);
    }

    private static String line(AuditRow row, CustomerFile file) {
        var when = DAY.format(row.at().atZone(file.zone()));
        var what = switch (row.action()) {
            case "state" -> "wrote it down: " + row.after();
            case "answer" -> "answered: " + row.after();
            case "correct" -> "corrected it. Before: " + row.before();
            case "end" -> "ended it. Before: " + row.before();
            case "still so" -> "asked again: still so";
            case "whose wish" -> "said whose wish it is: " + row.after();
            default -> row.action() + (row.after() == null ? "" : ": " + row.after());
        };
        return "%s, %s %s%s".formatted(when, row.actor(), what, row.why() == null ? "" : " – " + row.why());
    }

    private static Component ended(CustomerFile file) {
        var list = new Div();
        for (var wish : file.ended()) {
            var part = words(wish, file);
            addHistory(part, wish, file);
            list.add(part);
        }
        var details =
                new Details(new Span("No longer so (%d)".formatted(file.ended().size())), list);
        details.addClassName("caller-section");
        return details;
    }

    /** Whom they would write to, and the way out. */
    private static Component leaving(CustomerFile file) {
        var customer = file.customer();
        var section = section("Who would they write to?");
        section.add(new Paragraph(file.writesTo()));
        if (customer.cancelledOn() != null) {
            section.add(new Paragraph("They cancelled on " + DAY.format(customer.cancelledOn())
                    + (customer.cancelReason() == null ? "." : ": “" + customer.cancelReason() + "”")));
        }
        if (file.mayCancel()) {
            section.add(new Anchor(Cancellations.address(customer.code()), "They want to cancel…"));
        } else if (file.mayReopen()) {
            section.add(new Anchor(Cancellations.address(customer.code()), "They come back…"));
        }
        return section;
    }

    private Component order(CustomerFile file, Runnable again) {
        var customer = file.customer();
        var section = section("What gives way first");
        section.add(new GivesWayPart(
                file.question(), customer.givesWay().stream().map(GivesWay::of).toList(), file.mayAnswer(), order -> {
                    try {
                        givesWay.order(customer.code(), customer.version(), order);
                        Notices.done("Saved. What we offer when something breaks follows this order from now on.");
                    } catch (CustomerChanged | IllegalArgumentException | NotAllowed refusal) {
                        Notices.problem(refusal.getMessage());
                    }
                    again.run();
                }));
        return section;
    }

    private static Section section(String title) {
        var section = new Section(new H3(title));
        section.addClassName("caller-section");
        return section;
    }
}
