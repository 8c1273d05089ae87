package org.dorothydispatch.schedule;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface VisitRepository extends Repository<Visit, String> {

    Optional<Visit> findById(String code);
}
