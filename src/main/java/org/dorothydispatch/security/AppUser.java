package org.dorothydispatch.security;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Somebody who may sign in: a named person, never a shared account. */
@Entity
@Table(name = "app_user")
class AppUser implements Persistable<String> {

    @Id
    private String username = "";

    private String name = "";
    private String passwordHash = "";
    private @Nullable String technician;
    private @Nullable String email;
    private boolean enabled = true;

    @Version
    private @Nullable Integer version;

    @ElementCollection
    @CollectionTable(name = "app_user_role", joinColumns = @JoinColumn(name = "username"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @BatchSize(size = 100)
    private Set<Role> roles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "app_user_office", joinColumns = @JoinColumn(name = "username"))
    @Column(name = "office")
    @BatchSize(size = 100)
    private Set<String> offices = new HashSet<>();

    AppUser(String username, String name, String passwordHash) {
        this.username = username;
        this.name = name;
        this.passwordHash = passwordHash;
    }

    /** For JPA. */
    protected AppUser() {}

    void rename(String newName) {
        name = newName;
    }

    void writeTo(Optional<String> newEmail) {
        email = newEmail.orElse(null);
    }

    void entrust(Set<Role> newRoles, Set<String> newOffices, Optional<String> newTechnician) {
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
        offices.retainAll(newOffices);
        offices.addAll(newOffices);
        technician = newTechnician.orElse(null);
    }

    void switchTo(boolean nowEnabled) {
        enabled = nowEnabled;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    String username() {
        return username;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    Set<Role> roles() {
        return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    /** What the audit shows: everything but the password. */
    String described() {
        return "%s; %s; offices %s; technician %s; e-mail %s; %s"
                .formatted(
                        name,
                        roles(),
                        new TreeSet<>(offices),
                        technician == null ? "none" : technician,
                        email == null ? "none" : email,
                        enabled ? "enabled" : "disabled");
    }

    UserRow row() {
        return new UserRow(
                username,
                name,
                roles(),
                Set.copyOf(offices),
                Optional.ofNullable(technician),
                Optional.ofNullable(email),
                enabled,
                version == null ? 0 : version);
    }

    @Override
    public String getId() {
        return username;
    }

    /** The key is chosen by people, so only the version tells a new user from a stored one. */
    @Override
    public boolean isNew() {
        return version == null;
    }
}
