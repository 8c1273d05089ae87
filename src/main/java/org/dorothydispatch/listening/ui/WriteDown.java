package org.dorothydispatch.listening.ui;

import java.util.function.Consumer;
import org.dorothydispatch.listening.HearCommand;
import org.dorothydispatch.listening.HeardOutcome;
import org.dorothydispatch.listening.LawLine;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Ask;
import org.dorothydispatch.uikit.Notices;

/**
 * Has a sentence written down and asks the person what the service wants to know first: is it the same as a moment ago,
 * was the customer told that we may not follow it. A refusal is said, and whatever was typed stays.
 */
final class WriteDown {

    private final ListeningService listening;
    private final Consumer<LawLine.Finding> caught;
    private final Runnable written;

    /**
     * @param caught shows what the law is about
     * @param written runs when something was kept
     */
    WriteDown(ListeningService listening, Consumer<LawLine.Finding> caught, Runnable written) {
        this.listening = listening;
        this.caught = caught;
        this.written = written;
    }

    void send(HearCommand command) {
        try {
            answer(command, listening.hear(command));
        } catch (IllegalArgumentException | NotAllowed refusal) {
            Notices.problem(refusal.getMessage());
        }
    }

    private void answer(HearCommand command, HeardOutcome outcome) {
        switch (outcome.status()) {
            case KEPT, KEPT_AS_DECLINED -> {
                Notices.done(outcome.sentence());
                written.run();
            }
            case HEARD_BEFORE ->
                Ask.first(
                        "Is it the same?",
                        outcome.sentence() + " “" + outcome.before().words() + "”",
                        "Write it down again",
                        () -> send(command.whenSure()));
            case CAUGHT -> {
                caught.accept(outcome.caught());
                Ask.first(
                        "Keep it as declined?",
                        "Say to the customer: “%s” It is then kept for the branch manager and restricts nobody."
                                .formatted(outcome.caught().toSay()),
                        "They were told: keep it",
                        () -> send(command.asDeclined()));
            }
        }
    }
}
