package org.dorothydispatch.importing.xray;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.dorothydispatch.importing.xray.XrayCells.Unreadable;
import org.dorothydispatch.importing.xray.XrayReport.AtRisk;
import org.dorothydispatch.importing.xray.XrayReport.Days;
import org.dorothydispatch.importing.xray.XrayReport.Faces;
import org.dorothydispatch.importing.xray.XrayReport.Kept;
import org.dorothydispatch.importing.xray.XrayReport.Pair;
import org.dorothydispatch.importing.xray.XrayReport.Sold;
import org.dorothydispatch.importing.xray.XrayReport.Unread;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of visits once and counts. A person is the same under two numbers when the names are the same, as linked
 * employees are. A re-service has no preferred technician of its own in FieldRoutes (-1): the customer's counts there,
 * or else the one of the customer's newest other visit that names one.
 */
public final class Xray {

    /** Of the last visits of a customer that a reason looks at. */
    static final int RECENT = 10;

    /** So many faces in {@link #RECENT} visits are a reason; a customer with fewer visits than four is too new to say. */
    static final int MANY_FACES = 3;

    private static final int ENOUGH_VISITS = 4;

    /** They take some 250 MB of memory. */
    private static final long MOST_ROWS = 2_000_000;

    /** Days and times are shared by all visits that have the same: a file of a million rows stays small in memory. */
    private record Visit(
            LocalDate date,
            @Nullable LocalTime start,
            String by,
            @Nullable String preferred,
            boolean reService,
            Set<DayOfWeek> days,
            @Nullable LocalTime notBefore,
            @Nullable LocalTime notAfter) {}

    /**
     * Reads a cell once, and remembers what it said, or that it cannot be read: the same few thousand days and times stand in
     * all rows, and a column that is none of what it was taken for is wrong in each of them.
     */
    private static final class Remembered<T> {

        interface Reading<T> {
            T read(String cell) throws Unreadable;
        }

        private static final int MOST = 20_000;

        private final Reading<T> reading;
        private final Map<String, T> read = new HashMap<>();
        private final Map<String, Unreadable> refused = new HashMap<>();

        Remembered(Reading<T> reading) {
            this.reading = reading;
        }

        T of(String cell) throws Unreadable {
            var known = read.get(cell);
            if (known != null) {
                return known;
            }
            var refusal = refused.get(cell);
            if (refusal != null) {
                throw refusal;
            }
            var fresh = fresh(cell);
            if (read.size() < MOST) {
                read.put(cell, fresh);
            }
            return fresh;
        }

        private T fresh(String cell) throws Unreadable {
            try {
                return reading.read(cell);
            } catch (Unreadable bad) {
                if (refused.size() < MOST) {
                    refused.put(cell, bad);
                }
                throw bad;
            }
        }
    }

    private static final class Customer {

        final List<Visit> visits = new ArrayList<>();
        String name = "";

        @Nullable
        String preferred;

        @Nullable
        String seller;

        @Nullable
        BigDecimal value;
    }

    private final XrayFile file;
    private final Map<XrayField, Integer> places = new EnumMap<>(XrayField.class);
    private final Map<String, Customer> customers = new LinkedHashMap<>();
    /** What a number in the file is called. */
    private final Map<String, String> names = new HashMap<>();

    private final Remembered<Optional<LocalDate>> dates = new Remembered<>(this::date);
    private final Remembered<Optional<LocalTime>> times = new Remembered<>(XrayCells::time);
    private final Remembered<Set<DayOfWeek>> weekdays = new Remembered<>(XrayCells::weekdays);
    private final Remembered<Optional<BigDecimal>> amounts = new Remembered<>(XrayCells::money);
    private final Remembered<Optional<String>> people = new Remembered<>(XrayCells::person);
    private final Map<XrayField, Unread> unread = new EnumMap<>(XrayField.class);
    private long rows;
    private long open;
    private XrayCells.Order order = XrayCells.Order.MONTH_FIRST;
    private Days days = Days.PLAIN;

    private Xray(XrayFile file, XrayMapping mapping) {
        this.file = file;
        mapping.columns()
                .forEach((field, heading) -> places.put(field, file.headings().indexOf(heading)));
    }

