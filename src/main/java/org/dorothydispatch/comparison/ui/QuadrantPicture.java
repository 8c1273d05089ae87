package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.uikit.Scripts;
import tools.jackson.databind.json.JsonMapper;

/** The company's rules against what was promised, one mark for each line that has both. */
@Tag("quadrant-picture")
class QuadrantPicture extends Component {

    /** From here on a share is green. */
    private static final double LINE = 0.95;

    QuadrantPicture(String what, Period period, List<OfficeLine> lines) {
        var marks = lines.stream()
                .filter(line -> !line.code().isEmpty())
                .filter(line -> line.of(Figure.PROTOCOL_KEPT).present()
                        && line.of(Figure.KEPT_PROMISES).present())
                .map(Mark::of)
                .toList();
        getElement()
                .setProperty(
                        "contents",
                        JsonMapper.shared()
                                .writeValueAsString(new Contents(
                                        what,
                                        period.words(),
                                        LINE,
                                        Figure.KEPT_PROMISES.unit().text(LINE),
                                        marks)));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Scripts.address("quadrant")
                .ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }

    private record Contents(String what, String period, double line, String lineText, List<Mark> marks) {}

    private record Mark(
            String code,
            String name,
            double protocols,
            double promises,
            String protocolsText,
            String promisesText,
            boolean few) {

        static Mark of(OfficeLine line) {
            return new Mark(
                    line.code(),
                    line.name(),
                    line.of(Figure.PROTOCOL_KEPT).value(),
                    line.of(Figure.KEPT_PROMISES).value(),
                    line.text(Figure.PROTOCOL_KEPT),
                    line.text(Figure.KEPT_PROMISES),
                    line.of(Figure.KEPT_PROMISES).small());
        }
    }
}
