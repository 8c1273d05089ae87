package org.dorothydispatch.customer;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, String> {

    Optional<Customer> findById(String code);

    /** Held until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.code = :code")
    Optional<Customer> findAndLock(String code);

    /** Lets plain SQL of the same transaction see what was written. */
    void flush();

    @Query("""
            select c from Customer c
            where c.office in :offices
              and (lower(c.name) like :part escape '!' or lower(c.goesBy) like :part escape '!')
            order by c.name, c.code""")
    List<Customer> search(Iterable<String> offices, String part, Pageable page);
}
