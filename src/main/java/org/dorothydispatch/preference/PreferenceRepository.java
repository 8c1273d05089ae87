package org.dorothydispatch.preference;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PreferenceRepository extends Repository<Preference, String> {

    @Query("select p from Preference p left join fetch p.technicians where p.customer = :customer order by p.code")
    List<Preference> findOfCustomer(String customer);
}
