package org.dorothydispatch.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small bundle without a fault, whose files a test replaces one by one. */
final class BundleFixture {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private BundleFixture() {}

    static BundleFixture good() {
        return new BundleFixture()
                .with(
                        "offices.csv",
                        "code,name,time_zone",
                        "RIVER,Riverside,America/Chicago",
                        "HILL,Hilltop,America/Denver")
                .with("technicians.csv", "code,name,office", "ANA,Ana Petrov,RIVER", "CY,Cy Lindgren,RIVER")
                .with("absences.csv", "technician,from,to,kind", "ANA,2026-10-05,2026-10-09,vacation")
                .with("routes.csv", "code,office,name", "NORTH,RIVER,North side")
                .with("customers.csv", "code,name,office", "DOROTHY,Dorothy Hale,RIVER", "BAKER,Mr Idris,RIVER")
                .with(
                        "sites.csv",
                        "code,customer,latitude,longitude",
                        "S1,DOROTHY,41.9,-87.64",
                        "S2,BAKER,41.91,-87.66")
                .with(
                        "agreements.csv",
                        "code,customer,site,service,every,minutes,starts_on",
                        "A1,DOROTHY,S1,Rodent control,P1M,40,2026-01-06",
                        "A2,BAKER,S2,General pest,P2W,30,2026-01-06")
                .with(
                        "preferences.csv",
                        "code,customer,kind,technicians,weekdays,from,to,dates_from,dates_to,number,days,language,skill,answer,words,valid_from,valid_to",
                        preference("P1", "PERSON", ""),
                        "P2,BAKER,REMEMBER,,,,,,,,,,,promised,Ovens are hot,,")
                .with("introductions.csv", "customer,technician,on", "DOROTHY,CY,2026-07-06")
                .with("protocols.csv", "code,office,kind,number,from,to,level", "X1,,ON_DUE_DAY,0,,,reason")
                .with(
                        "visits.csv",
                        "code,customer,site,agreement,due_on,date,start,minutes,route,technician,status,pinned,notified_at,note",
                        "D1,DOROTHY,S1,A1,2026-10-06,2026-10-06,09:00,40,NORTH,CY,planned,,,",
                        "B1,BAKER,S2,A2,2026-10-06,,,30,,,unassigned,,,")
                .with("consents.csv", "visit,preference,on,by,note", "D1,P1,2026-10-02,Front desk,")
                .with("overrides.csv", "visit,code,on,by,reason", "D1,X1,2026-10-02,Rita,She asked for it");
    }

    static BundleFixture empty() {
        return new BundleFixture();
    }

    /** A row of Dorothy's; {@code parameters} are column=value, separated by spaces. */
    static String preference(String code, String kind, String parameters) {
        var columns = List.of(
                "technicians",
                "weekdays",
                "from",
                "to",
                "dates_from",
                "dates_to",
                "number",
                "days",
                "language",
                "skill");
        var values = new ArrayList<String>();
        columns.forEach(column -> values.add(""));
        for (var parameter : parameters.split(" ")) {
            if (!parameter.isEmpty()) {
                var parts = parameter.split("=");
                values.set(columns.indexOf(parts[0]), parts[1]);
            }
        }
        return "%s,DOROTHY,%s,%s,promised,,,".formatted(code, kind, String.join(",", values));
    }

    BundleFixture with(String file, String... lines) {
        return with(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    BundleFixture with(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    /** Adds text at the end of a file. */
    BundleFixture plus(String file, String text) {
        return with(
                file, (new String(files.get(file), StandardCharsets.UTF_8) + text).getBytes(StandardCharsets.UTF_8));
    }

    BundleFixture without(String file) {
        files.remove(file);
        return this;
    }

    Map<String, byte[]> files() {
        return files;
    }

    Path writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
