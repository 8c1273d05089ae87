package org.dorothydispatch.security;

/** What a person does here. A user may have several; each is bound to the offices of the user. */
public enum Role {
    DISPATCHER("Dispatcher"),
    BRANCH_MANAGER("Branch manager"),
    SALESPERSON("Salesperson"),
    RECEPTIONIST("Receptionist"),
    TECHNICIAN("Technician"),
    /** Looks after users and sees every office; may do whatever the other roles may. */
    ADMINISTRATOR("Administrator");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** The role as people say it. */
    public String words() {
        return words;
    }

    /** The name Spring Security knows the role by. */
    String authority() {
        return "ROLE_" + name();
    }
}
