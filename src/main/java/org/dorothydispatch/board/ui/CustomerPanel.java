package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.dorothydispatch.board.CustomerSheet;
import org.dorothydispatch.customer.CustomerScreen;
import org.dorothydispatch.flags.FlagRow;
import org.dorothydispatch.flags.LaterVisits.Offer;
import org.dorothydispatch.flags.Offered;
import org.dorothydispatch.flags.StandingFlag;
import org.dorothydispatch.listening.HeardRow;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.shared.Light;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.LightsBadge;

/**
 * The person behind the selected visit: who they are, what they said and were answered, who came, what is wrong with
 * this visit and what would mend it. All text of theirs is shown as text.
 */
class CustomerPanel extends Aside {

    /** What the panel asks the screen to do. */
    interface Wishes {

        /** Move the visit where the mend proposes. */
        void mend(CustomerSheet sheet, Offered mend);

        /** Keep the visit where it is, and say why. */
        void keep(CustomerSheet sheet);

        void moveTo(String visit);

        /** Let visits follow what was agreed. */
        void bringAlong(Offer offer);

        void close();
    }

    /** The rest can be found with "Move to…". */
    private static final int MENDS = 3;

    /** In this order a flag is said. */
    private static final List<Level> HEAVIEST =
            List.of(Level.BLOCK, Level.PROMISED, Level.WILL_TRY, Level.UNANSWERED, Level.REASON, Level.INFORM);

    private final Wishes wishes;

    CustomerPanel(Wishes wishes) {
        this.wishes = wishes;
        addClassName("customer-panel");
        getElement().setAttribute("aria-label", "Customer");
        showNobody();
    }

    /** Teaches what the place is for. */
    void showNobody() {
        showNobody("Select a visit and the person behind it appears here: their own words,"
                + " what they were promised, who came, and what would mend what is broken.");
    }

    /** Says instead how somebody gets here. */
    void showNobody(String words) {
        removeAll();
        removeClassName("open");
        var hint = new Paragraph(words);
        hint.addClassName("panel-hint");
        add(hint);
    }

    void show(CustomerSheet sheet) {
        removeAll();
        addClassName("open");
        add(who(sheet));
        sheet.heard().stream().map(heard -> said(heard, sheet)).forEach(this::add);
        sheet.wishes().stream()
                .filter(CustomerPanel::isQuote)
                .map(wish -> quote(wish, sheet))
                .forEach(this::add);
        if (!sheet.customer().givesWay().isEmpty()) {
            add(givesWay(sheet.customer().givesWay()));
        }
        addRemember(sheet);
        addToAsk(sheet);
        addTheirTechnician(sheet);
        if (!sheet.faces().isEmpty()) {
            add(whoCame(sheet));
        }
        add(thisVisit(sheet), reference(sheet));
    }

    private Component who(CustomerSheet sheet) {
        var customer = sheet.customer();
        var name = new H2(customer.calledName());
        var line = new Paragraph(nameAndSince(sheet));
        var words = new Div(name, line);
        words.addClassName("panel-who-words");
        var close = new Button("Close", click -> wishes.close());
        close.addThemeName("tertiary");
        close.addClassName("panel-close");
        var who = new Div(new Face(customer.code(), person(customer.name()), Face.Size.LARGE), words, close);
        who.addClassName("panel-who");
        return who;
    }

    /** {@code Dorothy Hale, Hale's Gifts} is Dorothy Hale. */
    private static String person(String name) {
        var comma = name.indexOf(',');
        return comma > 0 ? name.substring(0, comma) : name;
    }

    private static String nameAndSince(CustomerSheet sheet) {
        var customer = sheet.customer();
        var since = customer.since() == null ? "" : "with us since " + Words.month(customer.since());
        if (customer.calledName().equals(customer.name())) {
            return Words.sentence(since);
        }
        return since.isEmpty() ? customer.name() : customer.name() + " · " + since;
    }

    /** Remembering has a place of its own. */
    private static boolean isQuote(PreferenceRow wish) {
        return !wish.kind().equals("REMEMBER");
    }

    private static Component quote(PreferenceRow wish, CustomerSheet sheet) {
        var quote = new Div();
        quote.addClassName("panel-quote");
        quote.getElement().setAttribute("role", "group");
        var meaning = Words.wish(wish, sheet.names());
        if (wish.words() == null || wish.words().isBlank()) {
            quote.add(new Paragraph(Words.sentence(meaning)));
        } else {
            var words = new Paragraph("“" + wish.words() + "”");
            words.addClassName("panel-words");
            quote.add(words);
        }
        quote.add(new Footer(new Span(heard(wish, sheet)), answer(wish, meaning)));
        if (wish.answer().equals("declined") && wish.alternative() != null) {
            var told = wish.toldOn() == null ? "" : ", told " + Words.date(wish.toldOn(), sheet.today());
            var instead = new Paragraph("Offered instead: " + wish.alternative() + told);
            instead.addClassName("panel-instead");
            quote.add(instead);
        }
        return quote;
    }

