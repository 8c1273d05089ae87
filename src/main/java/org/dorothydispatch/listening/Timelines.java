package org.dorothydispatch.listening;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.flags.BreakCauses;
import org.dorothydispatch.flags.FoundBreak;
import org.dorothydispatch.listening.TimelineEntry.Kind;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.workforce.WorkforceService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer said beside what we did, day by day. */
@Service
@Transactional(readOnly = true)
public class Timelines {

    private static final int MOST_SENTENCES = 1_000;

    private final CustomerService customers;
    private final PreferenceService preferences;
    private final WorkforceService workforce;
    private final OfficeService offices;
    private final HeardStore heard;
    private final BreakCauses causes;
    private final AuditTrail audit;
    private final JdbcClient database;

    Timelines(
            CustomerService customers,
            PreferenceService preferences,
            WorkforceService workforce,
            OfficeService offices,
            HeardStore heard,
            BreakCauses causes,
            AuditTrail audit,
            JdbcClient database) {
        this.customers = customers;
        this.preferences = preferences;
        this.workforce = workforce;
        this.offices = offices;
        this.heard = heard;
        this.causes = causes;
        this.audit = audit;
        this.database = database;
    }

    /** Everything up to today at their office, the first thing first. */
    public List<TimelineEntry> of(String code) {
        var customer = customers.get(code);
        var today = offices.today(customer.office());
        var zone = offices.get(customer.office()).timeZone();
        var wishes = preferences.ofCustomer(code);
        var entries = new ArrayList<TimelineEntry>();
        addSentences(entries, code, zone);
        addWishesWithoutSentence(entries, code, wishes);
        addWhatTheySaidWhenAsked(entries, code, zone);
        addComingAndGoing(entries, code, zone);
        addAnswers(entries, wishes, customer.office(), zone);
        addVisits(entries, code, today);
        entries.sort(Comparator.comparing(TimelineEntry::date).thenComparing(TimelineEntry::kind));
        return List.copyOf(entries);
    }

    private void addSentences(List<TimelineEntry> entries, String customer, ZoneId zone) {
        for (var said : heard.ofCustomer(customer, MOST_SENTENCES)) {
            var became = switch (said.state()) {
                case OPEN -> ", nobody answered it";
                case TURNED -> "";
                case ASIDE -> ", put aside: " + said.settledWhy();
            };
            entries.add(entry(
                    said.heardAt().atZone(zone).toLocalDate(),
                    Kind.SAID,
                    "“" + said.words() + "”",
                    "to %s %s%s".formatted(said.heardBy(), said.channel().words(), became)));
        }
    }

    /** Wishes that came with a bundle, or were written down before anybody kept sentences. */
    private void addWishesWithoutSentence(List<TimelineEntry> entries, String customer, List<PreferenceRow> wishes) {
        var known = new HashSet<>(
                database.sql("""
                        select hp.preference from heard h join heard_preference hp on hp.heard = h.code
                        where h.customer = ?""").param(customer).query(String.class).list());
        for (var wish : wishes) {
            if (!known.contains(wish.code()) && wish.heardOn() != null) {
                entries.add(entry(
                        wish.heardOn(),
                        Kind.SAID,
                        wish.words() == null ? meaning(wish) : "“" + wish.words() + "”",
                        wish.heardBy() == null ? "" : "to " + wish.heardBy()));
            }
        }
    }

    private void addWhatTheySaidWhenAsked(List<TimelineEntry> entries, String customer, ZoneId zone) {
        database.sql("""
                        select a.asked_at, a.outcome, a.note, coalesce(u.name, a.asked_by)
                        from asked a left join app_user u on u.username = a.asked_by
                        where a.customer = ? and a.outcome <> 'changed' order by a.id""").param(customer).query(row -> {
            var note = row.getString(3);
            entries.add(entry(
                    day(row.getObject(1, LocalDateTime.class), zone),
                    Kind.SAID,
                    note == null
                            ? row.getString(2).equals("still_so") ? "Asked again: still so" : "Asked: nothing new"
                            : "“" + note + "”",
                    "asked by " + row.getString(4)));
        });
    }