    /**
     * @param lines told now and then how many lines were read
     * @throws XrayRefused when a column is missing or the file breaks off
     */
    public static XrayReport of(XrayFile file, XrayMapping mapping, LongConsumer lines) throws IOException {
        mapping.problem().ifPresent(sentence -> {
            throw new XrayRefused(sentence);
        });
        if (!mapping.fits(file.headings())) {
            throw new XrayRefused("A chosen column is not in this file. Choose it again.");
        }
        var xray = new Xray(file, mapping);
        xray.findOrder();
        file.read(xray::row, lines);
        return xray.report(mapping);
    }

    /** Which number is the month is the same in all of a file, and said by the first day that can be read one way only. */
    private void findOrder() throws IOException {
        int place = Objects.requireNonNull(places.get(XrayField.DATE));
        if (file.sample().stream().noneMatch(cells -> XrayCells.hasOrder(cells.get(place)))) {
            return;
        }
        var decisive = file.first(place, cell -> XrayCells.order(cell).isPresent());
        order = decisive.flatMap(XrayCells::order).orElse(XrayCells.Order.MONTH_FIRST);
        days = decisive.isEmpty()
                ? Days.EITHER
                : order == XrayCells.Order.DAY_FIRST ? Days.DAY_FIRST : Days.MONTH_FIRST;
    }

    private Optional<LocalDate> date(String cell) throws Unreadable {
        return XrayCells.date(cell, order);
    }

    private void row(long line, List<String> cells) {
        if (++rows > MOST_ROWS) {
            throw new XrayRefused(
                    "The file has more than %,d rows. Export a shorter time, or one office.".formatted(MOST_ROWS));
        }
        var field = XrayField.CUSTOMER;
        try {
            var code = cell(cells, XrayField.CUSTOMER);
            field = XrayField.DATE;
            var date = dates.of(cell(cells, XrayField.DATE));
            var by = people.of(cell(cells, XrayField.SERVED_BY));
            var done = !places.containsKey(XrayField.STATUS) || XrayCells.done(cell(cells, XrayField.STATUS));
            if (code.isEmpty() || date.isEmpty() || by.isEmpty() || !done) {
                open++;
                return;
            }
            name(by.get(), cell(cells, XrayField.SERVED_BY_NAME));
            field = XrayField.START;
            var start = times.of(cell(cells, XrayField.START)).orElse(null);
            field = XrayField.PREFERRED_DAY;
            var days = weekdays.of(cell(cells, XrayField.PREFERRED_DAY));
            field = XrayField.WINDOW_FROM;
            var notBefore = times.of(cell(cells, XrayField.WINDOW_FROM)).orElse(null);
            field = XrayField.WINDOW_TO;
            var notAfter = times.of(cell(cells, XrayField.WINDOW_TO)).orElse(null);
            field = XrayField.VALUE;
            var value = amounts.of(cell(cells, XrayField.VALUE)).orElse(null);
            var preferred = cell(cells, XrayField.PREFERRED);
            var reService = preferred.equals("-1") || XrayCells.reService(cell(cells, XrayField.RE_SERVICE));
            var customer = customers.computeIfAbsent(code, key -> new Customer());
            describe(customer, cells, value);
            customer.visits.add(new Visit(
                    date.get(),
                    start,
                    by.get(),
                    people.of(preferred).orElse(null),
                    reService,
                    days,
                    windowOpen(notBefore, notAfter) ? notBefore : null,
                    windowOpen(notBefore, notAfter) ? notAfter : null));
        } catch (Unreadable bad) {
            unread.merge(
                    field,
                    new Unread(field, 1, "Line %,d: %s.".formatted(line, bad.getMessage())),
                    (first, next) -> new Unread(first.field(), first.rows() + 1, first.example()));
        }
    }

    /** From midnight to midnight is how FieldRoutes writes that there is no window. */
    private static boolean windowOpen(@Nullable LocalTime from, @Nullable LocalTime to) {
        return !Objects.equals(from, to);
    }

    private void describe(Customer customer, List<String> cells, @Nullable BigDecimal value) throws Unreadable {
        var name = cell(cells, XrayField.CUSTOMER_NAME);
        if (name.isEmpty()) {
            name = (cell(cells, XrayField.FIRST_NAME) + " " + cell(cells, XrayField.LAST_NAME)).strip();
        }
        if (customer.name.isEmpty()) {
            customer.name = name;
        }
        // Of a customer with several agreements the greatest is taken: the rows do not say which are the same.
        if (value != null && (customer.value == null || value.compareTo(customer.value) > 0)) {
            customer.value = value;
        }
        people.of(cell(cells, XrayField.CUSTOMER_PREFERRED)).ifPresent(one -> customer.preferred = one);
        people.of(cell(cells, XrayField.SOLD_BY)).ifPresent(one -> customer.seller = one);
    }

