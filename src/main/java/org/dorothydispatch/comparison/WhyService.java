package org.dorothydispatch.comparison;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.flags.FoundBreak;
import org.dorothydispatch.flags.ProtocolReplay;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.office.ProtocolRow;
import org.dorothydispatch.rules.Replay;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.security.CurrentUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Why promises were broken: each break's cause, whether it could have been avoided, the protocols that stood against it, and
 * what it would have changed had one of them only informed. Who asks is looked at when they ask. What is kept of breaks
 * ({@link JudgedBreaks}) comes at once; the rest is worked out in the background, one after the other, and kept. Both are
 * remembered as long as nothing has changed that they depend on.
 */
@Service
public class WhyService {

    /** So many months are played at once. */
    public static final int REPLAYED_MONTHS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(WhyService.class);
    private static final int REMEMBERED = 100;

    private final JdbcClient database;
    private final OfficeService offices;
    private final JudgedBreaks breaks;
    private final ProtocolReplay replays;
    private final Outbox outbox;
    private final CurrentUser current;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("why").daemon().factory());
    private final Map<Object, Reading<?>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Reading<?>> eldest) {
            return size() > REMEMBERED;
        }
    };

    WhyService(
            JdbcClient database,
            OfficeService offices,
            JudgedBreaks breaks,
            ProtocolReplay replays,
            Outbox outbox,
            CurrentUser current) {
        this.database = database;
        this.offices = offices;
        this.breaks = breaks;
        this.replays = replays;
        this.outbox = outbox;
        this.current = current;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** What the promises an office broke in a period came of. */
    public Reading<Causes> causes(String office, Period period) {
        current.requireWrite(office, BRANCH_MANAGER);
        var row = offices.get(office);
        var rules =
                offices.protocols(office).stream().collect(Collectors.toMap(ProtocolRow::code, Function.identity()));
        return find(new OfCauses(office, period, mark(office, period)), () -> reading(row, period, rules));
    }

    /**
     * What would have become of the promises a protocol stood against in the last {@link #REPLAYED_MONTHS} months of the
     * period, had it only informed.
     *
     * @param causes of the office, as they were read
     */
    public Reading<ReplayedProtocol> replay(Causes causes, String protocol) {
        current.requireWrite(causes.office(), BRANCH_MANAGER);
        var months = lastMonths(causes.period());
        var against = causes.against().stream()
                .filter(one -> one.protocol().code().equals(protocol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No promise was broken because of the protocol (%s).".formatted(protocol)));
        var stood = against.stood().stream()
                .filter(one -> !one.found().date().isBefore(months.firstDay()))
                .toList();
        return find(
                new OfReplay(causes.office(), months, mark(causes.office(), causes.period()), protocol, stood),
                () -> working(reading -> play(causes.office(), against.protocol(), months, stood, reading)));
    }

    static Period lastMonths(Period period) {
        var first = period.to().minusMonths(REPLAYED_MONTHS - 1L);
        return new Period(first.isBefore(period.from()) ? period.from() : first, period.to());
    }

    // --- in the background ---

    private record OfCauses(String office, Period period, String mark) {}

    private record OfReplay(String office, Period months, String mark, String protocol, List<BrokenPromise> stood) {}

    @SuppressWarnings("unchecked")
    private <T> Reading<T> find(Object key, Supplier<Reading<T>> begun) {
        synchronized (remembered) {
            var known = (Reading<T>) remembered.get(key);
            if (known != null && !known.abandoned() && !known.result().isCompletedExceptionally()) {
                return known;
            }
            var reading = begun.get();
            remembered.put(key, reading);
            return reading;
        }
    }

    <T> Reading<T> working(Function<Reading<T>, T> work) {
        var reading = new Reading<T>();
        step(reading, () -> {
            reading.at(0, 1);
            reading.result().complete(work.apply(reading));
        });
        return reading;
    }

    private void step(Reading<?> reading, Runnable work) {
        worker.execute(() -> {
            try {
                work.run();
            } catch (CancellationException e) {
                reading.result().completeExceptionally(e);
            } catch (RuntimeException e) {
                LOG.warn("What broke promises could not be worked out", e);
                reading.result().completeExceptionally(e);
            }
        });
    }

    /** Works everything out anew, even where nothing seems to have changed. */
    void forget() {
        synchronized (remembered) {
            remembered.clear();
        }
    }

    /**
     * First what is known of every office that was asked for, which comes at once; then, in the same order, what nobody has
     * looked at yet.
     */
    private Reading<Causes> reading(OfficeRow office, Period period, Map<String, ProtocolRow> rules) {
        var reading = new Reading<Causes>();
        step(reading, () -> {
            reading.at(0, 1);
            var look = breaks.look(office.code(), period.firstDay(), period.lastDay());
            if (look.open().isEmpty()) {
                reading.result().complete(read(office, period, rules, look.known(), List.of()));
                return;
            }
            int known = look.known().size();
            int all = known + look.open().size();
            reading.at(known, all);
            reading.part(read(office, period, rules, look.known(), look.open()));
            step(reading, () -> {
                breaks.judge(look.open(), done -> reading.at(known + done, all));
                var everything = new ArrayList<>(look.known());
                everything.addAll(look.open());
                reading.result().complete(read(office, period, rules, everything, List.of()));
            });
        });
        return reading;
    }

    private Causes read(
            OfficeRow office,
            Period period,
            Map<String, ProtocolRow> rules,
            List<JudgedBreaks.Wanted> known,
            List<JudgedBreaks.Wanted> open) {
        var sums = database.sql("""
                        select coalesce(sum(promises_due), 0), coalesce(sum(promises_broken + promises_consented), 0)
                        from tally_visit where office = ? and on_day between ? and ?""")
                .params(office.code(), period.firstDay(), period.lastDay())
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        var found = breaks.found(known);
        long unseen = open.stream().mapToLong(JudgedBreaks.Wanted::counted).sum();
        var names = names(found.stream().map(FoundBreak::customer).distinct().toList());
        var words = words(found.stream().map(FoundBreak::preference).distinct().toList());
        return new Causes(
                office.code(),
                office.name(),
                period,
                sums[0],
                found.stream()
                        .map(one -> new BrokenPromise(
                                one, names.getOrDefault(one.customer(), one.customer()), words.get(one.preference())))
                        .toList(),
                Math.max(0, sums[1] - unseen - found.size()),
                rules,
                unseen);
    }

    private ReplayedProtocol play(
            String office,
            ProtocolRow protocol,
            Period months,
            List<BrokenPromise> stood,
            Reading<ReplayedProtocol> reading) {
        var played = replays.play(
                office,
                protocol.code(),
                months.firstDay(),
                months.lastDay(),
                stood.stream()
                        .map(one -> new Replay.Broken(
                                one.found().visit(), one.found().preference()))
                        .toList(),
                done -> reading.at(done, stood.size()));
        var byCode = new HashMap<Replay.Broken, BrokenPromise>();
        stood.forEach(one ->
                byCode.put(new Replay.Broken(one.found().visit(), one.found().preference()), one));
        return new ReplayedProtocol(
                office,
                protocol,
                months,
                stood,
                played.kept().stream()
                        .map(one -> new ReplayedProtocol.Kept(
                                Objects.requireNonNull(byCode.get(new Replay.Broken(one.visit(), one.preference()))),
                                one.from(),
                                one.to()))
                        .toList(),
                played);
    }

    private Map<String, String> names(List<String> customers) {
        var names = new HashMap<String, String>();
        RollUps.inChunks(
                customers,
                chunk -> database.sql(
                                "select c.code, " + CustomerName.CALLED + " from customer c where c.code in (:codes)")
                        .param("codes", chunk)
                        .query(row -> {
                            names.put(row.getString(1), row.getString(2));
                        }));
        return names;
    }

    private Map<String, String> words(List<String> preferences) {
        var words = new HashMap<String, String>();
        RollUps.inChunks(
                preferences,
                chunk -> database.sql("select code, words from preference where code in (:codes) and words is not null")
                        .param("codes", chunk)
                        .query(row -> {
                            words.put(row.getString(1), row.getString(2));
                        }));
        return words;
    }

    // --- what it depends on ---

    /** Changes whenever something changes by which these breaks are judged or explained. */
    private String mark(String office, Period period) {
        var customers = new int[1];
        database.sql("select customer, mark from tally_customer where office = ? order by customer")
                .param(office)
                .query(row -> {
                    customers[0] = 31 * (31 * customers[0] + row.getString(1).hashCode())
                            + row.getString(2).hashCode();
                });
        var absences = new int[1];
        database.sql("""
                        select a.technician, a.from_on, a.to_on, a.kind from absence a join technician t on t.code = a.technician
                        where t.office = ? order by a.technician, a.from_on, a.to_on, a.kind""").param(office).query(row -> {
            absences[0] = 31 * absences[0]
                    + Objects.hash(
                            row.getString(1),
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            row.getString(4));
        });
        return "%s %s %s %s %s %s"
                .formatted(
                        outbox.sequences(List.of(office)).get(office),
                        new CustomerMarks(database).ofOffice(office),
                        customers[0],
                        absences[0],
                        one("select coalesce(max(id), 0) from audit_entry where office = ?", office),
                        database.sql("""
                                        select count(*), coalesce(sum(version), 0), coalesce(sum(promises_broken), 0),
                                               coalesce(sum(promises_consented), 0) from tally_visit
                                        where office = ? and on_day between ? and ?""")
                                .params(office, period.firstDay(), period.lastDay())
                                .query((row, number) -> "%d %d %d %d"
                                        .formatted(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                                .single());
    }

    private long one(String sql, String office) {
        return database.sql(sql).param(office).query(Long.class).single();
    }
}
