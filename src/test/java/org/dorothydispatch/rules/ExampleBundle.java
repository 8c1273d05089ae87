package org.dorothydispatch.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one of the project's example bundles, known to be without errors, straight into a world. */
final class ExampleBundle {

    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Path folder;

    private ExampleBundle(Path folder) {
        this.folder = folder;
    }

    static Path folder(String name) {
        return Path.of("samples", name);
    }

    static World world(String name) {
        return new ExampleBundle(folder(name)).read();
    }

    private World read() {
        var offices =
                byCode("offices", r -> new OfficeFacts(r.text("code"), r.text("name"), ZoneId.of(r.text("time_zone"))));
        var absences = grouped(
                "absences",
                "technician",
                r -> new AbsenceFacts(r.date("from"), r.date("to"), AbsenceKind.of(r.text("kind"))));
        var technicians = byCode(
                "technicians",
                r -> new TechnicianFacts(
                        r.text("code"),
                        r.text("name"),
                        offices.get(r.text("office")),
                        r.list("skills").stream().map(SkillFacts::parse).toList(),
                        r.list("languages"),
                        r.date("starts_on"),
                        r.date("ends_on"),
                        r.text("weekdays") == null ? MONDAY_TO_FRIDAY : r.weekdays("weekdays"),
                        r.text("shift_start") == null ? LocalTime.of(8, 0) : r.time("shift_start"),
                        r.text("shift_end") == null ? LocalTime.of(17, 0) : r.time("shift_end"),
                        absences.getOrDefault(r.text("code"), List.of())));
        var routes = byCode(
                "routes",
                r -> new RouteFacts(
                        r.text("code"),
                        r.text("name"),
                        offices.get(r.text("office")),
                        technicians.get(r.text("technician")),
                        r.text("weekdays") == null ? MONDAY_TO_FRIDAY : r.weekdays("weekdays"),
                        r.number("max_stops")));
        var preferences = grouped(
                "preferences",
                "customer",
                r -> new PreferenceFacts(
                        r.text("code"),
                        PreferenceKind.valueOf(r.text("kind")),
                        r.list("technicians").stream().map(technicians::get).toList(),
                        r.weekdays("weekdays"),
                        r.time("from"),
                        r.time("to"),
                        r.date("dates_from"),
                        r.date("dates_to"),
                        r.number("number"),
                        r.number("days"),
                        r.text("language"),
                        r.text("skill"),
                        Answer.of(r.text("answer")),
                        r.text("words"),
                        r.date("valid_from"),
                        r.date("valid_to")));
        var introductions = grouped(
                "introductions",
                "customer",
                r -> new IntroductionFacts(technicians.get(r.text("technician")), r.date("on")));
        var customers = byCode(
                "customers",
                r -> new CustomerFacts(
                        r.text("code"),
                        r.text("name"),
                        r.text("goes_by"),
                        offices.get(r.text("office")),
                        technicians.get(r.text("technician")),
                        r.list("gives_way").stream().map(GivesWay::of).toList(),
                        preferences.getOrDefault(r.text("code"), List.of()),
                        introductions.getOrDefault(r.text("code"), List.of())));
        var sites = byCode(
                "sites",
                r -> new SiteFacts(
                        r.text("code"),
                        Double.parseDouble(r.text("latitude")),
                        Double.parseDouble(r.text("longitude"))));
        var agreements = byCode(
                "agreements", r -> new AgreementFacts(r.text("code"), r.list("skills"), routes.get(r.text("route"))));
        var consents = grouped("consents", "visit", r -> r.text("preference"));
        var world = World.builder().technicians(technicians.values()).routes(routes.values());
        rows("protocols")
                .map(r -> new ProtocolFacts(
                        r.text("code"),
                        offices.get(r.text("office")),
                        ProtocolKind.valueOf(r.text("kind")),
                        r.number("number"),
                        r.time("from"),
                        r.time("to"),
                        Level.of(r.text("level"))))
                .forEach(world::protocol);
        rows("visits")
                .map(r -> new VisitFacts(
                        r.text("code"),
                        customers.get(r.text("customer")),
                        sites.get(r.text("site")),
                        agreements.get(r.text("agreement")),
                        r.date("due_on"),
                        r.number("minutes"),
                        "true".equals(r.text("pinned")),
                        r.text("notified_at") == null ? null : LocalDateTime.parse(r.text("notified_at")),
                        Set.copyOf(consents.getOrDefault(r.text("code"), List.of())),
                        new Assignment(
                                r.date("date"),
                                r.time("start"),
                                routes.get(r.text("route")),
                                technicians.get(r.text("technician")),
                                VisitStatus.of(r.text("status")))))
                .forEach(world::visit);
        return world.build();
    }

    private Stream<Row> rows(String file) {
        var path = folder.resolve(file + ".csv");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(path))) {
            return csv.stream().map(Row::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Map<String, T> byCode(String file, Function<Row, T> facts) {
        var map = new LinkedHashMap<@Nullable String, T>();
        rows(file).forEach(row -> map.put(row.text("code"), facts.apply(row)));
        return map;
    }

    private <T> Map<String, List<T>> grouped(String file, String key, Function<Row, T> facts) {
        return rows(file)
                .collect(Collectors.groupingBy(row -> row.text(key), Collectors.mapping(facts, Collectors.toList())));
    }

    private record Row(NamedCsvRecord cells) {

        @Nullable
        String text(String column) {
            var cell = cells.findField(column).orElse("");
            return cell.isBlank() ? null : cell;
        }

        List<String> list(String column) {
            var text = text(column);
            return text == null ? List.of() : List.of(text.split(";"));
        }

        @Nullable
        LocalDate date(String column) {
            var text = text(column);
            return text == null ? null : LocalDate.parse(text);
        }

        @Nullable
        LocalTime time(String column) {
            var text = text(column);
            return text == null ? null : LocalTime.parse(text);
        }

        @Nullable
        Integer number(String column) {
            var text = text(column);
            return text == null ? null : Integer.valueOf(text);
        }

        Set<DayOfWeek> weekdays(String column) {
            return list(column).stream()
                    .map(word -> Stream.of(DayOfWeek.values())
                            .filter(day -> day.name().startsWith(word))
                            .findFirst()
                            .orElseThrow())
                    .collect(Collectors.toSet());
        }
    }
}
