package org.dorothydispatch.importing.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people and places of the demo while it is being made up; {@link DemoFiles} writes them down as a bundle. */
final class DemoPeople {

    record Office(String code, String name, ZoneId zone, double latitude, double longitude, String address) {}

    static final class Technician {
        final String code;
        final String name;
        final Office office;
        String skills = "general";
        String languages = "en";
        LocalDate startsOn;

        @Nullable
        LocalDate endsOn;

        final List<Absence> absences = new ArrayList<>();
        final Map<LocalDate, List<Visit>> days = new HashMap<>();

        Technician(String code, String name, Office office, LocalDate startsOn) {
            this.code = code;
            this.name = name;
            this.office = office;
            this.startsOn = startsOn;
        }

        String firstName() {
            return name.substring(0, name.indexOf(' '));
        }

        boolean worksOn(LocalDate date) {
            return !date.isBefore(startsOn)
                    && (endsOn == null || !date.isAfter(endsOn))
                    && absences.stream().noneMatch(absence -> absence.covers(date));
        }

        List<Visit> on(LocalDate date) {
            return days.computeIfAbsent(date, day -> new ArrayList<>());
        }
    }

    record Absence(LocalDate from, LocalDate to, String kind, String note) {
        boolean covers(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    static final class Route {
        final String code;
        final String name;
        final Office office;
        final double latitude;
        final double longitude;
        Technician technician;

        /** Who drove the route before; null when the present technician always did. */
        @Nullable
        Technician before;

        Route(String code, String name, Office office, Technician technician, double latitude, double longitude) {
            this.code = code;
            this.name = name;
            this.office = office;
            this.technician = technician;
            this.latitude = latitude;
            this.longitude = longitude;
        }

        Technician usualOn(LocalDate date) {
            return before != null && before.endsOn != null && !date.isAfter(before.endsOn) ? before : technician;
        }
    }

    static final class Customer {
        final String code;
        final String name;
        final Route route;
        String goesBy = "";
        boolean commercial;
        String phone = "";
        String email = "";
        String language = "en";
        LocalDate since;

        @Nullable
        Technician technician;

        @Nullable
        LocalDate cancelledOn;

        String cancelReason = "";
        String givesWay = "";
        String remember = "";
        String address = "";
        String access = "";
        double latitude;
        double longitude;

        String service = "General pest";
        String every = "P1M";
        int minutes = 30;
        String skills = "general";
        String soldBy = "";
        int annualValue = 600;

        /** The minute of the day their visits usually start. */
        int usualStart;

        Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

        @Nullable
        DayOfWeek steadyDay;

        @Nullable
        Technician never;

        int earliest = 8 * 60;
        int latest = 17 * 60;
        boolean wantsNotice;

        /** Their visits are written by a story, not by the plan. */
        boolean planned;

        final List<Preference> preferences = new ArrayList<>();
        final List<Visit> visits = new ArrayList<>();

        Customer(String code, String name, Route route, LocalDate since) {
            this.code = code;
            this.name = name;
            this.route = route;
            this.since = since;
        }

        Period period() {
            return Period.parse(every);
        }

        boolean accepts(LocalDate date) {
            return weekdays.contains(date.getDayOfWeek()) && (steadyDay == null || steadyDay == date.getDayOfWeek());
        }

        Preference wants(String kind, String answer, String words) {
            var preference = new Preference(this, kind, answer, words);
            preferences.add(preference);
            return preference;
        }
    }

    /** A row of preferences.csv in the making; the columns a kind does not use stay blank. */
    static final class Preference {
        final Customer customer;
        final String kind;
        final String answer;
        final String words;
        String code = "";
        String technicians = "";
        String weekdays = "";
        String from = "";
        String to = "";
        String datesFrom = "";
        String datesTo = "";
        String number = "";
        String days = "";
        String language = "";
        String skill = "";
        String heardOn = "";
        String heardBy = "Front desk";
        String channel = "phone";
        String validFrom = "";
        String alternative = "";
        String toldOn = "";

        private Preference(Customer customer, String kind, String answer, String words) {
            this.customer = customer;
            this.kind = kind;
            this.answer = answer;
            this.words = words;
        }

        Preference heard(LocalDate on, String by, String channel) {
            this.heardOn = on.toString();
            this.heardBy = by;
            this.channel = channel;
            return this;
        }
    }

    static final class Visit {
        final Customer customer;
        LocalDate dueOn;
        String code = "";

        @Nullable
        LocalDate date;

        @Nullable
        LocalTime start;

        @Nullable
        Route route;

        @Nullable
        Technician technician;

        String status = "unassigned";
        boolean pinned;

        @Nullable
        LocalDateTime notifiedAt;

        String note = "";

        Visit(Customer customer, LocalDate dueOn) {
            this.customer = customer;
            this.dueOn = dueOn;
        }

        int startMinute() {
            return start.toSecondOfDay() / 60;
        }

        int endMinute() {
            return startMinute() + customer.minutes;
        }

        void assign(LocalDate date, int startMinute, Route route, Technician technician) {
            this.date = date;
            this.start = LocalTime.of(startMinute / 60, startMinute % 60);
            this.route = route;
            this.technician = technician;
            technician.on(date).add(this);
        }

        void unassign() {
            if (technician != null) {
                technician.on(date).remove(this);
            }
            date = null;
            start = null;
            route = null;
            technician = null;
            status = "unassigned";
        }
    }

    private DemoPeople() {}
}
