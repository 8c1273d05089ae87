package org.dorothydispatch.preference;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PreferenceRepository extends Repository<Preference, String> {

    Preference save(Preference preference);

    /** Lets plain SQL of the same transaction see what was written. */
    void flush();

    Optional<Preference> findById(String code);

    /** Without reading the preference itself, which whoever changes it reads behind the lock of the customer. */
    @Query("select p.customer from Preference p where p.code = :code")
    Optional<String> findCustomer(String code);

    /** Held until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Preference p where p.code = :code")
    Optional<Preference> findAndLock(String code);

    @Query("select p from Preference p left join fetch p.technicians where p.customer = :customer order by p.code")
    List<Preference> findOfCustomer(String customer);
}
