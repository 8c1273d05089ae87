package org.dorothydispatch.workforce;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TechnicianRepository extends Repository<Technician, String> {

    Optional<Technician> findById(String code);

    List<Technician> findByOfficeOrderByNameAscCodeAsc(String office);

    List<Technician> findByCodeIn(Collection<String> codes);
}
