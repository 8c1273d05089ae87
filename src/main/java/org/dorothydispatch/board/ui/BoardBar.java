package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dorothydispatch.board.BoardSnapshots;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.savedview.SavedViewRow;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The header over the board. It lives in the browser, with all that is set in it, because every open board costs the
 * server memory; here it asks for other offices, another week, and the saved views.
 */
@Tag("board-bar")
class BoardBar extends Component {

    /** What the bar asks its screen to do. */
    interface Screen {

        void view(List<String> offices, LocalDate from, int days);

        BoardAddress shown();
    }

    private record Own(String code, String name, String zone) {}

    private record Entry(
            String query, List<String> offices, @Nullable LocalDate from) {}

    private record Viewed(List<String> offices, @Nullable LocalDate from) {}

    private record Views(List<SavedViewRow> views, @Nullable String problem) {}

    private final BoardDesk desk;
    private final Screen screen;

    BoardBar(BoardDesk desk, Screen screen) {
        this.desk = desk;
        this.screen = screen;
    }

    /** The offices to choose from. */
    void offer(List<OfficeRow> offices) {
        var own = offices.stream()
                .map(office ->
                        new Own(office.code(), office.name(), office.timeZone().getId()))
                .toList();
        getElement().setProperty("own", desk.json(own).toString());
    }

    /** Sets the whole screen from an address. By a call: the same address again means the same screen again. */
    void enter(BoardAddress shown, String query) {
        getElement().executeJs("this.entry = $0", desk.json(new Entry(query, shown.offices(), shown.from())));
    }

    /** Answers what is shown now, which is what was shown before if the wish makes no sense. */
    @ClientCallable
    JsonNode view(String[] offices, String from, int days) {
        var own = desk.offices().stream().map(OfficeRow::code).toList();
        var wanted = Arrays.stream(offices).filter(own::contains).distinct().toList();
        var first = BoardAddress.date(from);
        if (wanted.isEmpty()) {
            Notices.problem("A board needs an office. Choose at least one.");
        } else if (first.isEmpty()) {
            Notices.problem("That day (%s) is out of reach.".formatted(from));
        } else {
            screen.view(wanted, first.get(), Math.clamp(days, 1, BoardSnapshots.MOST_DAYS));
        }
        var shown = screen.shown();
        return desk.json(new Viewed(shown.offices(), shown.from()));
    }

    // --- saved views ---

    @ClientCallable
    JsonNode views() {
        return desk.json(new Views(desk.views().list(), null));
    }

    @ClientCallable
    JsonNode saveView(String name, String query, @Nullable String office) {
        return afterwards(() -> desk.views().save(name, query, office));
    }

    @ClientCallable
    JsonNode changeView(int id, String name, @Nullable String office) {
        return afterwards(() -> desk.views().change(id, name, office));
    }

    @ClientCallable
    JsonNode replaceView(int id, String query) {
        return afterwards(() -> desk.views().replace(id, query));
    }

    @ClientCallable
    JsonNode deleteView(int id) {
        return afterwards(() -> desk.views().delete(id));
    }

    private JsonNode afterwards(Runnable work) {
        try {
            work.run();
            return views();
        } catch (NotAllowed | IllegalArgumentException refusal) {
            return desk.json(new Views(desk.views().list(), refusal.getMessage()));
        }
    }
}
