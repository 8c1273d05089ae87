package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.flags.AwayOutlook;
import org.dorothydispatch.flags.AwayOutlooks;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.shared.Table;
import org.dorothydispatch.uikit.Exports;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.Refusal;
import org.jspecify.annotations.Nullable;

/** Whose absence in the next calendar month would break the most promises. It is looked at when somebody asks. */
class AwayPart extends Section {

    /** More are read under "Which promises" and in the files. */
    private static final int NAMES = 12;

    private static final long EVERY_NANOS = 200_000_000L;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final AwayOutlooks outlooks;
    private final OfficeRow office;
    private final YearMonth month;
    private final Div answer = new Div();

    AwayPart(AwayOutlooks outlooks, OfficeRow office, LocalDate today) {
        this.outlooks = outlooks;
        this.office = office;
        this.month = YearMonth.from(today).plusMonths(1);
        addClassName("away");
        answer.addClassName("away-answer");
        add(
                new H2("If one of us were away in %s".formatted(Period.words(month))),
                new Paragraph("For each technician of %s: which promises would break if they were away the whole month?"
                                .formatted(office.name())
                        + " Each visit planned with them goes, on its day, to the colleague of the office who breaks the"
                        + " fewest of the promises it keeps now, at an hour that colleague is free. Each visit is looked at"
                        + " by itself, so one colleague may be counted on twice in a morning: at least so many would break."
                        + " Moving a visit to another day is left out; so are promises that are broken already."),
                answer);
        var look = new Button("Look at %s".formatted(Period.words(month)), click -> look());
        answer.add(look);
    }

    private void look() {
        var ui = UI.getCurrent();
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Progress");
        var words = new Span("Looking at the visits of %s".formatted(Period.words(month)));
        words.getElement().setAttribute("role", "status");
        answer.removeAll();
        answer.add(words, bar);
        var last = new AtomicLong(System.nanoTime() - EVERY_NANOS);
        outlooks.start(office.code(), month.atDay(1), month.atEndOfMonth(), (done, total) -> {
                    var before = last.get();
                    var now = System.nanoTime();
                    // A browser is told five times a second, not for every visit.
                    if (now - before >= EVERY_NANOS && last.compareAndSet(before, now)) {
                        ui.access(() -> {
                            bar.setIndeterminate(false);
                            bar.setValue((double) done / total);
                            words.setText("%,d of %,d visits".formatted(done, total));
                        });
                    }
                })
                .whenComplete((found, trouble) -> ui.access(() -> {
                    answer.removeAll();
                    if (trouble == null) {
                        show(found);
                    } else {
                        failed();
                    }
                }));
    }

    private void failed() {
        answer.add(
                new Refusal("That could not be looked at. Try again in a minute."),
                new Button("Look again", click -> look()));
    }

    /** Draws what was found. */
    void show(List<AwayOutlook> found) {
        int visits = found.stream().mapToInt(AwayOutlook::visits).sum();
        var summary = new Paragraph(
                visits == 0
                        ? "No visit is planned with anybody in %s yet.".formatted(Period.words(month))
                        : "%,d planned visit%s of %d technician%s looked at."
                                .formatted(visits, visits == 1 ? "" : "s", found.size(), found.size() == 1 ? "" : "s"));
        summary.getElement().setAttribute("role", "status");
        answer.add(summary);
        if (visits == 0) {
            return;
        }
        var list = new OrderedList();
        list.addClassName("away-list");
        found.forEach(one -> list.add(item(one)));
        answer.add(list, Exports.of(() -> table(found)));
    }

    private static ListItem item(AwayOutlook one) {
        var name = new Span(one.name());
        name.addClassName("away-name");
        name.getElement().setAttribute("dir", "auto");
        int broken = one.losses().size();
        var small = new Span(
                broken == 0
                        ? "No promise would break: somebody else could keep each (%,d visit%s)."
                                .formatted(one.visits(), one.visits() == 1 ? "" : "s")
                        : "%,d promise%s would break on %,d of %,d visit%s: %s."
                                .formatted(
                                        broken,
                                        broken == 1 ? "" : "s",
                                        one.losses().stream()
                                                .map(AwayOutlook.Loss::visit)
                                                .distinct()
                                                .count(),
                                        one.visits(),
                                        one.visits() == 1 ? "" : "s",
                                        some(names(one))));
        small.addClassName("risk-small");
        var words = new Div(name, small);
        words.addClassName("risk-words");
        var who = new Div(new Face(one.technician(), one.name()), words);
        who.addClassName("risk-who");
        var item = new ListItem(who);
        if (broken > 0) {
            var details = new Details("Which promises", losses(one));
            details.addClassName("away-which");
            item.add(details);
        }
        return item;
    }

    /** Each customer once, whose promise breaks first comes first. */
    private static List<String> names(AwayOutlook one) {
        var names = new LinkedHashMap<String, String>();
        one.losses().forEach(loss -> names.putIfAbsent(loss.customer(), loss.name()));
        return List.copyOf(names.values());
    }

    private static String some(List<String> names) {
        return names.size() <= NAMES
                ? String.join(", ", names)
                : "%s and %,d more".formatted(String.join(", ", names.subList(0, NAMES)), names.size() - NAMES);
    }

    private static UnorderedList losses(AwayOutlook one) {
        var list = new UnorderedList();
        list.addClassName("risk-reasons");
        for (var loss : one.losses()) {
            var name = new CustomerLink(loss.customer(), loss.name());
            var item = new ListItem();
            item.add(name, new Span(" %s: %s".formatted(DAY.format(loss.date()), loss.sentence())));
            if (loss.words() != null
                    && !loss.words().isBlank()
                    && !loss.sentence().contains(loss.words().strip())) {
                var words = new Span("“" + loss.words().strip() + "”");
                words.addClassName("risk-quote");
                words.getElement().setAttribute("dir", "auto");
                item.add(words);
            }
            list.add(item);
        }
        return list;
    }

    private Table table(List<AwayOutlook> found) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var one : found) {
            rows.add(List.of(
                    one.name(),
                    BigDecimal.valueOf(one.visits()),
                    BigDecimal.valueOf(one.losses().size()),
                    String.join(", ", names(one)),
                    one.technician()));
        }
        return new Table(
                "away-%s-%s".formatted(office.code(), month),
                List.of("Technician", "Visits planned", "Promises that would break", "Customers", "Code"),
                rows);
    }
}
