package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dorothydispatch.flags.FlagRow;
import org.dorothydispatch.flags.Review;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.shared.Light;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.LightsBadge;

/** One visit in the preview of a draft: who, from where to where, the lights before and after, and what would break. */
final class ProposalLine extends ListItem {

    /** A visit that is moved. */
    ProposalLine(Review.Line line, Consumer<String> leaveOut) {
        this(line.customer(), line.name(), line.lights());
        addClassName(line.outcome().name().toLowerCase(Locale.ROOT));
        var words = words(line.name());
        if (!line.before().isEmpty()) {
            words.add(place(line));
        }
        if (!line.sentence().isEmpty() && notAmong(line.breaks(), line.sentence())) {
            words.add(sentence(line.sentence(), "proposal-why"));
        }
        breaks(words, line.breaks());
        var out = new Button("Leave out", click -> leaveOut.accept(line.visit()));
        out.addThemeNames("tertiary", "small");
        out.setAriaLabel("Leave out " + line.name());
        add(words, lights(line.lights()), out);
    }

    /** A visit that stays but fares differently. */
    ProposalLine(Review.Neighbour neighbour) {
        this(neighbour.customer(), neighbour.name(), neighbour.lights());
        var words = words(neighbour.name());
        words.add(sentence("Stays " + neighbour.place(), "proposal-place"));
        breaks(words, neighbour.breaks());
        add(words, lights(neighbour.lights()));
    }

    private ProposalLine(String customer, String name, Review.Change lights) {
        addClassName("proposal-line");
        if (lights.customerAfter() == Light.RED && lights.customerBefore() != Light.RED) {
            addClassName("worse");
        }
        var face = new Face(customer, name);
        face.getElement().setAttribute("aria-hidden", "true");
        add(face);
    }

    private static Div words(String name) {
        var who = new Span(name);
        who.addClassName("proposal-name");
        var words = new Div(who);
        words.addClassName("proposal-words");
        return words;
    }

    private static Paragraph place(Review.Line line) {
        var place = new Paragraph(Words.sentence(line.before()));
        place.addClassName("proposal-place");
        if (!line.after().isEmpty()) {
            var arrow = new Span(" → ");
            arrow.getElement().setAttribute("aria-label", "to");
            var after = new Span(Words.sentence(line.after()));
            after.addClassName("proposal-after");
            place.add(arrow, after);
        }
        return place;
    }

    private static boolean notAmong(List<FlagRow> flags, String sentence) {
        return flags.stream().noneMatch(flag -> flag.message().equals(sentence));
    }

    /** What cannot be and what was promised stand first. */
    private static void breaks(Div words, List<FlagRow> flags) {
        flags.stream()
                .sorted(Comparator.comparing(flag -> flag.level() != Level.BLOCK && flag.level() != Level.PROMISED))
                .forEach(flag -> words.add(sentence(
                        flag.message(), "proposal-break " + flag.level().word())));
    }

    private static Paragraph sentence(String text, String classes) {
        var sentence = new Paragraph(text);
        sentence.addClassNames(classes.split(" "));
        return sentence;
    }

    private static Div lights(Review.Change lights) {
        var arrow = new Span("→");
        arrow.getElement().setAttribute("aria-label", "then");
        var both = new Div(
                new LightsBadge(lights.customerBefore(), lights.companyBefore()),
                arrow,
                new LightsBadge(lights.customerAfter(), lights.companyAfter()));
        both.addClassName("proposal-lights");
        return both;
    }
}
