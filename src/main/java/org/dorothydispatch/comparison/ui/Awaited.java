package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.dorothydispatch.comparison.Reading;
import org.dorothydispatch.uikit.Refusal;

/** What is worked out in the background: how far it is, and whatever is known by now. */
class Awaited<T> extends Div {

    /** A browser is told five times a second at most. */
    private static final long EVERY_NANOS = 200_000_000L;

    private final List<Reading<T>> readings;
    private final Function<List<T>, List<Component>> drawn;
    private final Div there = new Div();
    private final Div waiting = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final List<Runnable> leave = new ArrayList<>();
    private volatile long shown;
    private final AtomicLong told = new AtomicLong(System.nanoTime() - EVERY_NANOS);

    /** @param drawn what is shown of those that are there, in the order of the readings */
    Awaited(String words, List<Reading<T>> readings, Function<List<T>, List<Component>> drawn) {
        this.readings = List.copyOf(readings);
        this.drawn = drawn;
        var sentence = new Span(words);
        sentence.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "Progress");
        waiting.addClassName("awaited");
        waiting.add(sentence, bar);
        there.addClassName("sections");
        add(waiting, there);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var ui = attach.getUI();
        for (var reading : readings) {
            if (!reading.result().isDone()) {
                leave.add(reading.watch(() -> further(ui)));
                reading.result().whenComplete((result, trouble) -> tell(ui, this::draw));
            }
        }
        draw();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave.forEach(Runnable::run);
        leave.clear();
    }

    private void further(UI ui) {
        var before = told.get();
        var now = System.nanoTime();
        if (known() > shown) {
            tell(ui, this::draw);
        } else if (now - before >= EVERY_NANOS && told.compareAndSet(before, now)) {
            tell(ui, this::move);
        }
    }

    private long known() {
        return readings.stream().filter(reading -> reading.known().isPresent()).count();
    }

    private static void tell(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException e) {
            // Whoever waited has closed the page; others may still wait for the same.
        }
    }

    private void move() {
        bar.setValue(readings.stream()
                .mapToDouble(reading -> reading.result().isDone() ? 1 : reading.share())
                .average()
                .orElse(1));
    }

    private void draw() {
        move();
        waiting.setVisible(
                readings.stream().anyMatch(reading -> !reading.result().isDone()));
        there.removeAll();
        var results =
                readings.stream().map(Reading::known).flatMap(Optional::stream).toList();
        shown = results.size();
        if (!results.isEmpty()) {
            there.add(drawn.apply(results));
        }
        if (readings.stream().anyMatch(reading -> reading.result().isCompletedExceptionally())) {
            there.add(new Refusal("This could not be worked out. Open the page again."));
        }
    }
}