    /** What they said and nobody has settled yet. */
    private static Component said(HeardRow heard, CustomerSheet sheet) {
        var words = new Paragraph("“" + heard.words() + "”");
        words.addClassName("panel-words");
        var tag = new Anchor("listening?heard=" + heard.code(), "No answer yet");
        tag.addClassNames("panel-answer", "unanswered");
        var when = heard.heardAt().atZone(sheet.zone()).toLocalDate();
        var quote = new Div(
                words,
                new Footer(new Span("to %s, %s".formatted(heard.heardBy(), Words.date(when, sheet.today()))), tag));
        quote.addClassNames("panel-quote", "panel-heard");
        quote.getElement().setAttribute("role", "group");
        return quote;
    }

    private static String heard(PreferenceRow wish, CustomerSheet sheet) {
        var when = wish.heardOn() == null ? "" : Words.date(wish.heardOn(), sheet.today());
        if (wish.heardBy() == null) {
            return when;
        }
        return "to " + wish.heardBy() + (when.isEmpty() ? "" : ", " + when);
    }

    private static Span answer(PreferenceRow wish, String meaning) {
        var tag = new Span(
                switch (wish.answer()) {
                    case "promised" -> "Promised";
                    case "will_try" -> "Will try: " + meaning;
                    case "declined" -> "Declined";
                    default -> "No answer yet";
                });
        tag.addClassNames("panel-answer", wish.answer());
        tag.getElement().setAttribute("title", Words.sentence(meaning));
        return tag;
    }

    private static Component givesWay(List<String> order) {
        var line = new Div();
        line.addClassName("panel-gives-way");
        for (int i = 0; i < order.size(); i++) {
            var last = i == order.size() - 1;
            if (i > 0) {
                line.add(new Span(last ? "never" : "then"));
            }
            var part = new Span(Words.sentence(order.get(i)));
            part.addClassName(last && i > 0 ? "last" : "part");
            line.add(part);
        }
        return section("What gives way first", line);
    }

    private void addRemember(CustomerSheet sheet) {
        var lines = new Div();
        if (sheet.customer().remember() != null) {
            lines.add(new Paragraph(sheet.customer().remember()));
        }
        sheet.wishes().stream()
                .filter(wish -> !isQuote(wish) && wish.words() != null)
                .forEach(wish -> lines.add(new Paragraph(wish.words())));
        if (sheet.visit().note() != null) {
            lines.add(new Paragraph(sheet.visit().note()));
        }
        if (lines.getComponentCount() > 0) {
            var remember = section("Please remember", lines);
            remember.addClassName("panel-remember");
            add(remember);
        }
    }

    /** What to ask them next time; whoever was asked lately is left in peace. */
    private void addToAsk(CustomerSheet sheet) {
        var coverage = sheet.coverage();
        if (!coverage.toAsk().isEmpty()) {
            var by = coverage.questionBy() == null ? "" : " (%s would like to know)".formatted(coverage.questionBy());
            var ask = section("Ask next time", new Div(new Paragraph(coverage.toAsk() + by)));
            ask.addClassName("panel-ask");
            add(ask);
        }
    }

    private void addTheirTechnician(CustomerSheet sheet) {
        var technician = sheet.customer().technician();
        if (technician != null) {
            var name = sheet.nameOf(technician);
            var line = new Div(new H3("Their technician"), new Face(technician, name, Face.Size.SMALL), new Span(name));
            line.addClassNames("panel-section", "panel-person");
            add(line);
        }
    }

    private static Component whoCame(CustomerSheet sheet) {
        var strip = new UnorderedList();
        strip.addClassName("panel-strip");
        for (var face : sheet.faces()) {
            var month = new Span(face.date().getMonth().getDisplayName(TextStyle.NARROW, Locale.ENGLISH));
            var mark = new Span(
                    switch (face.mark()) {
                        case KEPT -> "✓";
                        case BROKEN -> "×";
                        case CONSENTED -> "○";
                    });
            mark.addClassName(face.mark().name().toLowerCase(Locale.ROOT));
            var words = switch (face.mark()) {
                case KEPT -> "as they wished";
                case BROKEN -> "against their wish";
                case CONSENTED -> "with their consent";
            };
            var item = new ListItem(new Face(face.technician(), face.name(), Face.Size.SMALL), month, mark);
            item.getElement()
                    .setAttribute(
                            "title",
                            "%s, %s, %s".formatted(Words.date(face.date(), sheet.today()), face.name(), words));
            item.getElement()
                    .setAttribute("aria-label", "%s: %s, %s".formatted(Words.day(face.date()), face.name(), words));
            strip.add(item);
        }
        return section("Who came", strip);
    }

