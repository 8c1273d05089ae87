package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.Period;
import org.jspecify.annotations.Nullable;

/** The months of a period and the region, in an address and to choose from. */
final class Months {

    private Months() {}

    /** The month a parameter names; null for what is no month. */
    static @Nullable YearMonth of(QueryParameters query, String name, @Nullable YearMonth otherwise) {
        var text = query.getSingleParameter(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return YearMonth.parse(text.get());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The year to a month, or as much of it as there is. */
    static YearMonth yearTo(YearMonth to, YearMonth first) {
        var wanted = to.minusMonths(11);
        return wanted.isBefore(first) ? first : wanted;
    }

    /** From now back to the first one. */
    static List<YearMonth> between(YearMonth first, YearMonth now) {
        var months = new ArrayList<YearMonth>();
        for (var month = now; !month.isBefore(first); month = month.minusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /** One of the regions of whoever looks; not to be seen where there are none. */
    static Select<String> region(ComparisonService comparison, String value) {
        var names = new ArrayList<>(List.of(""));
        names.addAll(comparison.regions());
        if (!names.contains(value)) {
            names.add(value);
        }
        var region = new Select<String>();
        region.setItems(names);
        region.setItemLabelGenerator(name -> name.isEmpty() ? "All regions" : name);
        region.setAriaLabel("Region");
        region.setValue(value);
        region.setVisible(names.size() > 1);
        return region;
    }

    static Select<YearMonth> select(String label, List<YearMonth> months, YearMonth value) {
        var all = new ArrayList<>(months);
        if (!all.contains(value)) {
            all.add(value);
        }
        var select = new Select<YearMonth>();
        select.setItems(all);
        select.setItemLabelGenerator(Period::words);
        select.setAriaLabel(label);
        select.setValue(value);
        return select;
    }
}
