package org.dorothydispatch.preference;

import java.util.List;
import org.springframework.data.repository.Repository;

interface IntroductionRepository extends Repository<Introduction, IntroductionRow> {

    List<Introduction> findByIdCustomerOrderByIdMetOnAscIdTechnicianAsc(String customer);
}
