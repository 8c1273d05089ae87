package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import org.dorothydispatch.comparison.CauseTables;
import org.dorothydispatch.comparison.Causes;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.flags.FoundBreak.Cause;
import org.dorothydispatch.uikit.Scripts;
import tools.jackson.databind.json.JsonMapper;

/** The causes of the offices together, one bar each: what could have been avoided, and what could not. */
@Tag("causes-picture")
class CausesPicture extends Component {

    CausesPicture(List<Causes> all, Period period) {
        var bars = CauseTables.CAUSES.stream().map(cause -> Bar.of(cause, all)).toList();
        getElement()
                .setProperty("contents", JsonMapper.shared().writeValueAsString(new Contents(period.words(), bars)));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Scripts.address("causes").ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }

    private record Contents(String period, List<Bar> bars) {}

    private record Bar(String name, int avoidable, int other) {

        static Bar of(Cause cause, List<Causes> all) {
            var breaks =
                    all.stream().flatMap(office -> office.of(cause).stream()).toList();
            int avoidable = Causes.avoidable(breaks).size();
            return new Bar(cause.words(), avoidable, breaks.size() - avoidable);
        }
    }
}
