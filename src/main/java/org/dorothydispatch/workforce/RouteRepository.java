package org.dorothydispatch.workforce;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface RouteRepository extends Repository<Route, String> {

    List<Route> findByOfficeInOrderByOfficeAscNameAscCodeAsc(Collection<String> offices);
}