    private void name(String code, String name) {
        if (!name.isEmpty()) {
            names.putIfAbsent(code, name);
        }
    }

    private String cell(List<String> cells, XrayField field) {
        var place = places.get(field);
        return place == null ? "" : cells.get(place);
    }

    /** The same for one person under two numbers. */
    private String person(String code) {
        var name = names.get(code);
        return name == null ? code : name.toLowerCase(Locale.ROOT);
    }

    private String called(String code) {
        var name = names.get(code);
        return name != null ? name : code.chars().allMatch(Character::isDigit) ? "Technician " + code : code;
    }

    private XrayReport report(XrayMapping mapping) {
        customers
                .values()
                .forEach(customer -> customer.visits.sort(Comparator.comparing(Visit::date)
                        .thenComparing(visit -> visit.start() == null ? LocalTime.MIN : visit.start())));
        var visits =
                customers.values().stream().flatMap(one -> one.visits.stream()).toList();
        var to = visits.stream().map(Visit::date).max(Comparator.naturalOrder()).orElse(null);
        var people = visits.stream().map(visit -> person(visit.by())).collect(Collectors.toSet());
        var atRisk = new ArrayList<AtRisk>();
        for (var entry : customers.entrySet()) {
            var reasons = reasons(entry.getValue(), people);
            if (!reasons.isEmpty()) {
                var customer = entry.getValue();
                var name = customer.name.isEmpty() ? "Customer " + entry.getKey() : customer.name;
                atRisk.add(new AtRisk(name, customer.value, reasons));
            }
        }
        atRisk.sort(Comparator.comparing(
                        (AtRisk one) -> Optional.ofNullable(one.value()).orElse(BigDecimal.ZERO))
                .reversed()
                .thenComparing(one -> -one.reasons().size())
                .thenComparing(AtRisk::name));
        return new XrayReport(
                rows,
                visits.size(),
                unread.values().stream()
                        .sorted(Comparator.comparingLong(Unread::rows).reversed())
                        .toList(),
                open,
                visits.stream().map(Visit::date).min(Comparator.naturalOrder()).orElse(null),
                to,
                days,
                customers.size(),
                people.size(),
                faces(to),
                sold(people),
                kept(customer -> visit ->
                        preferred(customer, visit) == null || visit.reService() ? null : isPreferred(customer, visit)),
                kept(customer -> visit -> visit.days().isEmpty()
                        ? null
                        : visit.days().contains(visit.date().getDayOfWeek())),
                kept(customer -> Xray::inWindow),
                kept(customer -> visit ->
                        !visit.reService() || preferred(customer, visit) == null ? null : isPreferred(customer, visit)),
                List.copyOf(atRisk.subList(0, Math.min(XrayReport.LISTED, atRisk.size()))),
                atRisk.size(),
                atRisk.stream().map(AtRisk::value).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add),
                List.copyOf(mapping.columns().keySet()));
    }

    private Faces faces(@Nullable LocalDate to) {
        var counts = new int[5];
        long sum = 0;
        int known = 0;
        for (var customer : customers.values()) {
            var lastYear = customer.visits.stream()
                    .filter(visit -> to != null && visit.date().isAfter(to.minusYears(1)))
                    .toList();
            if (lastYear.size() >= 2) {
                int faces = facesIn(lastYear);
                counts[Math.min(5, faces) - 1]++;
                sum += faces;
                known++;
            }
        }
        return new Faces(Arrays.stream(counts).boxed().toList(), known == 0 ? Double.NaN : (double) sum / known);
    }

    private int facesIn(List<Visit> visits) {
        return (int) visits.stream().map(visit -> person(visit.by())).distinct().count();
    }

    private Sold sold(Set<String> people) {
        int count = 0;
        long visits = 0;
        long byOthers = 0;
        int neverMet = 0;
        var pairs = new HashMap<List<String>, Long>();
        for (var customer : customers.values()) {
            var seller = customer.seller;
            if (seller == null || !people.contains(person(seller))) {
                continue;
            }
            count++;
            visits += customer.visits.size();
            long others = 0;
            for (var visit : customer.visits) {
                if (!person(visit.by()).equals(person(seller))) {
                    others++;
                    pairs.merge(List.of(called(seller), called(visit.by())), 1L, Long::sum);
                }
            }
            byOthers += others;
            neverMet += others == customer.visits.size() ? 1 : 0;
        }
        return new Sold(
                count,
                visits,
                byOthers,
                neverMet,
                pairs.entrySet().stream()
                        .map(pair ->
                                new Pair(pair.getKey().getFirst(), pair.getKey().getLast(), pair.getValue()))
                        .sorted(Comparator.comparingLong(Pair::visits)
                                .reversed()
                                .thenComparing(Pair::seller)
                                .thenComparing(Pair::came))
                        .limit(10)
                        .toList());
    }

    /** Whether a visit keeps a preference; null when it has none. */
    private interface Rule {
        @Nullable
        Boolean keeps(Visit visit);
    }

    private Kept kept(Function<Customer, Rule> rule) {
        long due = 0;
        long broken = 0;
        int with = 0;
        for (var customer : customers.values()) {
            long before = broken;
            for (var visit : customer.visits) {
                var keeps = rule.apply(customer).keeps(visit);
                due += keeps == null ? 0 : 1;
                broken += Boolean.FALSE.equals(keeps) ? 1 : 0;
            }
            with += broken > before ? 1 : 0;
        }
        return new Kept(due, broken, with);
    }

    private boolean isPreferred(Customer customer, Visit visit) {
        return person(visit.by()).equals(person(Objects.requireNonNull(preferred(customer, visit))));
    }

    private static @Nullable String preferred(Customer customer, Visit visit) {
        if (visit.preferred() != null) {
            return visit.preferred();
        }
        if (customer.preferred != null || !visit.reService()) {
            return customer.preferred;
        }
        return customer.visits.reversed().stream()
                .map(Visit::preferred)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Boolean inWindow(Visit visit) {
        if (visit.start() == null || visit.notBefore() == null && visit.notAfter() == null) {
            return null;
        }
        return (visit.notBefore() == null || !visit.start().isBefore(visit.notBefore()))
                && (visit.notAfter() == null || !visit.start().isAfter(visit.notAfter()));
    }

    /** Why somebody should talk to this customer, from the last visits; nothing when there is no reason. */
    private List<String> reasons(Customer customer, Set<String> people) {
        var last = customer.visits.subList(Math.max(0, customer.visits.size() - RECENT), customer.visits.size());
        var reasons = new TreeMap<Integer, String>();
        var others = last.stream()
                .filter(visit -> !visit.reService() && preferred(customer, visit) != null)
                .toList();
        var missed =
                others.stream().filter(visit -> !isPreferred(customer, visit)).toList();
        if (!missed.isEmpty()) {
            var wanted = called(Objects.requireNonNull(preferred(customer, missed.getLast())));
            reasons.put(
                    1,
                    "%s was asked for and did not come on %d of %d visits"
                            .formatted(wanted, missed.size(), others.size()));
        }
        long lost = last.stream()
                .filter(visit ->
                        visit.reService() && preferred(customer, visit) != null && !isPreferred(customer, visit))
                .count();
        if (lost > 0) {
            reasons.put(2, "%d re-service%s by somebody else than asked for".formatted(lost, lost == 1 ? "" : "s"));
        }
        var seller = customer.seller;
        if (seller != null
                && people.contains(person(seller))
                && last.stream().noneMatch(visit -> person(visit.by()).equals(person(seller)))) {
            reasons.put(3, "sold by %s, who came to none of the last %d".formatted(called(seller), last.size()));
        }
        int faces = facesIn(last);
        if (last.size() >= ENOUGH_VISITS && faces >= MANY_FACES) {
            reasons.put(4, "%d faces in the last %d visits".formatted(faces, last.size()));
        }
        long days = last.stream()
                .filter(visit -> !visit.days().isEmpty()
                        && !visit.days().contains(visit.date().getDayOfWeek()))
                .count();
        if (days > 0) {
            reasons.put(5, "another day than asked for on %d of %d".formatted(days, last.size()));
        }
        long hours = last.stream()
                .filter(visit -> Boolean.FALSE.equals(inWindow(visit)))
                .count();
        if (hours > 0) {
            reasons.put(6, "outside of the hours asked for on %d of %d".formatted(hours, last.size()));
        }
        return List.copyOf(reasons.values());
    }
}
