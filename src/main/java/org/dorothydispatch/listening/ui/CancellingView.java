package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.dorothydispatch.customer.CustomerChanged;
import org.dorothydispatch.customer.CustomerScreen;
import org.dorothydispatch.listening.CancelCommand;
import org.dorothydispatch.listening.Cancellation;
import org.dorothydispatch.listening.Cancellations;
import org.dorothydispatch.listening.Leaving;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.listening.Reopenings;
import org.dorothydispatch.schedule.AgreementRow;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Ask;
import org.dorothydispatch.uikit.DayFields;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.Notices;

/**
 * A customer cancels: why, in their words, and before it is stored, what they said beside what we did. Afterwards the branch
 * manager reads the same.
 */
@Route("cancelling")
@PageTitle("A customer cancels · Dorothy")
@StyleSheet("styles/listening.css")
@RolesAllowed({"RECEPTIONIST", "SALESPERSON", "DISPATCHER", "BRANCH_MANAGER", "ADMINISTRATOR"})
class CancellingView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Cancellations cancellations;
    private final Reopenings reopenings;
    private final ListeningService listening;

    CancellingView(Cancellations cancellations, Reopenings reopenings, ListeningService listening) {
        this.cancellations = cancellations;
        this.reopenings = reopenings;
        this.listening = listening;
        addClassNames("page", "cancelling");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        asked.getSingleParameter("cancellation")
                .ifPresentOrElse(
                        code -> show(() -> cancellations.read(code)),
                        () -> asked.getSingleParameter("customer")
                                .ifPresentOrElse(code -> show(() -> cancellations.look(code)), this::nobody));
    }

    private void nobody() {
        removeAll();
        add(
                new H1("A customer cancels"),
                new Paragraph("There is no such customer in your offices. Look for a name, a street or a number."),
                new Anchor("caller", "Who is calling"));
    }

    private void show(Supplier<Leaving> reading) {
        Leaving leaving;
        try {
            leaving = reading.get();
        } catch (IllegalArgumentException | NotAllowed stranger) {
            nobody();
            return;
        }
        removeAll();
        add(header(leaving), summary(leaving));
        var done = leaving.cancellation();
        if (done != null) {
            add(onRecord(done));
        } else if (leaving.customer().cancelledOn() != null) {
            add(new Paragraph("They cancelled on %s: “%s”"
                    .formatted(
                            DAY.format(leaving.customer().cancelledOn()),
                            leaving.customer().cancelReason())));
        } else {
            add(form(leaving));
        }
        if (leaving.reopening() != null) {
            add(ComeBackPart.done(leaving.reopening(), leaving.zone()));
        } else if (leaving.mayReopen()) {
            add(new ComeBackPart(leaving, reopenings, () -> cameBack(leaving)));
        }
        add(new TimelinePart(leaving.timeline()));
    }

    private void cameBack(Leaving before) {
        var cancellation = before.cancellation();
        if (cancellation == null) {
            UI.getCurrent().navigate(CustomerScreen.address(before.customer().code()));
        } else {
            show(() -> cancellations.read(cancellation.code()));
        }
    }

    private static Component header(Leaving leaving) {
        var customer = leaving.customer();
        var name = customer.calledName();
        var title = leaving.reopening() != null
                ? name + " came back"
                : leaving.cancellation() == null && customer.cancelledOn() == null
                        ? name + " cancels"
                        : name + " cancelled";
        var since = customer.since() == null ? "" : ", with us since " + DAY.format(customer.since());
        var words = new Div(new H1(title), new Paragraph(customer.name() + since));
        var file = new Anchor(CustomerScreen.address(customer.code()), "All that is written down");
        var header = new Header(new Face(customer.code(), customer.name(), Face.Size.LARGE), words, file);
        header.addClassNames("page-header", "file-header");
        return header;
    }

    private static Component summary(Leaving leaving) {
        var breaks = leaving.breaks().size();
        var section = new Section(new Paragraph(
                breaks == 0
                        ? "We find nothing they wished for that we broke. Their words say more than our record."
                        : "%s %s. We broke what they wished for %s; %s"
                                .formatted(
                                        counted(leaving.faces(), "person", "people"),
                                        leaving.faces() == 1 ? "came" : "came in all",
                                        times(breaks),
                                        avoidable(leaving.avoidable(), breaks))));
        section.add(new Paragraph(leaving.writesToSentence()));
        section.addClassNames("caller-section", "cancelling-summary");
        return section;
    }

    private static String avoidable(int avoidable, int breaks) {
        if (avoidable == 0) {
            return "no other assignment would have helped.";
        }
        if (breaks == 1) {
            return "another assignment would have kept it.";
        }
        return avoidable == breaks
                ? "another assignment would have kept it every time."
                : "another assignment would have kept it %s.".formatted(times(avoidable));
    }

    private static String times(int number) {
        return switch (number) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> number + " times";
        };
    }

    private static String counted(int number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }

    private Component onRecord(Cancellation done) {
        var words = new Paragraph("“" + done.words() + "”");
        words.addClassName("turn-words");
        var section = new Section(
                new H3("Why"),
                words,
                new Paragraph("to %s. The last day of service is %s; %s called off."
                        .formatted(
                                done.cancelledBy(),
                                DAY.format(done.lastDay()),
                                done.visits() == 1 ? "1 visit was" : done.visits() + " visits were")));
        section.addClassName("caller-section");
        if (done.readBy() != null) {
            section.add(new Paragraph("Read by " + done.readBy() + "."));
        } else if (listening.mayReadRestricted()) {
            var read = new Button("I have read it", click -> {
                try {
                    cancellations.wasRead(done.code());
                    Notices.done("It leaves the inbox. What you do about it is yours.");
                    show(() -> cancellations.read(done.code()));
                } catch (IllegalArgumentException | NotAllowed refusal) {
                    Notices.problem(refusal.getMessage());
                }
            });
            read.addThemeName("primary");
            section.add(read);
        }
        return section;
    }

    private Component form(Leaving leaving) {
        var customer = leaving.customer();
        var opId = UUID.randomUUID().toString();
        var words = new TextArea("Why do they leave? In their words");
        words.setMaxLength(ListeningService.LONGEST);
        words.setMinRows(3);
        words.setWidthFull();
        words.setPlaceholder("“I was told Ana would come. I have met four people since.”");
        var agreement = new Select<AgreementRow>();
        agreement.setLabel("What they cancel");
        agreement.setItems(leaving.agreements());
        agreement.setEmptySelectionAllowed(true);
        agreement.setEmptySelectionCaption("Everything");
        agreement.setItemLabelGenerator(one -> one == null ? "Everything" : one.service());
        agreement.setVisible(leaving.agreements().size() > 1);
        var from = DayFields.labelled("First day without a visit");
        from.setValue(leaving.today());
        from.setMin(leaving.today());
        var save = new Button("Put it on record");
        save.addThemeName("primary");
        save.addThemeName("error");
        save.addClickListener(click -> {
            words.setInvalid(false);
            if (words.getValue().isBlank()) {
                words.setErrorMessage("Ask them why, and write it down in their words.");
                words.setInvalid(true);
                words.focus();
                return;
            }
            if (from.getValue() == null) {
                Notices.problem("Choose the first day without a visit.");
                return;
            }
            var command = new CancelCommand(
                    opId,
                    customer.code(),
                    customer.version(),
                    agreement.getValue() == null ? null : agreement.getValue().code(),
                    from.getValue(),
                    words.getValue());
            Ask.beforeHarm(
                    "Call off the visits to come of %s?".formatted(customer.calledName()),
                    "From %s on nobody comes. The branch manager reads their words beside this timeline."
                            .formatted(DAY.format(from.getValue())),
                    "They cancel",
                    () -> cancel(command));
        });
        var fields = new Div(agreement, from);
        fields.addClassName("wish-parts");
        var section = new Section(
                words,
                fields,
                new Paragraph(
                        leaving.visitsToCome() == 0
                                ? "No visit is to come."
                                : "%s to come; what falls on that day or later is called off."
                                        .formatted(
                                                leaving.visitsToCome() == 1
                                                        ? "1 visit is"
                                                        : leaving.visitsToCome() + " visits are")),
                save);
        section.addClassName("caller-section");
        return section;
    }

    private void cancel(CancelCommand command) {
        try {
            var done = cancellations.cancel(command);
            Notices.done("On record. The branch manager has it in the inbox.");
            show(() -> cancellations.read(done.code()));
        } catch (CustomerChanged | IllegalArgumentException | NotAllowed refusal) {
            Notices.problem(refusal.getMessage());
        }
    }
}