    private Component thisVisit(CustomerSheet sheet) {
        var placement = sheet.visit().placement();
        var title = new H3(Words.place(
                placement.date(), placement.start(), sheet.technician().orElse(null)));
        var box = new Section(title);
        box.addClassName("panel-visit");
        var open = sheet.flags().stream().filter(flag -> flag.flag().broken()).toList();
        var customer = light(sheet.flags(), flag -> flag.side() == Side.CUSTOMER);
        var company = light(sheet.flags(), flag -> flag.side() != Side.CUSTOMER);
        box.addClassName(customer.or(company).name().toLowerCase(Locale.ROOT));
        title.addComponentAsFirst(new LightsBadge(customer, company));
        if (sheet.flags().isEmpty()) {
            box.add(new Paragraph(
                    placement.date() == null || placement.technician() == null
                            ? "Nobody comes yet. Due %s."
                                    .formatted(Words.day(sheet.visit().dueOn()))
                            : "Nothing is against their wishes or our protocols."));
        }
        sheet.flags().stream()
                .sorted(Comparator.comparing(
                        flag -> HEAVIEST.indexOf(flag.flag().level())))
                .forEach(flag -> box.add(sentence(flag, sheet)));
        if (!open.isEmpty() && company == Light.GREEN) {
            box.add(new Paragraph("The company light is green."));
        }
        if (sheet.mayMove()) {
            sheet.mends().stream().limit(MENDS).forEach(mend -> box.add(mend(mend, sheet)));
            if (open.stream()
                    .anyMatch(flag -> flag.answer() == null && !flag.flag().blocks())) {
                var name = sheet.technician().map(Words::firstName).orElse("it");
                box.add(choice("Keep " + name, "", "Say why", () -> wishes.keep(sheet)));
            }
            sheet.elsewhere()
                    .ifPresent(offer ->
                            box.add(choice(offer.sentence(), "", "Bring along…", () -> wishes.bringAlong(offer))));
            box.add(choice(
                    "Somewhere else",
                    "",
                    "Move to…",
                    () -> wishes.moveTo(sheet.visit().code())));
        }
        return box;
    }

    /** How loud one side is: red when a promise is broken or it cannot be, amber when anything else is. */
    private static Light light(List<StandingFlag> flags, Predicate<FlagRow> side) {
        return flags.stream()
                .map(StandingFlag::flag)
                .filter(FlagRow::broken)
                .filter(side)
                .map(flag -> flag.level() == Level.PROMISED || flag.level() == Level.BLOCK ? Light.RED : Light.AMBER)
                .reduce(Light.GREEN, Light::or);
    }

    private static Component sentence(StandingFlag standing, CustomerSheet sheet) {
        var line = new Paragraph(standing.flag().message());
        line.addClassNames("panel-flag", standing.flag().level().word());
        var answer = standing.answer();
        if (answer != null) {
            var words = answer.words() == null || answer.words().isBlank() ? "" : ": " + answer.words();
            var kept = new Span((answer.consented() ? "They agreed (asked by %s, %s)" : "Kept by %s, %s")
                            .formatted(answer.by(), Words.date(answer.on(), sheet.today()))
                    + words);
            kept.addClassName("panel-kept");
            line.add(kept);
        }
        return line;
    }

    private Component mend(Offered mend, CustomerSheet sheet) {
        var ask = !mend.needsConsentFor().isEmpty();
        var line = choice(
                mend.sentence(),
                ask ? "needs their consent" : "",
                ask ? "Ask them" : "Move",
                () -> wishes.mend(sheet, mend));
        line.addComponentAsFirst(new LightsBadge(mend.customerLight(), mend.companyLight()));
        return line;
    }

    private static Div choice(String words, String condition, String verb, Runnable then) {
        var text = new Div(new Span(words));
        if (!condition.isEmpty()) {
            var small = new Span(condition);
            small.addClassName("panel-condition");
            text.add(small);
        }
        var button = new NativeButton(verb, click -> then.run());
        button.getElement().setAttribute("aria-label", verb + ": " + words);
        var line = new Div(text, button);
        line.addClassName("panel-choice");
        return line;
    }

    private static Component reference(CustomerSheet sheet) {
        var list = new Div();
        list.addClassName("panel-reference");
        list.add(new Paragraph(new Anchor(
                CustomerScreen.address(sheet.customer().code()), "All that is written down, to answer or correct")));
        if (sheet.agreement() != null) {
            list.add(new Paragraph("%s, %d minutes"
                    .formatted(sheet.agreement().service(), sheet.visit().minutes())));
        }
        if (sheet.site() != null) {
            if (sheet.site().access() != null) {
                list.add(new Paragraph("How to get in: " + sheet.site().access()));
            }
            if (sheet.site().address() != null) {
                list.add(new Paragraph(sheet.site().address()));
            }
        }
        if (sheet.customer().phone() != null) {
            list.add(new Paragraph(sheet.customer().phone()));
        }
        list.add(new Paragraph("Visit %s of customer %s"
                .formatted(sheet.visit().code(), sheet.customer().code())));
        return list;
    }

    private static Section section(String title, Component content) {
        var section = new Section(new H3(title), content);
        section.addClassName("panel-section");
        return section;
    }
}
