package org.dorothydispatch.schedule;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.dorothydispatch.customer.CustomerName;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface VisitRepository extends Repository<Visit, String> {

    Optional<Visit> findById(String code);

    /** Held until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from Visit v where v.code = :code")
    Optional<Visit> findAndLock(String code);

    @Query(value = "select " + CustomerName.CALLED + " from customer c where c.code = :customer", nativeQuery = true)
    String nameOf(String customer);
}
