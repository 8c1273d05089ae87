package org.dorothydispatch.office;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OfficeRepository extends Repository<Office, String> {

    Optional<Office> findById(String code);

    List<Office> findByCodeIn(Collection<String> codes);
}
