package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import org.dorothydispatch.practice.CoachingService;
import org.dorothydispatch.practice.CoachingService.StoryTitle;
import org.dorothydispatch.uikit.DayFields;
import org.jspecify.annotations.Nullable;

/** The two fields of an agreement: which story, and until when. */
class AgreePart extends Div {

    private final Select<StoryTitle> story = new Select<>();
    private final DatePicker until = DayFields.labelled("Done until");

    AgreePart(CoachingService coaching, String label) {
        story.setLabel(label);
        story.setItems(coaching.stories());
        story.setItemLabelGenerator(title -> title == null ? "" : title.title());
        story.setEmptySelectionAllowed(true);
        story.setEmptySelectionCaption("None yet");
        add(story, until);
        addClassName("coaching-fields");
    }

    /** What may be chosen follows the day it is at the office. */
    void from(LocalDate today) {
        until.setMin(today);
        until.setInitialPosition(today);
    }

    void set(@Nullable String code, @Nullable LocalDate day) {
        story.getListDataView()
                .getItems()
                .filter(title -> title.code().equals(code))
                .findFirst()
                .ifPresent(story::setValue);
        until.setValue(day);
    }

    @Nullable
    String story() {
        return story.getValue() == null ? null : story.getValue().code();
    }

    @Nullable
    LocalDate until() {
        return until.getValue();
    }
}
