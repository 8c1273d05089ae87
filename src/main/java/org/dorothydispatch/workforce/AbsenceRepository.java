package org.dorothydispatch.workforce;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AbsenceRepository extends Repository<Absence, Long> {

    @Query("""
            select a from Absence a
            where a.technician in :technicians and a.toOn >= :from and a.fromOn <= :to
            order by a.technician, a.fromOn, a.toOn""")
    List<Absence> findBetween(Collection<String> technicians, LocalDate from, LocalDate to);
}
