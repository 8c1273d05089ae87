package org.dorothydispatch.schedule;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface VisitRepository extends Repository<Visit, String> {

    Optional<Visit> findById(String code);

    /** Held until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from Visit v where v.code = :code")
    Optional<Visit> findAndLock(String code);

    @Query(
            value = "select coalesce(nullif(trim(goes_by), ''), name) from customer where code = :customer",
            nativeQuery = true)
    String nameOf(String customer);
}
