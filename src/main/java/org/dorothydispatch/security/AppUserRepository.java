package org.dorothydispatch.security;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AppUserRepository extends Repository<AppUser, String> {

    AppUser save(AppUser user);

    Optional<AppUser> findById(String username);

    boolean existsById(String username);

    @Query("select u.passwordHash from AppUser u where u.username = :username")
    Optional<String> findPasswordHash(String username);

    @Query("""
            select u from AppUser u
            where lower(u.name) like lower(concat('%', :text, '%')) or u.username like lower(concat('%', :text, '%'))""")
    List<AppUser> search(String text, Pageable page);

    /** Locks the administrators who can act, so that two of them cannot switch each other off at the same moment. */
    @Query(nativeQuery = true, value = """
            select u.username from app_user u join app_user_role r on r.username = u.username
            where r.role = 'ADMINISTRATOR' and u.enabled = true for update""")
    List<String> lockActiveAdministrators();
}
