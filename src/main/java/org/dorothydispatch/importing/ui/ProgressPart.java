package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.atomic.AtomicLong;
import org.dorothydispatch.importing.ImportProgress;

/** How far the work is. Told from any thread, as often as it likes. */
class ProgressPart extends Composite<Div> implements ImportProgress {

    private static final long EVERY_NANOS = 200_000_000L;

    private final UI ui;
    private final Span words = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final AtomicLong last = new AtomicLong(System.nanoTime() - EVERY_NANOS);

    ProgressPart(UI ui, String waiting) {
        this.ui = ui;
        words.setText(waiting);
        words.getElement().setAttribute("role", "status");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Progress");
        getContent().addClassName("import-progress");
        getContent().add(words, bar);
    }

    @Override
    public void at(Phase phase, long done, long total) {
        var before = last.get();
        var now = System.nanoTime();
        // A browser is told five times a second, not for every block that was read.
        if (now - before < EVERY_NANOS || !last.compareAndSet(before, now)) {
            return;
        }
        ui.access(() -> {
            words.setText(
                    total > 0
                            ? "%s: %d %%".formatted(phase.words(), 100 * done / total)
                            : "%s: %,d rows".formatted(phase.words(), done));
            bar.setIndeterminate(total == 0);
            if (total > 0) {
                bar.setValue(Math.min(1, (double) done / total));
            }
        });
    }
}
