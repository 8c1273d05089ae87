package org.dorothydispatch.office;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProtocolRepository extends Repository<Protocol, String> {

    @Query("select p from Protocol p where p.office is null or p.office = :office order by p.kind, p.code")
    List<Protocol> findInForceAt(String office);
}
