package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.uikit.Scripts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The table of figures, drawn in the browser. Every number is written here, once for the screen. */
@Tag("side-by-side")
class SideBySide extends Component {

    private final BiConsumer<Figure, String> behind;
    private final Consumer<String> open;

    /**
     * @param behind asked with a figure and the code of a line, blank for all together
     * @param open asked with the code of a line
     */
    SideBySide(BiConsumer<Figure, String> behind, Consumer<String> open) {
        this.behind = behind;
        this.open = open;
    }

    /** @param opens whether a line can be opened by itself */
    void show(String what, Period period, boolean opens, List<OfficeLine> lines) {
        var figures = lines.isEmpty()
                ? List.<Figure>of()
                : Arrays.stream(Figure.values())
                        .filter(figure -> lines.getFirst().values().containsKey(figure))
                        .toList();
        var groups = new ArrayList<Group>();
        for (var group : Figure.Group.values()) {
            var own = figures.stream()
                    .filter(figure -> figure.group() == group)
                    .map(Info::of)
                    .toList();
            if (!own.isEmpty()) {
                groups.add(new Group(group.name().toLowerCase(Locale.ROOT), group.title(), group.question(), own));
            }
        }
        var months = new ArrayList<String>();
        for (int i = ComparisonService.TREND_MONTHS - 1; i >= 0; i--) {
            months.add(Period.words(period.to().minusMonths(i)));
        }
        getElement()
                .setProperty(
                        "contents",
                        JsonMapper.shared()
                                .writeValueAsString(new Contents(
                                        what,
                                        opens,
                                        period.words(),
                                        months,
                                        groups,
                                        lines.stream()
                                                .map(line -> Line.of(line, figures))
                                                .toList())));
    }

    @ClientCallable
    void behind(String figure, String code) {
        behind.accept(Figure.of(figure), code);
    }

    @ClientCallable
    void open(String code) {
        open.accept(code);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Scripts.address("comparison")
                .ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }

    private record Contents(
            String what, boolean opens, String period, List<String> months, List<Group> groups, List<Line> lines) {}

    private record Group(String id, String title, String question, List<Info> figures) {}

    private record Info(
            String id, String title, String formula, String span, String unit, String sampleOf, String better) {

        static Info of(Figure figure) {
            return new Info(
                    figure.word(),
                    figure.title(),
                    figure.formula(),
                    figure.span().words(),
                    figure.unit().words(),
                    figure.sampleOf(),
                    figure.better().name().toLowerCase(Locale.ROOT));
        }
    }

    private record Line(String code, String name, Map<String, Cell> cells) {

        static Line of(OfficeLine line, List<Figure> figures) {
            var cells = new LinkedHashMap<String, Cell>();
            figures.forEach(figure -> cells.put(figure.word(), Cell.of(line, figure)));
            return new Line(line.code(), line.name(), cells);
        }
    }

    private record Cell(
            String text,
            @Nullable Double value,
            long sample,
            boolean few,
            long open,
            @Nullable String target,
            boolean missed,
            @Nullable List<@Nullable Double> trend) {

        static Cell of(OfficeLine line, Figure figure) {
            var value = line.of(figure);
            var target = line.targets().get(figure);
            return new Cell(
                    line.text(figure),
                    value.value(),
                    value.sample(),
                    value.small() && figure.unit() != Figure.Unit.COUNT,
                    value.open(),
                    target == null ? null : figure.unit().text(target),
                    line.misses(figure),
                    line.trends().get(figure));
        }
    }
}
