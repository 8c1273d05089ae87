package org.dorothydispatch.headless;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.dorothydispatch.rules.CustomerFacts;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.OfficeFacts;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.rules.VisitFacts;
import org.jspecify.annotations.Nullable;

/** For people: day by day under each office, names first, and a sentence for each office at the end. */
final class TextPrinter implements FlagPrinter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

    private final PrintStream out;
    private @Nullable OfficeFacts office;
    private @Nullable LocalDate date;

    TextPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void visit(VisitFacts visit, List<Flag> flags) {
        var there = visit.assignment();
        if (visit.customer().office() != office || !there.date().equals(date)) {
            office = visit.customer().office();
            date = there.date();
            line("%s, %s", office.name(), DAY.format(date));
        }
        line(
                "  %s  %s with %s (visit %s)",
                there.start() == null ? "any time" : there.start(),
                name(visit.customer()),
                there.technician().name(),
                visit.code());
        for (var flag : flags) {
            line(
                    "    %-18s %s (%s)",
                    weight(flag),
                    flag.message(),
                    flag.code().isEmpty() ? flag.kind() : flag.kind() + " " + flag.code());
        }
    }

    @Override
    public void end(Collection<OfficeCount> offices) {
        if (office != null) {
            out.print('\n');
        }
        offices.forEach(count -> line("%s: %s.", count.office.name(), sentence(count)));
    }

    /** One line, whatever line breaks stand in names and words. */
    private void line(String form, Object... values) {
        out.print(form.formatted(values).replaceAll("\\R", " ") + '\n');
    }

    private static String name(CustomerFacts customer) {
        return customer.calledName().equals(customer.name())
                ? customer.name()
                : "%s, %s,".formatted(customer.calledName(), customer.name());
    }

    private static String weight(Flag flag) {
        if (flag.outcome() == Outcome.CONSENTED) {
            return "customer agrees";
        }
        return switch (flag.level()) {
            case PROMISED -> "promise broken";
            case WILL_TRY -> "we said we'd try";
            case UNANSWERED -> "not answered yet";
            case BLOCK -> "cannot be";
            case REASON -> "needs a reason";
            case INFORM -> "good to know";
        };
    }

    private static String sentence(OfficeCount count) {
        var checked = counted(count.visits, "visit") + " checked";
        var agreed = count.consented == 0
                ? ""
                : ", %s agreed with the customer".formatted(counted(count.consented, "deviation"));
        if (!count.anyBroken()) {
            return checked + ", nothing broken" + agreed;
        }
        var parts = new ArrayList<String>();
        add(parts, count.promises, "promise");
        add(parts, count.otherPreferences, "other preference");
        add(parts, count.protocols, "protocol");
        if (count.impossible > 0) {
            parts.add("%s cannot be done".formatted(count.impossible));
        }
        return "%s, %d with something broken (%s)%s"
                .formatted(checked, count.visitsWithBroken, String.join(", ", parts), agreed);
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(counted(count, what));
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
