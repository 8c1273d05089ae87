package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.dorothydispatch.practice.Play;
import org.dorothydispatch.practice.Story.Choice;
import org.dorothydispatch.practice.Story.Technician;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.LightsBadge;

/**
 * The board of a scene: technicians down, days across, who is away, what else they do, and each place the visit could go
 * with its two lights and the letter of its choice.
 */
class SmallBoard extends Div {

    SmallBoard(Play play) {
        addClassName("practice-board");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Board");
        getElement().setAttribute("tabindex", "0");
        var table = new NativeTable();
        var days = play.scene().days();
        var head = table.getHead().addRow();
        head.addHeaderCell().setText("");
        for (var day : days) {
            var cell = head.addHeaderCell();
            cell.setText(Words.day(day));
            cell.getElement().setAttribute("scope", "col");
            if (play.scene().visit() != null && day.equals(play.scene().visit().dueOn())) {
                var due = new Span(" due");
                due.addClassName("practice-due");
                cell.add(due);
            }
        }
        for (var technician : play.story().technicians()) {
            if (days.stream().anyMatch(day -> here(technician, day))) {
                var row = table.getBody().addRow();
                var name = new NativeTableHeaderCell();
                name.getElement().setAttribute("scope", "row");
                name.add(
                        new Face(technician.code(), technician.name(), Face.Size.SMALL),
                        new Span(play.story().nameOf(technician.code())));
                row.add(name);
                days.forEach(day -> row.add(cell(play, technician, day)));
            }
        }
        add(table);
    }

    /** Somebody who has left, or comes later, has no row. */
    private static boolean here(Technician technician, LocalDate day) {
        return (technician.startsOn() == null || !day.isBefore(technician.startsOn()))
                && (technician.endsOn() == null || !day.isAfter(technician.endsOn()));
    }

    private static NativeTableCell cell(Play play, Technician technician, LocalDate day) {
        var cell = new NativeTableCell();
        var away = play.awayOn(technician.code(), day);
        if (away != null) {
            cell.addClassName("away");
            cell.add(new Span(away));
        }
        play.story().busy().stream()
                .filter(busy -> busy.technician().equals(technician.code())
                        && busy.date().equals(day))
                .forEach(busy -> {
                    var other = new Div(new Span("%s %s".formatted(Words.TIME.format(busy.start()), busy.name())));
                    other.addClassName("practice-busy");
                    cell.add(other);
                });
        var letter = 'A';
        for (var choice : play.scene().choices()) {
            var place = choice.place();
            if (place != null
                    && place.technician().equals(technician.code())
                    && place.date().equals(day)) {
                cell.add(card(play, choice, letter));
            }
            letter++;
        }
        return cell;
    }

    private static Component card(Play play, Choice choice, char letter) {
        var judged = play.judge(choice).orElseThrow();
        var start = choice.place() == null ? null : choice.place().start();
        var mark = new Span(String.valueOf(letter));
        mark.addClassName("practice-letter");
        var card = new Div(
                mark,
                new LightsBadge(judged.lights().customer(), judged.lights().company()),
                new Span((start == null ? "" : Words.TIME.format(start) + " ")
                        + play.story().customer().called()));
        card.addClassName("practice-visit");
        if (judged.cannot() != null) {
            card.addClassName("cannot");
        }
        return card;
    }
}
