package org.dorothydispatch.board.ui;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dorothydispatch.board.CustomerSheet;
import org.dorothydispatch.flags.LaterVisits.Offer;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.Offered;
import org.dorothydispatch.flags.ProposalOutcome;
import org.dorothydispatch.flags.ReasonGiven;
import org.dorothydispatch.flags.StandingFlag;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.uikit.Notices;

/** What can be done about a visit from its customer's panel and by dialog: the same beside the board and in a window of its own. */
class VisitActions implements CustomerPanel.Wishes {

    /** The screen on which it happens. */
    interface Screen {

        /** The offices a visit may be moved to from here. */
        List<String> offices();

        /** Shows the visit as it stands now. */
        void show(String visit);

        /** The visit was changed from here, and has this version now. */
        void saved(String visit, int version);

        /** Several visits were changed from here, as one change. */
        void savedTogether(List<SavedMove> moves);

        /** A question about the visit was closed without an answer. */
        void givenUp(String visit);

        /** Nobody is shown any more. */
        void close();
    }

    private final BoardDesk desk;
    private final Screen screen;
    private final FromNowOn fromNowOn;

    VisitActions(BoardDesk desk, Screen screen) {
        this.desk = desk;
        this.screen = screen;
        this.fromNowOn = new FromNowOn(desk, screen::savedTogether);
    }

    /** A visit was dropped on the board. */
    void dropped(String visit, Placement before, MoveOutcome outcome) {
        fromNowOn.ask(visit, before, outcome);
    }

    /** A draft was saved on the board. */
    void savedDraft(Map<String, Placement> before, ProposalOutcome outcome) {
        fromNowOn.ask(before, outcome);
    }

    @Override
    public void bringAlong(Offer offer) {
        fromNowOn.asAgreed(offer);
    }

    /** Asks for the consent or the reason that a move is missing. */
    void needs(MoveCommand command, MoveOutcome outcome) {
        var sheet = desk.sheet(command.visit());
        var before = sheet.visit().placement();
        new AnswerDialog(
                        new AnswerDialog.Question(
                                sheet.customer().calledName(),
                                command.visit(),
                                command.target(),
                                desk.userName(),
                                sheet.today()),
                        outcome,
                        desk::move,
                        saved -> accepted(command.visit(), before, saved),
                        () -> screen.givenUp(command.visit()))
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
        new MoveToDialog(desk, sheet, screen.offices(), target -> move(sheet, target)).open();
    }

    @Override
    public void close() {
        screen.close();
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
        answer(command, sheet.visit().placement(), outcome);
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
        answer(command, sheet.visit().placement(), desk.move(command));
    }

    private void answer(MoveCommand command, Placement before, MoveOutcome outcome) {
        switch (outcome.status()) {
            case ACCEPTED -> accepted(command.visit(), before, outcome);
            case NEEDS -> needs(command, outcome);
            case REFUSED, STALE -> {
                Notices.problem(outcome.sentence());
                screen.show(command.visit());
            }
        }
    }

    private void accepted(String visit, Placement before, MoveOutcome outcome) {
        Notices.done(outcome.sentence());
        screen.saved(visit, outcome.version());
        fromNowOn.ask(visit, before, outcome);
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
