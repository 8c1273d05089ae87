package org.dorothydispatch.board.ui;

import java.time.LocalDate;
import java.util.Collection;
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
import org.dorothydispatch.board.LiftedVisits;
import org.dorothydispatch.flags.LaterVisits;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.MoveVisit;
import org.dorothydispatch.flags.Preview;
import org.dorothydispatch.flags.Proposal;
import org.dorothydispatch.flags.ProposalOutcome;
import org.dorothydispatch.flags.ProposedMove;
import org.dorothydispatch.flags.Review;
import org.dorothydispatch.flags.VerdictMap;
import org.dorothydispatch.flags.VerdictMapService;
import org.dorothydispatch.flags.VerdictQuestion;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.savedview.SavedViewService;
import org.dorothydispatch.schedule.AgreedRoute;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.schedule.VisitChanged;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.workforce.RouteRow;
import org.dorothydispatch.workforce.TechnicianRow;
import org.dorothydispatch.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;
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
    private final LiftedVisits lifted;
    private final CustomerSheets sheets;
    private final MoveVisit moves;
    private final LaterVisits later;
    private final VisitService visits;
    private final VerdictMapService verdicts;
    private final OfficeService offices;
    private final WorkforceService workforce;
    private final SavedViewService views;
    private final CurrentUser current;
    private final JsonMapper json;

    BoardDesk(
            BoardAccess access,
            BoardSnapshots snapshots,
            BoardDeltas deltas,
            BoardChanges changes,
            LiftedVisits lifted,
            CustomerSheets sheets,
            MoveVisit moves,
            LaterVisits later,
            VisitService visits,
            VerdictMapService verdicts,
            OfficeService offices,
            WorkforceService workforce,
            SavedViewService views,
            CurrentUser current,
            JsonMapper json) {
        this.access = access;
        this.snapshots = snapshots;
        this.deltas = deltas;
        this.changes = changes;
        this.lifted = lifted;
        this.sheets = sheets;
        this.moves = moves;
        this.later = later;
        this.visits = visits;
        this.verdicts = verdicts;
        this.offices = offices;
        this.workforce = workforce;
        this.views = views;
        this.current = current;
        this.json = json;
    }

    boolean mayRead() {
        return access.mayRead();
    }

    boolean mayMove() {
        return access.mayMove();
    }

    String username() {
        return current.username();
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

    /** The visits as cards, those that are on this board. */
    List<Card> cards(Collection<String> visits, BoardPeriod period) {
        return snapshots.cards(visits).stream()
                .filter(card -> period.offices().contains(card.office()))
                .toList();
    }

    BoardChanges changes() {
        return changes;
    }

    LiftedVisits lifted() {
        return lifted;
    }

    Optional<BoardDelta> delta(OfficeChanged change, BoardPeriod period) {
        return deltas.of(change, period);
    }

    CustomerSheet sheet(String visit) {
        return sheets.of(visit);
    }

    VerdictMap verdicts(VerdictQuestion question) {
        return verdicts.pickUp(question);
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

    /** What could follow a visit that was moved from there. */
    Optional<LaterVisits.Offer> fromNowOn(String visit, Placement before) {
        return later.fromNowOn(visit, before);
    }

    /** Where a visit stands, if this person may see it. */
    Optional<Placement> placement(String visit) {
        try {
            return Optional.of(visits.get(visit).placement());
        } catch (NotAllowed | IllegalArgumentException refusal) {
            return Optional.empty();
        }
    }

    /** The day it is where the board shows this visit. */
    LocalDate todayOf(String visit) {
        return offices.today(visits.get(visit).boardOffice());
    }

    /** Saves moves together or not at all; what this person may not do comes back as a refusal with its sentence. */
    ProposalOutcome save(Proposal.Kind kind, String opId, List<ProposedMove> proposed, @Nullable AgreedRoute agreed) {
        try {
            return moves.save(new Proposal(opId, kind, proposed, agreed));
        } catch (NotAllowed | IllegalArgumentException refusal) {
            return new ProposalOutcome(Status.REFUSED, String.valueOf(refusal.getMessage()), List.of());
        }
    }

    /** What moves would mean together, before anything is saved. */
    Review review(List<ProposedMove> proposed, @Nullable AgreedRoute agreed) {
        return moves.review(proposed, agreed);
    }

    /** Pins a visit where it stands, or lets go of it. */
    DropOutcome pin(String visit, int version, boolean pinned, BoardPeriod period) {
        var status = "accepted";
        String sentence;
        try {
            sentence = visits.pin(visit, version, pinned);
        } catch (VisitChanged meanwhile) {
            status = "stale";
            sentence = meanwhile.getMessage();
        } catch (NotAllowed | IllegalArgumentException refusal) {
            status = "refused";
            sentence = refusal.getMessage();
        }
        return new DropOutcome(
                status, String.valueOf(sentence), card(visit, period).orElse(null));
    }

    /** What a place would mean for a visit, before anything is saved. */
    Preview preview(String visit, MoveTarget target) {
        return moves.preview(visit, target);
    }

    Map<String, String> officeNames() {
        return offices.list().stream().collect(Collectors.toMap(OfficeRow::code, OfficeRow::name));
    }

    /** The code where nobody of this person's offices knows a name. */
    String routeName(String route) {
        return workforce.routes(offices.list().stream().map(OfficeRow::code).toList()).stream()
                .filter(one -> one.code().equals(route))
                .map(RouteRow::name)
                .findFirst()
                .orElse(route);
    }

    List<RouteRow> routes(List<String> offices) {
        return workforce.routes(offices);
    }

    List<TechnicianRow> technicians(List<String> offices) {
        return offices.stream()
                .flatMap(office -> workforce.technicians(office).stream())
                .toList();
    }

    SavedViewService views() {
        return views;
    }

    JsonNode json(Object value) {
        return json.valueToTree(value);
    }
}
