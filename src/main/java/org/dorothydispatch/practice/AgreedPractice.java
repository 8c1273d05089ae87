package org.dorothydispatch.practice;

import java.time.Instant;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.practice.RunStore.Run;
import org.springframework.stereotype.Component;

/** A run that was played to its end is what some coaching notes waited for. */
@Component
class AgreedPractice {

    private final CoachingStore store;
    private final AuditTrail audit;

    AgreedPractice(CoachingStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Whatever this run was agreed for is done with it. In the transaction of the last choice. */
    void played(Run run, Instant now) {
        for (var code : store.doneWith(run.player(), run.story(), run.startedAt())) {
            store.done(code, run.code(), now);
            audit.record(new Change(null, "coaching-done", "coaching", code, null, run.story(), null, null));
        }
    }
}
