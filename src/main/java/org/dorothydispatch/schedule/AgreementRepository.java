package org.dorothydispatch.schedule;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AgreementRepository extends Repository<Agreement, String> {

    List<Agreement> findByCustomerOrderByCode(String customer);

    Optional<Agreement> findById(String code);

    /** Lets plain SQL of the same transaction see what was written. */
    void flush();
}
