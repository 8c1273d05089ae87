package org.dorothydispatch.schedule;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AgreementRepository extends Repository<Agreement, String> {

    List<Agreement> findByCustomerOrderByCode(String customer);
}
