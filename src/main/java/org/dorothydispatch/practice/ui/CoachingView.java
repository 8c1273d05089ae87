package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.practice.CoachingNote;
import org.dorothydispatch.practice.CoachingNote.State;
import org.dorothydispatch.practice.CoachingService;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/** What customers met at the desk, on the phone and at the door, and what was agreed to practise. For branch managers. */
@Route("practice/coaching")
@PageTitle("Coaching notes · Dorothy")
@StyleSheet("styles/practice.css")
@RolesAllowed({"BRANCH_MANAGER", "ADMINISTRATOR"})
class CoachingView extends Div {

    private static final String EVERY = "";

    private final CoachingService coaching;
    private final Clock clock;
    private final Map<String, String> officeNames;
    private final Grid<CoachingNote> notes = new Grid<>();
    private final Select<String> state = new Select<>();

    CoachingView(CoachingService coaching, OfficeService offices, Clock clock) {
        this.coaching = coaching;
        this.clock = clock;
        officeNames = offices.list().stream().collect(Collectors.toMap(OfficeRow::code, OfficeRow::name));
        addClassNames("page", "practice");
        var header = new Header(new H1("Coaching notes"));
        header.addClassName("page-header");
        add(header);
        if (officeNames.isEmpty()) {
            add(new Paragraph("You write notes once an administrator has given you an office."));
            return;
        }
        state.setItems(
                Stream.concat(Stream.of(EVERY), Arrays.stream(State.values()).map(State::name))
                        .toList());
        state.setItemLabelGenerator(which -> which.isEmpty() ? "All notes" : words(State.valueOf(which)));
        state.setValue(EVERY);
        state.setAriaLabel("Which");
        state.addValueChangeListener(change -> refresh());
        var write = new Button("New note", click -> new IncidentDialog(coaching, offices, this::refresh).open());
        write.addThemeName("primary");
        header.add(state, write, new Anchor("practice", "Practice"));
        add(grid());
    }

    private static String words(State state) {
        return switch (state) {
            case FILED -> "Nothing agreed yet";
            case AGREED -> "Agreed, not done yet";
            case DONE -> "Done";
        };
    }

    private Grid<CoachingNote> grid() {
        notes.addClassNames("page-grid");
        notes.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        notes.addColumn(LitRenderer.<CoachingNote>of("""
                                <span class="person"><span class="face" aria-hidden="true" \
                                style="background-color: var(--dorothy-face-${item.colour})">${item.initials}</span>\
                                <span class="person-words"><b>${item.name}</b><small>${item.small}</small></span></span>""")
                        .withProperty("name", CoachingNote::associateName)
                        .withProperty("small", note -> officeNames.getOrDefault(note.office(), note.office()))
                        .withProperty("initials", note -> Face.initialsOf(note.associateName()))
                        .withProperty("colour", note -> Face.colourOf(note.associate())))
                .setHeader("Who")
                .setKey("who")
                .setWidth("8rem")
                .setFlexGrow(1);
        notes.addColumn(LitRenderer.<CoachingNote>of("""
                                <span class="person-words"><span class="coaching-words">${item.words}</span>\
                                <small>${item.small}</small><b>${item.practice}</b></span>""")
                        .withProperty("words", CoachingNote::words)
                        .withProperty("small", NotePart::where)
                        .withProperty("practice", note -> NotePart.practice(note, coaching, clock)))
                .setHeader("What the customer met, and the practice")
                .setKey("words")
                .setWidth("10rem")
                .setFlexGrow(4);
        notes.setItemsPageable(page ->
                coaching.list(List.copyOf(officeNames.keySet()), chosen(), page.getOffset(), page.getPageSize()));
        notes.setEmptyStateText(
                "No note here. Write one when a customer met something at the desk, on the phone or at the door that they"
                        + " should not meet again.");
        notes.addItemClickListener(click -> open(click.getItem().code()));
        return notes;
    }

    private @Nullable State chosen() {
        return state.getValue().isEmpty() ? null : State.valueOf(state.getValue());
    }

    private void open(String code) {
        try {
            new NoteDialog(coaching, clock, coaching.get(code), this::refresh).open();
        } catch (IllegalArgumentException gone) {
            Notices.problem(gone.getMessage());
        }
    }

    private void refresh() {
        notes.getDataProvider().refreshAll();
    }
}
