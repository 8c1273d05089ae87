package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.board.BoardPeriod;
import org.dorothydispatch.board.LiftedVisits;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.Proposal;
import org.dorothydispatch.flags.ProposalOutcome;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.Placement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The server side of the board's element: it answers what a lifted visit would mean, decides drops, and passes on what
 * others changed. It keeps no visits; the element reads them by REST.
 */
@Tag("dispatch-board")
class DispatchBoard extends Component implements HasSize {

    /** What the board asks its screen to do. */
    interface Screen {

        void selected(String visit);

        void moveTo(String visit);

        /** A drop was decided without a question. */
        void dropped(String visit, Placement before, MoveOutcome outcome);

        /** A draft was saved; its visits stood there before. */
        void savedDraft(Map<String, Placement> before, ProposalOutcome outcome);

        /** A drop needs the customer's consent or a reason. */
        void needs(MoveCommand command, MoveOutcome outcome);

        /**
         * Something on this board changed. Called in a thread of its own, under the rights of the person who looks and
         * outside their session's lock; what it answers is run inside.
         */
        Runnable changed(OfficeChanged change);
    }

    private final BoardDesk desk;
    private final Screen screen;
    private final Drafts drafts;
    private final LiveUpdates<OfficeChanged> updates;
    private final LiveUpdates<Set<String>> lifts;
    private final Patches patches;

    /** Stands for this board among all that are open. */
    private final Object self = new Object();

    private volatile @Nullable BoardPeriod period;
    private long liftsSeen = -1;

    DispatchBoard(BoardDesk desk, Screen screen) {
        this.desk = desk;
        this.screen = screen;
        this.drafts = new Drafts(desk, this::reviewed, screen::savedDraft);
        this.updates = new LiveUpdates<>(desk.changes()::subscribe, this::changed);
        this.lifts = new LiveUpdates<>(desk.lifted()::subscribe, this::liftedElsewhere);
        this.patches = new Patches(this, desk);
        setSizeFull();
        getElement().setProperty("readOnly", !desk.mayMove());
        getElement().setProperty("user", desk.username());
    }

    void show(BoardPeriod period) {
        this.period = period;
        getElement().setProperty("offices", String.join(",", period.offices()));
        getElement().setProperty("from", period.from().toString());
        getElement().setProperty("days", period.days());
        if (isAttached()) {
            show(desk.lifted().seenBy(self, period.offices()));
        }
    }

    /** Set by a call: the element selects by itself too, and an equal property would not be sent again. */
    void showSelected(@Nullable String visit) {
        getElement().executeJs("this.selected = $0", visit);
    }

    void focusVisit(String visit) {
        getElement().executeJs("this.focusVisit?.($0)", visit);
    }

    void cancelPending(String visit) {
        getElement().executeJs("this.cancelPending?.($0)", visit);
    }

    /** A dialog beside the board saved a change of this person; the element offers to undo it. */
    void ownChange(String visit, int version) {
        getElement().executeJs("this.ownChange?.($0, $1)", visit, version);
    }

    /** A dialog saved several visits as one change of this person; the element offers to undo it. */
    void ownSaved(List<SavedMove> moves) {
        getElement().executeJs("this.ownSaved?.($0)", desk.json(moves));
    }

    @ClientCallable
    JsonNode pickUp(PickUpQuestion question) {
        var answer = PickUpAnswer.of(desk.verdicts(question.about(shown())));
        desk.lifted().lift(self, question.visits());
        return desk.json(answer);
    }

    @ClientCallable
    JsonNode drop(DropCommand drop) {
        letGo();
        var command = new MoveCommand(drop.opId(), drop.visit(), drop.version(), drop.target());
        var before = desk.placement(drop.visit());
        var outcome = desk.move(command);
        if (outcome.status() == MoveOutcome.Status.NEEDS) {
            screen.needs(command, outcome);
        } else {
            before.ifPresent(there -> screen.dropped(drop.visit(), there, outcome));
        }
        return desk.json(
                DropOutcome.of(outcome, desk.card(drop.visit(), shown()).orElse(null)));
    }

    /** What was lifted is down again, wherever. */
    @ClientCallable
    void letGo() {
        desk.lifted().letGo(self);
    }

    /** Opens the preview of a draft; {@code element.reviewed} is told how it ended. */
    @ClientCallable
    void review(DraftMove[] moves) {
        drafts.review(List.of(moves), shown());
    }

    /** @param kind {@code move}, {@code undo} or {@code redo} */
    @ClientCallable
    JsonNode save(String kind, String opId, DraftMove[] moves) {
        return desk.json(
                drafts.save(Proposal.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), opId, List.of(moves), shown()));
    }

    @ClientCallable
    JsonNode pin(String visit, int version, boolean pinned) {
        return desk.json(desk.pin(visit, version, pinned, shown()));
    }

    @ClientCallable
    void select(String visit) {
        screen.selected(visit);
    }

    @ClientCallable
    void moveTo(String visit) {
        screen.moveTo(visit);
    }

    private void reviewed(DraftOutcome outcome) {
        getElement().executeJs("this.reviewed?.($0)", desk.json(outcome));
    }

    private BoardPeriod shown() {
        var shown = period;
        if (shown == null) {
            throw new IllegalStateException("The board shows nothing yet.");
        }
        return shown;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        updates.start(attach.getUI());
        lifts.start(attach.getUI());
        var shown = period;
        if (shown != null) {
            show(desk.lifted().seenBy(self, shown.offices()));
        }
        BoardModule.address().ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        updates.stop();
        lifts.stop();
        letGo();
    }

    private Runnable liftedElsewhere(Set<String> offices) {
        var shown = period;
        if (shown == null || Collections.disjoint(offices, shown.offices())) {
            return () -> {};
        }
        var seen = desk.lifted().seenBy(self, shown.offices());
        return () -> show(seen);
    }

    /** A property and not a call: it may come before the element's script, and the last one is all that counts. */
    private void show(LiftedVisits.Seen seen) {
        if (seen.revision() >= liftsSeen) {
            liftsSeen = seen.revision();
            getElement().setPropertyList("held", seen.visits());
        }
    }

    private Runnable changed(OfficeChanged change) {
        var shown = period;
        if (shown == null || !shown.offices().contains(change.office())) {
            return () -> {};
        }
        var delta = desk.delta(change, shown);
        var then = screen.changed(change);
        return () -> {
            delta.ifPresentOrElse(patches::patch, patches::refetch);
            then.run();
        };
    }
}
