package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dorothydispatch.flags.PromiseOutlooks;
import org.dorothydispatch.listening.AnswerService;
import org.dorothydispatch.listening.Channel;
import org.dorothydispatch.listening.Drafting;
import org.dorothydispatch.listening.HeardRow;
import org.dorothydispatch.listening.HeardRow.State;
import org.dorothydispatch.listening.Inbox;
import org.dorothydispatch.listening.Listener;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.listening.Waiting;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.uikit.Face;
import org.dorothydispatch.uikit.Notices;

/** The listening inbox: what customers said and nobody has answered yet, who waits longest first. */
@Route("listening")
@PageTitle("Listening · Dorothy")
@Menu(title = "Listening", order = 20, icon = "icons/heard.svg")
@StyleSheet("styles/listening.css")
@RolesAllowed({"RECEPTIONIST", "SALESPERSON", "DISPATCHER", "BRANCH_MANAGER", "ADMINISTRATOR"})
class ListeningView extends Div implements BeforeEnterObserver {

    private final ListeningService listening;
    private final Listener listener;
    private final AnswerService answers;
    private final Drafting drafting;
    private final Inbox waiting;
    private final PreferenceService preferences;
    private final AmendDialog amend;
    private final PromiseOutlooks outlooks;
    private final OfficeService offices;
    private final Clock clock;
    private final Map<String, String> officeNames;
    private final Grid<Waiting> inbox = new Grid<>();
    private final Select<State> state = new Select<>();
    private final Select<String> office = new Select<>();
    private final H1 title = new H1("Listening");
    private final Span kinds = new Span();

    ListeningView(
            ListeningService listening,
            Listener listener,
            AnswerService answers,
            Drafting drafting,
            Inbox waiting,
            PreferenceService preferences,
            AmendDialog amend,
            PromiseOutlooks outlooks,
            OfficeService offices,
            Clock clock) {
        this.listening = listening;
        this.listener = listener;
        this.answers = answers;
        this.drafting = drafting;
        this.waiting = waiting;
        this.preferences = preferences;
        this.amend = amend;
        this.outlooks = outlooks;
        this.offices = offices;
        this.clock = clock;
        officeNames = offices.list().stream().collect(Collectors.toMap(OfficeRow::code, OfficeRow::name));
        addClassNames("page", "listening");
        if (officeNames.isEmpty()) {
            add(title, new Paragraph("You see what customers say once an administrator has given you an office."));
            return;
        }
        add(header(), grid());
        count();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("heard").ifPresent(this::open);
    }

    private Header header() {
        state.setItems(State.values());
        state.setItemLabelGenerator(ListeningView::words);
        state.setValue(State.OPEN);
        state.setAriaLabel("Which");
        state.setWidth("14rem");
        state.addValueChangeListener(change -> refresh());
        var codes = new ArrayList<String>();
        codes.add("");
        codes.addAll(officeNames.keySet().stream()
                .sorted(Comparator.comparing(officeNames::get))
                .toList());
        office.setItems(codes);
        office.setItemLabelGenerator(code -> code.isEmpty() ? "All my offices" : officeNames.get(code));
        office.setValue("");
        office.setAriaLabel("Office");
        office.setVisible(officeNames.size() > 1);
        office.addValueChangeListener(change -> refresh());
        var hear = new Button(
                "They said…",
                click -> new HearDialog(listening, listener, null, null, Channel.PHONE, this::refresh).open());
        hear.addThemeName("primary");
        var restricted = new Button("Not to follow", click -> new RestrictedDialog(listening, chosen()).open());
        restricted.addThemeName("tertiary");
        restricted.setVisible(listening.mayReadRestricted());
        kinds.addClassName("listening-kinds");
        var asked = new Anchor("coverage", "Whom we asked");
        var header = new Header(title, kinds, asked, office, state, restricted, hear);
        header.addClassName("page-header");
        return header;
    }

    private static String words(State state) {
        return switch (state) {
            case OPEN -> "Waiting for an answer";
            case TURNED -> "Became preferences";
            case ASIDE -> "Put aside";
        };
    }

