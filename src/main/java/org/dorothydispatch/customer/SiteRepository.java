package org.dorothydispatch.customer;

import java.util.List;
import org.springframework.data.repository.Repository;

interface SiteRepository extends Repository<Site, String> {

    List<Site> findByCustomerOrderByCode(String customer);
}
