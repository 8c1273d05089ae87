package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.Clock;
import java.time.LocalDate;
import org.dorothydispatch.practice.CoachingNote;
import org.dorothydispatch.practice.CoachingNote.State;
import org.dorothydispatch.practice.CoachingService;
import org.dorothydispatch.uikit.Notices;

/** One note: to read, and to agree on a practice as long as none is done. */
class NoteDialog extends Dialog {

    private final CoachingService coaching;
    private final CoachingNote note;
    private final Runnable then;
    private final AgreePart agree;

    NoteDialog(CoachingService coaching, Clock clock, CoachingNote note, Runnable then) {
        this.coaching = coaching;
        this.note = note;
        this.then = then;
        agree = new AgreePart(coaching, note.story() == null ? "Agree on a practice" : "Agree on another");
        setHeaderTitle(note.associateName());
        setWidth("34rem");
        add(new NotePart(note, coaching, clock));
        getFooter().add(new Button("Close", click -> close()));
        if (note.state() != State.DONE) {
            agree.from(LocalDate.ofInstant(clock.instant(), note.zone()));
            agree.set(note.story(), note.until());
            add(agree);
            var save = new Button("Agree", click -> save());
            save.addThemeName("primary");
            getFooter().add(save);
        }
    }

    private void save() {
        try {
            coaching.agree(note.code(), note.version(), agree.story(), agree.until());
            close();
            Notices.done("Agreed. %s finds it under Practice.".formatted(note.associateName()));
            then.run();
        } catch (IllegalArgumentException refused) {
            Notices.problem(refused.getMessage());
        }
    }
}
