package org.dorothydispatch.comparison;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an office wants its figures to reach. */
@Service
@Transactional(readOnly = true)
public class Targets {

    private final JdbcClient database;
    private final AuditTrail audit;
    private final CurrentUser current;

    Targets(JdbcClient database, AuditTrail audit, CurrentUser current) {
        this.database = database;
        this.audit = audit;
        this.current = current;
    }

    /** The targets in force at these offices. */
    public Map<String, Map<Figure, Double>> of(Collection<String> offices) {
        current.requireOffices(offices);
        var targets = new HashMap<String, Map<Figure, Double>>();
        if (!offices.isEmpty()) {
            database.sql("select office, figure, target from office_target where office in (:offices)")
                    .param("offices", offices)
                    .query(row -> {
                        targets.computeIfAbsent(row.getString(1), code -> new EnumMap<>(Figure.class))
                                .put(Figure.valueOf(row.getString(2)), row.getDouble(3));
                    });
        }
        return targets;
    }

    /**
     * Sets or, with nothing, takes away what an office wants of a figure.
     *
     * @throws IllegalArgumentException with a sentence when the figure can never be that
     */
    @Transactional
    public void set(String office, Figure figure, @Nullable Double target) {
        current.requireWrite(office, BRANCH_MANAGER, ADMINISTRATOR);
        if (figure.better() == Figure.Better.NEITHER) {
            throw new IllegalArgumentException(
                    "“%s” has no good direction, so it takes no target.".formatted(figure.title()));
        }
        boolean share = figure.unit() == Figure.Unit.PERCENT || figure.unit() == Figure.Unit.INDEX;
        if (target != null && (!Double.isFinite(target) || target < 0 || share && target > 1)) {
            throw new IllegalArgumentException("“%s” can never be that. Type a number %s."
                    .formatted(
                            figure.title(),
                            share ? "from 0 to %s".formatted(figure.unit().number(1)) : "that is not below 0"));
        }
        var before = of(List.of(office)).getOrDefault(office, Map.of()).get(figure);
        if (Objects.equals(before, target)) {
            return;
        }
        database.sql("delete from office_target where office = ? and figure = ?")
                .params(office, figure.name())
                .update();
        if (target != null) {
            database.sql("insert into office_target (office, figure, target) values (?, ?, ?)")
                    .params(office, figure.name(), target)
                    .update();
        }
        audit.record(new Change(
                office,
                "target",
                "figure",
                figure.word(),
                before == null ? null : figure.unit().text(before),
                target == null ? null : figure.unit().text(target),
                null,
                null));
    }
}
