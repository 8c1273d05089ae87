package org.dorothydispatch.printing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.printing.PrintService;
import org.dorothydispatch.printing.PrintService.Driver;
import org.dorothydispatch.printing.SnapshotService;
import org.dorothydispatch.uikit.DayFields;
import org.dorothydispatch.uikit.Face;
import org.jspecify.annotations.Nullable;

/** Choose an office and a day, and take the paper. The address may name both: {@code print?office=RIVER&date=2026-10-05}. */
@Route("print")
@PageTitle("Print · Dorothy")
@Menu(title = "Print", order = 60, icon = "icons/print.svg")
@StyleSheet("styles/print.css")
@RolesAllowed({"DISPATCHER", "BRANCH_MANAGER", "SALESPERSON", "RECEPTIONIST", "TECHNICIAN", "ADMINISTRATOR"})
class PrintView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("EEE d MMM, H:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private final PrintService printing;
    private final OfficeService offices;
    private final SnapshotService snapshots;
    private final ComboBox<OfficeRow> office = new ComboBox<>();
    private final DatePicker day = DayFields.labelled("");
    private final Div sheets = new Div();

    PrintView(PrintService printing, OfficeService offices, SnapshotService snapshots) {
        this.printing = printing;
        this.offices = offices;
        this.snapshots = snapshots;
        addClassNames("page", "print-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var query = event.getLocation().getQueryParameters();
        var own = offices.list();
        if (own.isEmpty()) {
            add(new H1("Print"), new Paragraph("You can print once an administrator has given you an office."));
            return;
        }
        var asked = query.getSingleParameter("office").orElse("");
        office.setItems(own);
        office.setItemLabelGenerator(OfficeRow::name);
        office.setAriaLabel("Office");
        office.setValue(
                own.stream().filter(row -> row.code().equals(asked)).findFirst().orElse(own.getFirst()));
        day.setAriaLabel("Day");
        day.setValue(query.getSingleParameter("date")
                .map(PrintView::date)
                .orElseGet(() -> printing.today(office.getValue().code())));
        office.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                office.setValue(change.getOldValue());
            } else {
                show();
            }
        });
        day.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                day.setValue(change.getOldValue());
            } else {
                show();
            }
        });
        var header = new Header(new H1("Print"));
        header.addClassName("page-header");
        if (printing.mayPrintOffices()) {
            header.add(office);
        }
        header.add(day);
        sheets.addClassName("print-sections");
        add(header, sheets);
        show();
        if (snapshots.mayDownload()) {
            add(whenTheConsoleIsDown());
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void show() {
        sheets.removeAll();
        var date = day.getValue();
        if (!printing.mayPrintOffices()) {
            sheets.add(
                    printing.ownCode()
                            .<Section>map(code -> section(
                                    "Your day",
                                    new Paragraph(
                                            "Everybody you meet on %s, in their order.".formatted(DAY.format(date))),
                                    links("run", "technician", code, "date", date.toString())))
                            .orElseGet(
                                    () -> section(
                                            "Your day",
                                            new Paragraph(
                                                    "Your account is not tied to a technician yet. Ask an administrator to do that."))));
            return;
        }
        var code = office.getValue().code();
        var drivers = printing.drivers(code, date);
        var list = new UnorderedList();
        list.addClassName("print-list");
        drivers.forEach(driver -> list.add(line(driver, date)));
        var whole = section("Run sheets of " + DAY.format(date));
        if (drivers.isEmpty()) {
            whole.add(new Paragraph("Nobody of %s has a stop on this day. Choose another one."
                    .formatted(office.getValue().name())));
        } else {
            var everybody = new Div(new Span("Everybody, one sheet after the other"));
            everybody.addClassName("print-line");
            everybody.add(links("day", "office", code, "date", date.toString()));
            whole.add(everybody, list);
        }
        var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var week = section(
                "The week",
                new Paragraph(
                        "All routes and days from %s, with both lights of every visit.".formatted(DAY.format(monday))),
                links("week", "office", code, "from", monday.toString()));
        sheets.add(whole, week);
    }

    private ListItem line(Driver driver, LocalDate date) {
        var name = new Span(driver.name());
        name.addClassName("print-name");
        var stops = new Span(driver.stops() == 1 ? "1 stop" : driver.stops() + " stops");
        stops.addClassName("print-small");
        var item = new ListItem(
                new Face(driver.code(), driver.name(), Face.Size.SMALL),
                name,
                stops,
                links("run", "technician", driver.code(), "date", date.toString()));
        if (printing.mayLookAtPhones()) {
            var phone = new Anchor(
                    "day/"
                            + URLEncoder.encode(driver.code(), StandardCharsets.UTF_8)
                                    .replace("+", "%20"),
                    "On the phone");
            phone.getElement().setAttribute("title", "Today and tomorrow as %s sees them".formatted(driver.name()));
            item.add(phone);
        }
        item.addClassName("print-line");
        return item;
    }

    /** To the page, which prints, and to the PDF. */
    private static Span links(String what, String... query) {
        var address = new StringBuilder();
        for (int i = 0; i < query.length; i += 2) {
            address.append(i == 0 ? '?' : '&')
                    .append(query[i])
                    .append('=')
                    .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        var page = new Anchor("print/" + what + address, "Print", AnchorTarget.BLANK);
        var pdf = new Anchor("print/" + what + ".pdf" + address, "PDF", AnchorTarget.BLANK);
        for (var link : List.of(page, pdf)) {
            link.setRouterIgnore(true);
        }
        var both = new Span(page, pdf);
        both.addClassName("print-links");
        return both;
    }

    private Section whenTheConsoleIsDown() {
        var words = new Paragraph("The next three days of each office lie ready as a file that any browser opens,"
                + " without the console. They are looked after every quarter of an hour. Take one away, or tell people"
                + " where they lie.");
        var section = section("When the console is down", words);
        if (!snapshots.on()) {
            section.add(new Paragraph(
                    "They are switched off here. The setting dorothy.snapshots.folder names the folder for them."));
            return section;
        }
        var notes = snapshots.notes();
        if (notes.isEmpty()) {
            section.add(new Paragraph("No file was made yet. The first ones come within a quarter of an hour."));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("print-list");
        for (var note : notes) {
            var name = new Span(note.office().name());
            name.addClassName("print-name");
            var made = new Span(
                    note.madeAt() == null
                            ? "not made yet"
                            : "made %s, up to date at %s"
                                    .formatted(MADE.format(note.madeAt()), MADE.format(note.checkedAt())));
            made.addClassName("print-small");
            var item = new ListItem(name, made);
            item.addClassName("print-line");
            if (note.madeAt() != null) {
                var take = new Anchor(
                        "print/snapshot?office="
                                + URLEncoder.encode(note.office().code(), StandardCharsets.UTF_8),
                        "Take away",
                        AnchorTarget.BLANK);
                take.setRouterIgnore(true);
                var links = new Span(take);
                links.addClassName("print-links");
                item.add(links);
            }
            if (note.trouble() != null) {
                made.setText(
                        note.madeAt() == null
                                ? "not made yet"
                                : "made %s, not up to date".formatted(MADE.format(note.madeAt())));
                var trouble = new Paragraph(note.trouble());
                trouble.addClassName("print-trouble");
                trouble.getElement().setAttribute("role", "alert");
                item.add(trouble);
            }
            if (snapshots.mayKnowWhere()) {
                var where = new Span(note.file());
                where.addClassNames("print-small", "print-where");
                item.add(where);
            }
            list.add(item);
        }
        section.add(list);
        return section;
    }

    private static Section section(String title, Component... content) {
        var section = new Section(new H2(title));
        section.addClassName("print-section");
        section.add(content);
        return section;
    }
}
