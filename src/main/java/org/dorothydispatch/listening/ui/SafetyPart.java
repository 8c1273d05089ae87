package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dorothydispatch.listening.SafetyBlock;
import org.dorothydispatch.listening.SafetyBlocks;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Notices;
import org.dorothydispatch.workforce.TechnicianRow;

/** Whom we do not send to a customer, for their own safety. For branch managers. */
class SafetyPart extends Section {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int LONGEST = 2_000;

    SafetyPart(String customer, List<TechnicianRow> technicians, ZoneId zone, SafetyBlocks blocks, Runnable again) {
        addClassName("caller-section");
        add(
                new H3("Safety of our people"),
                new Paragraph(
                        "Whom we do not send there. Only branch managers see this and read why; it is our decision,"
                                + " never the customer's wish."));
        var list = new UnorderedList();
        for (var block : blocks.of(customer)) {
            var lift = new Button("Send again…", click -> askWhy(block, blocks, again));
            lift.addThemeName("tertiary");
            lift.setAriaLabel("Send again: " + block.name());
            list.add(new ListItem(
                    new Span("%s, since %s, by %s: %s"
                            .formatted(
                                    block.name(),
                                    DAY.format(block.setAt().atZone(zone)),
                                    block.setBy(),
                                    block.reason())),
                    lift));
        }
        add(list, more(customer, technicians, blocks, again));
    }

    private static Div more(String customer, List<TechnicianRow> technicians, SafetyBlocks blocks, Runnable again) {
        var who = new ComboBox<TechnicianRow>("Who is not sent there");
        who.setItems(technicians);
        who.setItemLabelGenerator(TechnicianRow::name);
        var why = new TextArea("Why (only branch managers read it)");
        why.setMaxLength(LONGEST);
        why.setWidthFull();
        var save = new Button(
                "Do not send",
                click -> work(
                        () -> blocks.keepAway(
                                customer,
                                who.getValue() == null ? "" : who.getValue().code(),
                                why.getValue()),
                        again));
        var fields = new Div(who, why, save);
        fields.addClassName("wish-parts");
        return fields;
    }

    private static void askWhy(SafetyBlock block, SafetyBlocks blocks, Runnable again) {
        var dialog = new Dialog();
        dialog.setHeaderTitle("Send %s there again?".formatted(block.name()));
        dialog.setWidth("min(30rem, 96vw)");
        var why = new TextArea("What has changed");
        why.setMaxLength(LONGEST);
        why.setWidthFull();
        dialog.add(why);
        var cancel = new Button("Cancel", click -> dialog.close());
        cancel.addThemeName("tertiary");
        var save = new Button(
                "Send again",
                click -> work(
                        () -> {
                            blocks.lift(block.code(), why.getValue());
                            dialog.close();
                        },
                        again));
        save.addThemeName("primary");
        dialog.getFooter().add(cancel, save);
        dialog.open();
    }

    private static void work(Runnable work, Runnable again) {
        try {
            work.run();
            Notices.done("Done. Every visit to come is judged by it from now on.");
            again.run();
        } catch (IllegalArgumentException | NotAllowed refusal) {
            Notices.problem(refusal.getMessage());
        }
    }
}
