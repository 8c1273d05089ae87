package org.dorothydispatch.customer;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, String> {

    Optional<Customer> findById(String code);

    @Query("""
            select c from Customer c
            where c.office in :offices
              and (lower(c.name) like :part escape '!' or lower(c.goesBy) like :part escape '!')
            order by c.name, c.code""")
    List<Customer> search(Iterable<String> offices, String part, Pageable page);
}
