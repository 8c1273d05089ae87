package org.dorothydispatch.board.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dorothydispatch.board.BoardAccess;
import org.dorothydispatch.board.BoardChanges;
import org.dorothydispatch.board.BoardDelta;
import org.dorothydispatch.board.BoardDeltas;
import org.dorothydispatch.board.BoardPeriod;
import org.dorothydispatch.board.BoardSnapshots;
import org.dorothydispatch.board.Card;
import org.dorothydispatch.board.CustomerSheet;
import org.dorothydispatch.board.CustomerSheets;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.MoveVisit;
import org.dorothydispatch.flags.Preview;
import org.dorothydispatch.flags.VerdictMap;
import org.dorothydispatch.flags.VerdictMapService;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.workforce.RouteRow;
import org.dorothydispatch.workforce.TechnicianRow;
import org.dorothydispatch.workforce.WorkforceService;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services behind the board's screen, in one place, so that its parts are given one thing and not twelve. */
@Component
class BoardDesk {

    private final BoardAccess access;
    private final BoardSnapshots snapshots;
    private final BoardDeltas deltas;
    private final BoardChanges changes;
    private final CustomerSheets sheets;
    private final MoveVisit moves;
    private final VerdictMapService verdicts;
    private final OfficeService offices;
    private final WorkforceService workforce;
    private final CurrentUser current;
    private final JsonMapper json;

    BoardDesk(
            BoardAccess access,
            BoardSnapshots snapshots,
            BoardDeltas deltas,
            BoardChanges changes,
            CustomerSheets sheets,
            MoveVisit moves,
            VerdictMapService verdicts,
            OfficeService offices,
            WorkforceService workforce,
            CurrentUser current,
            JsonMapper json) {
        this.access = access;
        this.snapshots = snapshots;
        this.deltas = deltas;
        this.changes = changes;
        this.sheets = sheets;
        this.moves = moves;
        this.verdicts = verdicts;
        this.offices = offices;
        this.workforce = workforce;
        this.current = current;
        this.json = json;
    }

    boolean mayRead() {
        return access.mayRead();
    }

    boolean mayMove() {
        return access.mayMove();
    }

    String userName() {
        return current.name();
    }

    List<OfficeRow> offices() {
        return offices.list();
    }

    LocalDate today(String office) {
        return offices.today(office);
    }

    BoardPeriod period(List<String> offices, LocalDate from, int days) {
        return snapshots.period(offices, from, days);
    }

    /** The visit as a card, if it is on this board. */
    Optional<Card> card(String visit, BoardPeriod period) {
        return snapshots.card(visit).filter(card -> period.offices().contains(card.office()));
    }

    BoardChanges changes() {
        return changes;
    }

    Optional<BoardDelta> delta(OfficeChanged change, BoardPeriod period) {
        return deltas.of(change, period);
    }

    CustomerSheet sheet(String visit) {
        return sheets.of(visit);
    }

    VerdictMap verdicts(String visit, List<String> offices, BoardPeriod period) {
        return verdicts.pickUp(visit, offices, period.from(), period.calendarDays());
    }

    /** Moves a visit; what this person may not do comes back as a refusal with its sentence. */
    MoveOutcome move(MoveCommand command) {
        try {
            return moves.move(command);
        } catch (NotAllowed | IllegalArgumentException refusal) {
            return new MoveOutcome(
                    MoveOutcome.Status.REFUSED,
                    String.valueOf(refusal.getMessage()),
                    command.expectedVersion(),
                    List.of(),
                    null);
        }
    }

    /** What a place would mean for a visit, before anything is saved. */
    Preview preview(String visit, MoveTarget target) {
        return moves.preview(visit, target);
    }

    Map<String, String> officeNames() {
        return offices.list().stream().collect(Collectors.toMap(OfficeRow::code, OfficeRow::name));
    }

    List<RouteRow> routes(List<String> offices) {
        return workforce.routes(offices);
    }

    List<TechnicianRow> technicians(List<String> offices) {
        return offices.stream()
                .flatMap(office -> workforce.technicians(office).stream())
                .toList();
    }

    JsonNode json(Object value) {
        return json.valueToTree(value);
    }
}
