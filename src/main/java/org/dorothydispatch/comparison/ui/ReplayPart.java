package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.dorothydispatch.comparison.CauseTables;
import org.dorothydispatch.comparison.ReplayedProtocol;
import org.dorothydispatch.comparison.WhyService;
import org.dorothydispatch.uikit.Exports;

/** What would have been, had a protocol only informed, and how that was found out. */
class ReplayPart extends Div {

    ReplayPart(String office, ReplayedProtocol replayed) {
        addClassName("replayed");
        var rule = replayed.protocol();
        add(new H3("If “%s” had only informed".formatted(rule.words())));
        var kept = replayed.kept();
        var stood = replayed.stood();
        if (stood.isEmpty()) {
            add(new Paragraph("It stood against no promise at %s in %s."
                    .formatted(office, replayed.months().words())));
            return;
        }
        var file = "played-%s-%s".formatted(replayed.office(), rule.code());
        var sentence = new Paragraph();
        sentence.add(
                Cells.open(
                        "%,d of %,d".formatted(kept.size(), stood.size()),
                        "%s: promises that would have been kept".formatted(office),
                        file,
                        kept.stream().map(ReplayedProtocol.Kept::behind).toList()),
                Cells.text(" promise%s that it stood against at %s would have been kept, %s, to %,d customer%s."
                        .formatted(
                                stood.size() == 1 ? "" : "s",
                                office,
                                replayed.months().words(),
                                replayed.customers(),
                                replayed.customers() == 1 ? "" : "s")));
        var played = replayed.played();
        var flags = new Paragraph(
                ("%,d of %,d visits done broke it. They still would, but nothing would have %s; for %,d of them somebody"
                                + " wrote a reason. Moving the visits would have ended %,d protocol flag%s and made %,d new"
                                + " one%s.")
                        .formatted(
                                played.flags(),
                                played.visits(),
                                rule.level().equals("block") ? "been blocked by it" : "asked why",
                                played.reasons(),
                                played.ended(),
                                played.ended() == 1 ? "" : "s",
                                played.begun(),
                                played.begun() == 1 ? "" : "s"));
        add(sentence, flags);
        if (!kept.isEmpty()) {
            var people = new UnorderedList();
            people.addClassName("kept-people");
            kept.stream()
                    .limit(5)
                    .map(ReplayedProtocol.Kept::behind)
                    .forEach(one -> people.add(new ListItem("%s: %s".formatted(one.name(), one.what()))));
            add(people);
            if (kept.size() > 5) {
                add(Cells.open(
                        "All %,d".formatted(kept.size()),
                        "%s: promises that would have been kept".formatted(office),
                        file,
                        kept.stream().map(ReplayedProtocol.Kept::behind).toList()));
            }
        }
        add(how(), Exports.of(() -> CauseTables.played(replayed)));
    }

    private static Details how() {
        var list = new UnorderedList(
                new ListItem(
                        "The checks are those of the board; the visits, absences, wishes and protocols are those on"
                                + " record today. Only this one protocol is set to inform."),
                new ListItem(
                        ("Played are the promises it stood against in the last %d months of the period, in the order of"
                                        + " the days. The rest of the plan stays as it was.")
                                .formatted(WhyService.REPLAYED_MONTHS)),
                new ListItem(
                        "Each such visit goes to the place that costs its customer least of all that keep the promise:"
                                + " within seven days of the day it was due, with somebody of the office who works that day, at"
                                + " its own time, on a quarter of an hour, or at the edge of the customer’s hours."),
                new ListItem(
                        "No place is taken where something blocks, where another protocol asks for a reason that the"
                                + " visit did not owe anyway, or where a promise to anybody would be broken for it."),
                new ListItem("A place that is taken is taken: who comes later finds it full."),
                new ListItem(
                        "Not known is what the customer would have said to the other day or hour, and what else the"
                                + " office would have planned under another rule. That somebody calls ahead in time is taken"
                                + " for granted."));
        return new Details("What was played, and what was assumed", list);
    }
}
