package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.ProposalOutcome;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.security.StreetMap;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/** The dispatcher's screen: the week of some offices, and beside it the person behind the selected visit. */
@Route("board")
@PageTitle("Board")
@Menu(title = "Board", order = 0, icon = "icons/board.svg")
@PermitAll
@StyleSheet("styles/board.css")
class BoardView extends Div implements BeforeEnterObserver, BoardBar.Screen, DispatchBoard.Screen, VisitActions.Screen {

    private final BoardDesk desk;
    private final BoardBar bar;
    private final DispatchBoard board;
    private final VisitActions actions;
    private final CustomerPanel panel;
    private final MapPane map;
    private final Div beside = new Div();

    private BoardAddress address = new BoardAddress(List.of(), null, BoardAddress.WEEK, null);
    private final OpenSheet sheet;

    BoardView(BoardDesk desk, StreetMap streets) {
        this.desk = desk;
        this.bar = new BoardBar(desk, this);
        this.board = new DispatchBoard(desk, this);
        this.actions = new VisitActions(desk, this);
        this.panel = new CustomerPanel(actions);
        this.sheet = new OpenSheet(desk, panel, this::nobody);
        this.map = new MapPane(streets);
        addClassName("board-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var refusal = WindowRefusal.of(desk);
        if (refusal.isPresent()) {
            removeAll();
            add(refusal.get());
            return;
        }
        var own = desk.offices();
        if (getComponentCount() == 0) {
            build();
        }
        var query = event.getLocation().getQueryParameters();
        open(BoardAddress.of(query), own);
        bar.offer(own);
        bar.enter(address, query.getQueryString());
    }

    private void build() {
        beside.addClassName("board-beside");
        beside.add(board, map, panel);
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
        show(new BoardAddress(chosen.isEmpty() ? seen : chosen, wanted.from(), wanted.days(), wanted.visit()));
        if (wanted.visit() != null) {
            openSheet(wanted.visit());
            board.focusVisit(wanted.visit());
        } else {
            sheet.close();
        }
    }

    private void show(BoardAddress next) {
        var from = next.from() == null ? desk.today(next.offices().getFirst()) : next.from();
        address = new BoardAddress(next.offices(), from, next.days(), next.visit());
        board.show(desk.period(address.offices(), from, address.days()));
    }

    private void select(@Nullable String visit) {
        board.showSelected(visit);
        address = address.withVisit(visit);
    }

    // --- what the bar asks for ---

    @Override
    public void view(List<String> offices, LocalDate from, int days) {
        show(new BoardAddress(offices, from, days, address.visit()));
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
        if (sheet.open(visit)) {
            select(visit);
        }
    }

    private void nobody() {
        panel.showNobody();
        select(null);
    }

    @Override
    public void dropped(String visit, Placement before, MoveOutcome outcome) {
        actions.dropped(visit, before, outcome);
    }

    @Override
    public void savedDraft(Map<String, Placement> before, ProposalOutcome outcome) {
        actions.savedDraft(before, outcome);
    }

    @Override
    public void needs(MoveCommand command, MoveOutcome outcome) {
        actions.needs(command, outcome);
    }

    @Override
    public void moveTo(String visit) {
        actions.moveTo(visit);
    }

    @Override
    public Runnable changed(OfficeChanged change) {
        return sheet.changed(change);
    }

    // --- what becomes of what is done about a visit ---

    @Override
    public List<String> offices() {
        return address.offices();
    }

    @Override
    public void show(String visit) {
        openSheet(visit);
    }

    @Override
    public void saved(String visit, int version) {
        board.ownChange(visit, version);
        openSheet(visit);
    }

    @Override
    public void savedTogether(List<SavedMove> moves) {
        board.ownSaved(moves);
    }

    @Override
    public void givenUp(String visit) {
        board.cancelPending(visit);
    }

    @Override
    public void close() {
        sheet.close();
    }
}