    /** That they cancelled and came back since; a cancellation that stands is told by itself. */
    private void addComingAndGoing(List<TimelineEntry> entries, String customer, ZoneId zone) {
        database.sql("""
                        select k.cancelled_at, k.words, coalesce(c.name, k.cancelled_by), r.reopened_at, r.words,
                               coalesce(o.name, r.reopened_by)
                        from reopening r join cancellation k on k.code = r.cancellation
                             left join app_user c on c.username = k.cancelled_by
                             left join app_user o on o.username = r.reopened_by
                        where r.customer = ? order by r.reopened_at""").param(customer).query(row -> {
            entries.add(entry(
                    day(row.getObject(1, LocalDateTime.class), zone),
                    Kind.SAID,
                    "“" + row.getString(2) + "”",
                    "cancelled, told to " + row.getString(3)));
            entries.add(entry(
                    day(row.getObject(4, LocalDateTime.class), zone),
                    Kind.SAID,
                    "“" + row.getString(5) + "”",
                    "came back, told to " + row.getString(6)));
        });
    }

    private static LocalDate day(LocalDateTime utc, ZoneId zone) {
        return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate();
    }

    private void addAnswers(List<TimelineEntry> entries, List<PreferenceRow> wishes, String office, ZoneId zone) {
        var rows = audit.story(
                "preference", wishes.stream().map(PreferenceRow::code).toList(), office);
        var answered = new HashSet<String>();
        for (var row : rows) {
            if (row.action().equals("answer")) {
                answered.add(row.subject());
                entries.add(entry(
                        row.at().atZone(zone).toLocalDate(),
                        Kind.ANSWERED,
                        Objects.requireNonNull(row.after()),
                        "answered by " + row.actor()));
            }
        }
        for (var wish : wishes) {
            var on = wish.toldOn() == null ? wish.heardOn() : wish.toldOn();
            if (!answered.contains(wish.code()) && !wish.answer().equals("unanswered") && on != null) {
                entries.add(entry(
                        on,
                        Kind.ANSWERED,
                        "%s: %s".formatted(answer(wish), meaning(wish)),
                        wish.alternative() == null ? "" : "offered instead: " + wish.alternative()));
            }
        }
    }

    private static String answer(PreferenceRow wish) {
        return switch (wish.answer()) {
            case "promised" -> "We promised";
            case "will_try" -> "We said we would try";
            default -> "We declined";
        };
    }

    private String meaning(PreferenceRow wish) {
        return WishWords.of(wish, workforce.names(wish.technicians()));
    }

    private void addVisits(List<TimelineEntry> entries, String customer, LocalDate today) {
        var breaks = causes.ofCustomer(customer, today).stream().collect(groupingBy(FoundBreak::visit));
        database.sql("""
                        select v.code, v.planned_on, v.status, v.technician, t.name
                        from visit v left join technician t on t.code = v.technician
                        where v.customer = :customer and v.planned_on <= :today
                          and v.status in ('planned', 'confirmed', 'done', 'missed')""").params(Map.of("customer", customer, "today", today)).query(row -> {
            var status = row.getString(3);
            var name = row.getString(5);
            var who = name == null ? "Nobody" : name;
            entries.add(new TimelineEntry(
                    row.getObject(2, LocalDate.class),
                    Kind.VISIT,
                    switch (status) {
                        case "done" -> who + " came";
                        case "missed" -> "The visit was missed";
                        default -> who + " is down for it, and nobody has said that it is done";
                    },
                    "",
                    row.getString(4),
                    name,
                    breaks.getOrDefault(row.getString(1), List.of())));
        });
    }

    private static TimelineEntry entry(LocalDate date, Kind kind, String words, String small) {
        return new TimelineEntry(date, kind, words, small, null, null, List.of());
    }
}
