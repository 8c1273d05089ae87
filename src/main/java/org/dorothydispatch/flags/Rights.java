package org.dorothydispatch.flags;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the person may make some moves: a visit is taken from one office's board and put on another's, and both must be
 * theirs. Any technician may help out on a run.
 */
final class Rights {

    private final CurrentUser current;
    private final Map<String, String> officeOfRoute = new HashMap<>();
    private final Set<String> technicians = new HashSet<>();

    Rights(JdbcClient database, CurrentUser current, Collection<MoveTarget> targets) {
        this.current = current;
        Sql.read(
                database,
                "select code, office from route where code in (:codes)",
                targets.stream().map(MoveTarget::route).filter(Objects::nonNull).collect(Collectors.toSet()),
                (row, number) -> List.of(row.getString(1), row.getString(2)),
                route -> officeOfRoute.put(route.get(0), route.get(1)));
        Sql.read(
                database,
                "select code from technician where code in (:codes)",
                targets.stream()
                        .map(MoveTarget::technician)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                (row, number) -> row.getString(1),
                technicians::add);
    }

    /** @throws IllegalArgumentException when there is no such route or technician */
    void require(VisitRow visit, MoveTarget target) {
        current.requireOffice(visit.boardOffice());
        current.requireOffice(target.route() == null ? visit.office() : officeOf(target.route()));
        if (target.technician() != null && !technicians.contains(target.technician())) {
            throw new IllegalArgumentException("There is no technician (%s).".formatted(target.technician()));
        }
    }

    boolean allow(@Nullable VisitRow visit, MoveTarget target) {
        try {
            if (visit != null) {
                require(visit, target);
            }
            return visit != null;
        } catch (NotAllowed | IllegalArgumentException refusal) {
            return false;
        }
    }

    private String officeOf(String route) {
        var office = officeOfRoute.get(route);
        if (office == null) {
            throw new IllegalArgumentException("There is no route (%s).".formatted(route));
        }
        return office;
    }
}
