package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dorothydispatch.comparison.Corner;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.uikit.Scripts;
import tools.jackson.databind.json.JsonMapper;

/** The company's rules against what was promised, one mark for each line that has both. */
@Tag("quadrant-picture")
class QuadrantPicture extends Component {

    private final Consumer<String> open;

    /** @param open asked with the code of a mark */
    QuadrantPicture(String what, Period period, List<OfficeLine> lines, Consumer<String> open) {
        this.open = open;
        var marks = lines.stream().flatMap(Mark::of).toList();
        var corners = new LinkedHashMap<String, String>();
        for (var corner : Corner.values()) {
            corners.put(corner.word(), corner.words());
        }
        getElement()
                .setProperty(
                        "contents",
                        JsonMapper.shared()
                                .writeValueAsString(new Contents(
                                        what,
                                        period.words(),
                                        Corner.LINE,
                                        Corner.lowest(marks.stream().mapToDouble(Mark::protocols)),
                                        Corner.lowest(marks.stream().mapToDouble(Mark::promises)),
                                        Figure.KEPT_PROMISES.unit().text(Corner.LINE),
                                        corners,
                                        marks)));
    }

    @ClientCallable
    void open(String code) {
        open.accept(code);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Scripts.address("quadrant")
                .ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }

    private record Contents(
            String what,
            String period,
            double line,
            double left,
            double bottom,
            String lineText,
            Map<String, String> corners,
            List<Mark> marks) {}

    private record Mark(
            String code,
            String name,
            String corner,
            double protocols,
            double promises,
            String protocolsText,
            String promisesText,
            boolean few) {

        static Stream<Mark> of(OfficeLine line) {
            return line.corner().stream()
                    .map(corner -> new Mark(
                            line.code(),
                            line.name(),
                            corner.word(),
                            line.of(Figure.PROTOCOL_KEPT).value(),
                            line.of(Figure.KEPT_PROMISES).value(),
                            line.text(Figure.PROTOCOL_KEPT),
                            line.text(Figure.KEPT_PROMISES),
                            line.of(Figure.KEPT_PROMISES).small()));
        }
    }
}
