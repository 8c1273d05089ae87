package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dorothydispatch.board.CustomerSheet;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.Offered;
import org.dorothydispatch.flags.ReasonGiven;
import org.dorothydispatch.flags.StandingFlag;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/** The dispatcher's screen: the week of some offices, and beside it the person behind the selected visit. */
@Route("board")
@PageTitle("Board")
@Menu(title = "Board", order = 0, icon = "icons/board.svg")
@PermitAll
@StyleSheet("styles/board.css")
class BoardView extends Div
        implements BeforeEnterObserver, BoardBar.Screen, DispatchBoard.Screen, CustomerPanel.Wishes {

    private static final int DAYS = 7;
    private final BoardDesk desk;
    private final BoardBar bar;
    private final DispatchBoard board;
    private final CustomerPanel panel = new CustomerPanel(this);
    private final Div beside = new Div();

    private BoardAddress address = new BoardAddress(List.of(), null, null);
    /** Read by the thread that hears of changes. */
    private volatile @Nullable String selected;

    BoardView(BoardDesk desk) {
        this.desk = desk;
        this.bar = new BoardBar(desk, this);
        this.board = new DispatchBoard(desk, this);
        addClassName("board-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!desk.mayRead()) {
            refuse("The board is for the people who plan.", "Ask an administrator if you should see it.");
            return;
        }
        var own = desk.offices();
        if (own.isEmpty()) {
            refuse("No office yet.", "You see a board once an administrator has given you an office.");
            return;
        }
        if (getComponentCount() == 0) {
            build();
        }
        var query = event.getLocation().getQueryParameters();
        open(BoardAddress.of(query), own);
        bar.offer(own);
        bar.enter(address, query.getQueryString());
    }

    private void refuse(String title, String advice) {
        removeAll();
        var words = new Div(new H1(title), new Paragraph(advice));
        words.addClassName("board-refusal");
        add(words);
    }

    private void build() {
        beside.addClassName("board-beside");
        beside.add(board, panel);
        add(bar, beside);
        if (BoardModule.address().isEmpty()) {
            add(new Paragraph("The board's script is missing. Build it with ./dorothy, which runs npm in frontend."));
        }
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE).listenOn(panel);
    }

    // --- what the address says ---

    private void open(BoardAddress wanted, List<OfficeRow> own) {
        var seen = own.stream().map(OfficeRow::code).toList();
        var chosen = wanted.offices().stream().filter(seen::contains).toList();
        if (chosen.size() < wanted.offices().size()) {
            Notices.problem("This address names an office that is not on your board; it is left out.");
        }
        show(new BoardAddress(chosen.isEmpty() ? seen : chosen, wanted.from(), wanted.visit()), DAYS);
        if (wanted.visit() != null) {
            openSheet(wanted.visit());
            board.focusVisit(wanted.visit());
        } else {
            select(null);
        }
    }

    private void show(BoardAddress next, int days) {
        var from = next.from() == null ? desk.today(next.offices().getFirst()) : next.from();
        address = new BoardAddress(next.offices(), from, next.visit());
        board.show(desk.period(address.offices(), from, days));
    }

    private void select(@Nullable String visit) {
        selected = visit;
        board.showSelected(visit);
        address = address.withVisit(visit);
    }

    // --- what the bar asks for ---

    @Override
    public void view(List<String> offices, LocalDate from, int days) {
        show(new BoardAddress(offices, from, address.visit()), days);
    }

    @Override
    public BoardAddress shown() {
        return address;
    }

    // --- what the board asks for ---

    @Override
    public void selected(String visit) {
        openSheet(visit);
    }

    private void openSheet(String visit) {
        try {
            panel.show(desk.sheet(visit));
            select(visit);
        } catch (NotAllowed | IllegalArgumentException refusal) {
            panel.showNobody();
            select(null);
            Notices.problem(refusal.getMessage());
        }
    }

    @Override
    public void needs(MoveCommand command, MoveOutcome outcome) {
        var sheet = desk.sheet(command.visit());
        new AnswerDialog(
                        new AnswerDialog.Question(
                                sheet.customer().calledName(),
                                command.visit(),
                                command.target(),
                                desk.userName(),
                                sheet.today()),
                        outcome,
                        desk::move,
                        saved -> accepted(command.visit(), saved),
                        () -> board.cancelPending(command.visit()))
                .open();
    }

    @Override
    public void moveTo(String visit) {
        if (!desk.mayMove()) {
            Notices.problem("Only a dispatcher or a branch manager may move a visit.");
            return;
        }
        // The version is the one the person saw: whoever moves it meanwhile is not overwritten.
        var sheet = desk.sheet(visit);
        new MoveToDialog(desk, sheet, address.offices(), target -> move(sheet, target)).open();
    }

    @Override
    public Runnable changed(OfficeChanged change) {
        var shown = selected;
        if (shown == null || !(change.visits().isEmpty() || change.visits().contains(shown))) {
            return () -> {};
        }
        var sheet = readable(shown);
        return () -> {
            if (shown.equals(selected)) {
                sheet.ifPresentOrElse(panel::show, this::close);
            }
        };
    }

    private Optional<CustomerSheet> readable(String visit) {
        try {
            return Optional.of(desk.sheet(visit));
        } catch (NotAllowed | IllegalArgumentException refusal) {
            return Optional.empty();
        }
    }

    // --- what the panel asks for ---

    @Override
    public void close() {
        panel.showNobody();
        select(null);
    }

    @Override
    public void mend(CustomerSheet sheet, Offered mend) {
        var target = target(mend.placement());
        var command = command(sheet, target);
        var outcome = desk.move(command);
        var needs = outcome.status() == MoveOutcome.Status.NEEDS;
        if (needs && outcome.flags().stream().noneMatch(flag -> flag.side() == Side.CUSTOMER)) {
            // What remains is our own protocols, and the reason to set them aside is the mend itself.
            var reasons = outcome.flags().stream()
                    .map(flag -> new ReasonGiven(flag.code(), mend.sentence()))
                    .toList();
            command = new MoveCommand(
                    UUID.randomUUID().toString(), command.visit(), outcome.version(), target, List.of(), reasons);
            outcome = desk.move(command);
        }
        answer(command, outcome);
    }

    @Override
    public void keep(CustomerSheet sheet) {
        var placement = sheet.visit().placement();
        var open = sheet.flags().stream()
                .filter(flag -> flag.answer() == null
                        && flag.flag().broken()
                        && !flag.flag().blocks())
                .map(StandingFlag::flag)
                .toList();
        needs(
                command(sheet, target(placement)),
                new MoveOutcome(MoveOutcome.Status.NEEDS, "", sheet.visit().version(), open, placement));
    }

    private void move(CustomerSheet sheet, MoveTarget target) {
        var command = command(sheet, target);
        answer(command, desk.move(command));
    }

    private void answer(MoveCommand command, MoveOutcome outcome) {
        switch (outcome.status()) {
            case ACCEPTED -> accepted(command.visit(), outcome);
            case NEEDS -> needs(command, outcome);
            case REFUSED, STALE -> {
                Notices.problem(outcome.sentence());
                openSheet(command.visit());
            }
        }
    }

    private void accepted(String visit, MoveOutcome outcome) {
        Notices.done(outcome.sentence());
        board.ownChange(visit, outcome.version());
        openSheet(visit);
    }

    private static MoveCommand command(CustomerSheet sheet, MoveTarget target) {
        return new MoveCommand(
                UUID.randomUUID().toString(),
                sheet.visit().code(),
                sheet.visit().version(),
                target);
    }

    private static MoveTarget target(Placement placement) {
        return new MoveTarget(placement.route(), placement.date(), placement.start(), placement.technician());
    }
}
