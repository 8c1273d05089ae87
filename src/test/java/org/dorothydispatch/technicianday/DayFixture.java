package org.dorothydispatch.technicianday;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.technicianday.DayEntry.Kind;
import org.dorothydispatch.technicianday.DayEntry.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Albany on Tuesday 6 October 2026, eight in the morning: Ana drives to Dorothy at nine and to the bakery at eleven. */
final class DayFixture {

    static final LocalDate TUESDAY = LocalDate.of(2026, 10, 6);
    static final ZoneId ALBANY = ZoneId.of("America/New_York");
    static final Instant EIGHT = TUESDAY.atTime(8, 0).atZone(ALBANY).toInstant();

    private DayFixture() {}

    static RegisterFixture store(JdbcClient database) {
        var fixture = ListeningFixture.store(database)
                .user("ben", Role.TECHNICIAN, "ALB")
                .user("loose", Role.TECHNICIAN, "ALB")
                .user("adele", Role.ADMINISTRATOR);
        database.sql("update app_user set technician = 'BEN' where username = 'ben'")
                .update();
        database.sql("update customer set remember = 'The dog is called Bruno.' where code = 'DOROTHY'")
                .update();
        database.sql("update site set access = 'Back door, ring twice' where code = 'DOROTHY'")
                .update();
        fixture.preference(
                        "W1",
                        "DOROTHY",
                        "PERSON",
                        "promised",
                        "words",
                        "Will you be the one doing the service?",
                        "heard_by",
                        "Sam")
                .preferred("W1", "ANA")
                .preference("W2", "DOROTHY", "REMEMBER", "promised", "words", "Shoes off, please.")
                .preference(
                        "W3", "DOROTHY", "NOTICE", "declined", "words", "Call me a week before.", "number_value", 168);
        fixture.visit(
                "B1",
                "BAKER",
                TUESDAY,
                "planned",
                "planned_on",
                TUESDAY,
                "start_time",
                LocalTime.of(11, 0),
                "route",
                "NORTH",
                "technician",
                "ANA");
        return fixture;
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    static DayEntry read(String visit, String mark) {
        return new DayEntry(id(), visit, Kind.READ, 0, mark, null, null, null, false, false);
    }

    static DayEntry checkIn(String visit, String mark) {
        return new DayEntry(id(), visit, Kind.CHECK_IN, 0, mark, null, null, null, false, false);
    }

    static DayEntry done(String visit, String said) {
        return new DayEntry(id(), visit, Kind.CHECK_OUT, 0, null, Outcome.DONE, null, said, said.isEmpty(), false);
    }

    static DayEntry missed(String visit, String why) {
        return new DayEntry(id(), visit, Kind.CHECK_OUT, 0, null, Outcome.MISSED, why, null, true, false);
    }

    static DayEntry said(String visit, String words, boolean keepDeclined) {
        return new DayEntry(id(), visit, Kind.SAID, 0, null, null, null, words, false, keepDeclined);
    }

    /** The same entry, sent so much later. */
    static DayEntry after(DayEntry entry, Duration time) {
        return new DayEntry(
                entry.id(),
                entry.visit(),
                entry.kind(),
                time.toMillis(),
                entry.mark(),
                entry.outcome(),
                entry.why(),
                entry.said(),
                entry.nothingSaid(),
                entry.keepDeclined());
    }
}
