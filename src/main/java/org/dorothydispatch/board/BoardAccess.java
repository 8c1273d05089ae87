package org.dorothydispatch.board;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.util.Collection;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.springframework.stereotype.Service;

/** Who may look at the board, and who may move something on it. */
@Service
public class BoardAccess {

    private final CurrentUser current;

    BoardAccess(CurrentUser current) {
        this.current = current;
    }

    /** The board shows an office's whole week, which is not for its technicians. */
    public boolean mayRead() {
        return current.has(DISPATCHER, BRANCH_MANAGER, SALESPERSON, RECEPTIONIST);
    }

    /** Whether the board offers to move visits; each move is decided again, for its own office, by the service. */
    public boolean mayMove() {
        return current.has(DISPATCHER, BRANCH_MANAGER);
    }

    public boolean maySee(String office) {
        return mayRead() && current.maySee(office);
    }

    void requireReader() {
        if (!mayRead()) {
            throw new NotAllowed("The board is for the people who plan. Ask an administrator if you should see it.");
        }
    }

    /** @throws NotAllowed with the same sentence for an office that does not exist */
    void requireOffice(String office) {
        current.requireOffice(office);
    }

    /** An office of somebody else is answered like one that does not exist: a stranger learns nothing. */
    void requireOffices(Collection<String> offices) {
        requireReader();
        var own = current.offices();
        for (var office : offices) {
            if (!own.contains(office)) {
                throw new UnknownOffice(office);
            }
        }
    }

    /** What the answer of the board depends on, of the person who asks. */
    String rights() {
        return current.username() + " " + current.roles();
    }

    /** There is no such office for this person. */
    static final class UnknownOffice extends RuntimeException {

        UnknownOffice(String office) {
            super("There is no office (%s) on your board.".formatted(office));
        }
    }
}
