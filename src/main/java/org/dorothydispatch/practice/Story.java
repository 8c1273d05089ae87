package org.dorothydispatch.practice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.rules.AbsenceKind;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.ProtocolKind;
import org.jspecify.annotations.Nullable;

/**
 * A story to practise with, as its file tells it. It says who there is, what is said, and what can be chosen; never which
 * light that makes: the lights come from the checks.
 *
 * @param patience how much the customer bears before they cancel, in the points of {@link Play}
 * @param wishes what the customer's sentences mean
 * @param next what the customer did next, where a scene does not say it in its own words
 */
public record Story(
        String code,
        String title,
        String about,
        Customer customer,
        Office office,
        int patience,
        List<Technician> technicians,
        @Nullable String routeTechnician,
        List<Protocol> protocols,
        List<String> skills,
        List<Wish> wishes,
        List<Busy> busy,
        List<Scene> scenes,
        Map<Next, String> next,
        Map<Ending, String> endings) {

    public Story {
        technicians = copy(technicians);
        protocols = copy(protocols);
        skills = copy(skills);
        wishes = copy(wishes);
        busy = copy(busy);
        scenes = copy(scenes);
        next = copy(next);
        endings = copy(endings);
    }

    /** @param technician whom they regard as theirs */
    public record Customer(
            String name, String called, @Nullable String technician) {}

    public record Office(String name, String zone) {}

    public record Technician(
            String code,
            String name,
            List<String> skills,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<Away> away) {

        public Technician {
            skills = copy(skills);
            away = copy(away);
        }
    }

    /** @param known since when the office knows of it; null for always */
    public record Away(
            LocalDate from,
            LocalDate to,
            AbsenceKind kind,
            @Nullable LocalDate known) {}

    public record Protocol(
            ProtocolKind kind,
            Level level,
            @Nullable Integer number,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {}

    /** A wish as it is written down when somebody writes it down. */
    public record Wish(
            String code,
            PreferenceKind kind,
            List<String> technicians,
            Set<DayOfWeek> weekdays,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable Integer number,
            @Nullable Integer days,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String meaning) {

        public Wish {
            technicians = copy(technicians);
            weekdays = weekdays == null ? Set.of() : Set.copyOf(weekdays);
        }
    }

    /** Somebody else's visit, which takes a technician's time. */
    public record Busy(String name, String technician, LocalDate date, LocalTime start, int minutes) {}

    /** @param place where the visit took place, or stands while a scene looks at it */
    public record Visit(
            String code,
            LocalDate dueOn,
            int minutes,
            @Nullable Place place) {}

    /** @param called when the customer was told that somebody comes */
    public record Place(
            String technician,
            LocalDate date,
            @Nullable LocalTime start,
            @Nullable LocalDateTime called) {}

    /**
     * One scene.
     *
     * @param kind whether one talks, decides on the board, or only reads on
     * @param said the customer's sentence, if they say one
     * @param wish what that sentence means
     * @param visit the visit that is looked at on the phone, or decided on the board
     * @param visits visits that take place by themselves
     * @param days the days of the board
     * @param choices what can be done; a scene one only reads has the one choice to go on
     */
    public record Scene(
            String code,
            Kind kind,
            LocalDate on,
            String title,
            List<String> told,
            @Nullable String said,
            @Nullable String wish,
            @Nullable Visit visit,
            List<Visit> visits,
            List<LocalDate> days,
            List<Choice> choices) {

        public Scene {
            told = copy(told);
            visits = copy(visits);
            days = copy(days);
            choices = kind == Kind.TOLD ? List.of(Choice.GO_ON) : copy(choices);
        }

        /** Whether somebody decides something here. */
        public boolean decides() {
            return kind != Kind.TOLD;
        }
    }

    public enum Kind {
        PHONE,
        BOARD,
        TOLD
    }

    /**
     * One thing that can be done.
     *
     * @param writes what is written down, and with which answer
     * @param place where the visit goes
     * @param asks the customer was asked first, and agreed
     * @param tells the customer was told beforehand who comes and when, without being asked
     * @param introduces a technician who is introduced, and when
     * @param next what the customer did next, if the story's own sentence would not fit
     */
    public record Choice(
            String code,
            String says,
            List<Written> writes,
            @Nullable Place place,
            boolean asks,
            boolean tells,
            @Nullable Introduced introduces,
            @Nullable String next) {

        static final Choice GO_ON = new Choice("on", "Go on", List.of(), null, false, false, null, null);

        public Choice {
            writes = copy(writes);
        }
    }

    /** @param alternative what was offered instead of a wish that was declined */
    public record Written(
            String wish, Answer answer, @Nullable String alternative) {}

    public record Introduced(String technician, LocalDate on) {}

    Technician technician(String wanted) {
        return technicians.stream()
                .filter(technician -> technician.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no technician (%s).".formatted(wanted)));
    }

    /** The name people use: the first one. */
    public String nameOf(String technician) {
        return technician(technician).name().split("\\s+")[0];
    }

    /** The whole name. */
    public String fullNameOf(String technician) {
        return technician(technician).name();
    }

    /** What a wish means, in a few words. */
    public String meaningOf(String wish) {
        return wish(wish).meaning();
    }

    Wish wish(String wanted) {
        return wishes.stream()
                .filter(wish -> wish.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no wish (%s).".formatted(wanted)));
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <K, V> Map<K, V> copy(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