    private Grid<Waiting> grid() {
        inbox.addClassName("page-grid");
        inbox.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        inbox.addColumn(LitRenderer.<Waiting>of("""
                                <span class="person"><span class="face" aria-hidden="true" \
                                style="background-color: var(--dorothy-face-${item.colour})">${item.initials}</span>\
                                <span class="person-words"><b>${item.name}</b><small>${item.small}</small></span></span>""")
                        .withProperty("name", Waiting::customerName)
                        .withProperty("small", row -> officeNames.getOrDefault(row.office(), row.office()))
                        .withProperty("initials", row -> Face.initialsOf(row.customerName()))
                        .withProperty("colour", row -> Face.colourOf(row.customer())))
                .setHeader("Who")
                .setKey("who")
                .setWidth("8rem")
                .setFlexGrow(1);
        inbox.addColumn(LitRenderer.<Waiting>of("""
                                <span class="person-words"><b class="heard-words">${item.words}</b>\
                                <small>${item.small}</small></span>""")
                        .withProperty("words", Waiting::words)
                        .withProperty("small", this::small))
                .setHeader("What they said")
                .setKey("words")
                .setWidth("10rem")
                .setFlexGrow(4);
        inbox.setItemsPageable(page -> state.getValue() == State.OPEN
                ? waiting.waiting(chosen(), page.getOffset(), page.getPageSize())
                : listening.inbox(chosen(), state.getValue(), page.getOffset(), page.getPageSize()).stream()
                        .map(ListeningView::settled)
                        .toList());
        inbox.setEmptyStateText(
                "Nobody waits for an answer. Press H on any screen to write down what a customer says.");
        inbox.addItemClickListener(click -> open(click.getItem()));
        return inbox;
    }

    private String small(Waiting row) {
        return row.small() + ", " + ago(row.since());
    }

    /** What no longer waits, with what became of it. */
    private static Waiting settled(HeardRow row) {
        var became = row.state() == State.TURNED
                ? "answered by " + row.settledBy()
                : "put aside by " + row.settledBy() + ": " + row.settledWhy();
        return new Waiting(
                Waiting.Kind.HEARD,
                row.code(),
                row.customer(),
                row.customerName(),
                row.office(),
                "“" + row.words() + "”",
                "%s · to %s %s".formatted(became, row.heardBy(), row.channel().words()),
                row.heardAt());
    }

    private String ago(Instant moment) {
        var time = Duration.between(moment, clock.instant());
        if (time.toMinutes() < 1) {
            return "just now";
        }
        if (time.toHours() < 1) {
            return plural(time.toMinutes(), "minute");
        }
        return time.toDays() < 1 ? plural(time.toHours(), "hour") : plural(time.toDays(), "day");
    }

    private static String plural(long number, String unit) {
        return "%d %s%s ago".formatted(number, unit, number == 1 ? "" : "s");
    }

    private List<String> chosen() {
        return office.getValue().isEmpty() ? List.copyOf(officeNames.keySet()) : List.of(office.getValue());
    }

    private void open(Waiting row) {
        switch (row.kind()) {
            case HEARD -> open(row.code());
            case ASK_AGAIN -> askAgain(row);
            case CANCELLED ->
                getUI().ifPresent(ui -> ui.navigate("cancelling", QueryParameters.of("cancellation", row.code())));
        }
    }

    private void askAgain(Waiting row) {
        if (!answers.mayAnswer()) {
            Notices.done("Ask them, and tell somebody who answers: sales, dispatch or the branch manager.");
            return;
        }
        amend.askAgain(preferences.get(row.code()), offices.today(row.office()), this::refresh);
    }

    private void open(String heard) {
        if (!answers.mayAnswer()) {
            Notices.done("It waits for somebody who answers: sales, dispatch or the branch manager.");
            return;
        }
        HeardRow row;
        try {
            row = listening.get(heard);
        } catch (IllegalArgumentException gone) {
            Notices.problem("There is no such sentence in your offices.");
            return;
        }
        if (row.state() != State.OPEN) {
            Notices.done("%s has settled this one already.".formatted(row.settledBy()));
            return;
        }
        new TurnDialog(listening, answers, outlooks, drafting.of(heard), offices.today(row.office()), this::refresh)
                .open();
    }

    private void refresh() {
        inbox.getDataProvider().refreshAll();
        count();
    }

    private void count() {
        var counts = waiting.counts(chosen());
        int all = counts.values().stream().mapToInt(count -> count).sum();
        title.setText(all == 0 ? "Listening" : "Listening · %d waiting".formatted(all));
        var parts = new ArrayList<String>();
        addCount(parts, counts.get(Waiting.Kind.HEARD), "said");
        addCount(parts, counts.get(Waiting.Kind.ASK_AGAIN), "to ask again");
        addCount(parts, counts.get(Waiting.Kind.CANCELLED), "cancelled");
        kinds.setText(String.join(", ", parts));
        kinds.setVisible(all > 0 && counts.get(Waiting.Kind.HEARD) < all);
    }

    private static void addCount(List<String> parts, int count, String words) {
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }
}
