package org.dorothydispatch.importing.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.dorothydispatch.importing.demo.DemoPeople.Office;

/** Writes the demo offices down as the files of a bundle. */
final class DemoFiles {

    private final Path folder;
    private final List<Office> offices;
    private final DemoOffices demo;

    DemoFiles(Path folder, List<Office> offices, DemoOffices demo) {
        this.folder = folder;
        this.offices = offices;
        this.demo = demo;
    }

    void write() throws IOException {
        register();
        customers();
        preferences();
        protocols();
        visits();
        answers();
    }

    private void register() throws IOException {
        try (var csv = file("offices.csv", "code,name,time_zone,latitude,longitude,address")) {
            offices.forEach(o -> row(csv, o.code(), o.name(), o.zone(), o.latitude(), o.longitude(), o.address()));
        }
        try (var csv = file("technicians.csv", "code,name,office,skills,languages,starts_on,ends_on,phone")) {
            demo.technicians.forEach(
                    t -> row(csv, t.code, t.name, t.office.code(), t.skills, t.languages, t.startsOn, t.endsOn, ""));
        }
        try (var csv = file("absences.csv", "technician,from,to,kind,note")) {
            demo.technicians.forEach(
                    t -> t.absences.forEach(a -> row(csv, t.code, a.from(), a.to(), a.kind(), a.note())));
        }
        try (var csv = file("routes.csv", "code,office,name,technician,max_stops")) {
            demo.routes.forEach(r -> row(csv, r.code, r.office.code(), r.name, r.technician.code, 12));
        }
    }

    private void customers() throws IOException {
        try (var csv = file(
                "customers.csv",
                "code,name,goes_by,office,kind,phone,email,language,since,technician,gives_way,remember,cancelled_on,cancel_reason")) {
            demo.customers.forEach(c -> row(
                    csv,
                    c.code,
                    c.name,
                    c.goesBy,
                    c.route.office.code(),
                    c.commercial ? "commercial" : "residential",
                    c.phone,
                    c.email,
                    c.language,
                    c.since,
                    c.technician == null ? "" : c.technician.code,
                    c.givesWay,
                    c.remember,
                    c.cancelledOn == null ? "" : c.cancelledOn,
                    c.cancelReason));
        }
        try (var csv = file("sites.csv", "code,customer,address,latitude,longitude,access")) {
            demo.customers.forEach(c -> row(csv, "S-" + c.code, c.code, c.address, c.latitude, c.longitude, c.access));
        }
        try (var csv = file(
                "agreements.csv",
                "code,customer,site,service,every,minutes,skills,route,starts_on,sold_by,annual_value")) {
            demo.customers.forEach(c -> row(
                    csv,
                    "A-" + c.code,
                    c.code,
                    "S-" + c.code,
                    c.service,
                    c.every,
                    c.minutes,
                    c.skills,
                    c.route.code,
                    c.since,
                    c.soldBy,
                    c.annualValue));
        }
        try (var csv = file("introductions.csv", "customer,technician,on")) {
            demo.introductions.forEach(i -> row(csv, i.customer().code, i.technician().code, i.on()));
        }
    }

    private void preferences() throws IOException {
        try (var csv = file(
                "preferences.csv",
                "code,customer,kind,technicians,weekdays,from,to,dates_from,dates_to,number,days,language,skill,answer,"
                        + "words,heard_on,heard_by,channel,valid_from,alternative,told_on")) {
            var number = 0;
            for (var customer : demo.customers) {
                for (var p : customer.preferences) {
                    p.code = "P%05d".formatted(++number);
                    row(
                            csv,
                            p.code,
                            customer.code,
                            p.kind,
                            p.technicians,
                            p.weekdays,
                            p.from,
                            p.to,
                            p.datesFrom,
                            p.datesTo,
                            p.number,
                            p.days,
                            p.language,
                            p.skill,
                            p.answer,
                            p.words,
                            p.heardOn,
                            p.heardBy,
                            p.channel,
                            p.validFrom,
                            p.alternative,
                            p.toldOn);
                }
            }
        }
    }

    private void protocols() throws IOException {
        try (var csv = file("protocols.csv", "code,office,kind,number,from,to,level")) {
            row(csv, "X-DAY", "", "ON_DUE_DAY", 0, "", "", "reason");
            row(csv, "X-HOURS", "", "ARRIVAL", "", LocalTime.of(8, 0), LocalTime.of(17, 0), "reason");
            row(csv, "X-OFFICE", "", "HOME_OFFICE", "", "", "", "block");
            row(csv, "X-DRIVE", "", "TRAVEL", 10, "", "", "inform");
            row(csv, "X-STOPS", "", "MAX_STOPS", "", "", "", "reason");
            row(csv, "X-ROUTE-HILL", "HILL", "HOME_ROUTE", "", "", "", "inform");
            row(csv, "X-ROTATE-BAY", "BAY", "ROTATE", 12, "", "", "inform");
        }
    }

    private void visits() throws IOException {
        try (var csv = file(
                "visits.csv",
                "code,customer,site,agreement,due_on,date,start,minutes,route,technician,status,pinned,notified_at,note")) {
            demo.visits.forEach(v -> row(
                    csv,
                    v.code,
                    v.customer.code,
                    "S-" + v.customer.code,
                    "A-" + v.customer.code,
                    v.dueOn,
                    v.date,
                    v.start,
                    v.customer.minutes,
                    v.route == null ? "" : v.route.code,
                    v.technician == null ? "" : v.technician.code,
                    v.status,
                    v.pinned ? "true" : "",
                    v.notifiedAt,
                    v.note));
        }
    }

    private void answers() throws IOException {
        try (var csv = file("consents.csv", "visit,preference,on,by,note")) {
            demo.consents.forEach(c -> row(csv, c.visit().code, c.preference().code, c.on(), c.by(), c.note()));
        }
    }

    private CsvWriter file(String name, String columns) throws IOException {
        var csv = CsvWriter.builder().build(folder.resolve(name));
        csv.writeRecord(columns.split(","));
        return csv;
    }

    private static void row(CsvWriter csv, @org.jspecify.annotations.Nullable Object... cells) {
        var texts = new String[cells.length];
        for (var i = 0; i < cells.length; i++) {
            texts[i] = Objects.toString(cells[i], "");
        }
        csv.writeRecord(texts);
    }
}
