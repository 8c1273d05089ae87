package org.dorothydispatch.comparison;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which offices are compared as a region. A bundle does not carry it. */
@Service
@Transactional(readOnly = true)
public class Regions {

    /** A name has so many characters at most. */
    public static final int LONGEST = 80;

    private final JdbcClient database;
    private final AuditTrail audit;
    private final CurrentUser current;

    Regions(JdbcClient database, AuditTrail audit, CurrentUser current) {
        this.database = database;
        this.audit = audit;
        this.current = current;
    }

    /** The regions of these offices, by office; an office without one is not in it. */
    public Map<String, String> of(Collection<String> offices) {
        current.requireOffices(offices);
        var regions = new TreeMap<String, String>();
        if (!offices.isEmpty()) {
            database.sql("select office, region from office_region where office in (:offices)")
                    .param("offices", offices)
                    .query(row -> {
                        regions.put(row.getString(1), row.getString(2));
                    });
        }
        return regions;
    }

    /**
     * Puts an office into a region or, with a blank name, into none.
     *
     * @throws IllegalArgumentException with a sentence when the name is too long
     */
    @Transactional
    public void set(String office, String region) {
        current.requireWrite(office, BRANCH_MANAGER, ADMINISTRATOR);
        var name = region.strip();
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException("The name of a region has at most %d characters; this one has %d."
                    .formatted(LONGEST, name.length()));
        }
        var before = of(List.of(office)).get(office);
        if (Objects.equals(before, name.isEmpty() ? null : name)) {
            return;
        }
        database.sql("delete from office_region where office = ?").param(office).update();
        if (!name.isEmpty()) {
            database.sql("insert into office_region (office, region) values (?, ?)")
                    .params(office, name)
                    .update();
        }
        audit.record(new Change(office, "region", "office", office, before, name.isEmpty() ? null : name, null, null));
    }
}
