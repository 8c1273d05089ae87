package org.dorothydispatch.uikit;

import com.vaadin.flow.component.datepicker.DatePicker;

/** Fields for a day, written as days are written everywhere here, whatever the browser's language: 26 Nov 2026. */
public final class DayFields {

    /** What is typed may also be in full, in figures as Americans and Europeans write them, or without the year. */
    private static final DatePicker.DatePickerI18n WRITTEN = new DatePicker.DatePickerI18n()
            .setDateFormats(
                    "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "M/d/yyyy", "d.M.yyyy", "yyyy-MM-dd", "d MMM", "MMM d")
            .setFirstDayOfWeek(1)
            .setBadInputErrorMessage("Write the day like 26 Nov 2026 or 11/26/2026.");

    private DayFields() {}

    /** @param label blank for a field that has its name from elsewhere */
    public static DatePicker labelled(String label) {
        var field = new DatePicker(label);
        field.setI18n(WRITTEN);
        return field;
    }
}
