package org.dorothydispatch.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * The person who asks. Every service asks here before it answers. Roles and offices come from the database, at most a
 * second old, so that a changed role or a user switched off acts at once and not at the next sign-in.
 *
 * <p>In another user's {@code ui.access} this is that other user; in a plain background thread it is nobody.
 */
@Service
public class CurrentUser {

    /** Set while the program itself acts: the name it appears under in the audit. */
    private static final ThreadLocal<@Nullable String> PROGRAM = new ThreadLocal<>();

    /** Set while the program looks at something with the eyes of this user. */
    private static final ThreadLocal<@Nullable String> EYES = new ThreadLocal<>();

    /** How a person asks who sends a program with a token of this name. */
    record ThroughToken(String name) {}

    private final LiveUsers users;

    CurrentUser(LiveUsers users) {
        this.users = users;
    }

    /** The sign-in name; what audit, outbox and receipts call the actor. */
    public String username() {
        return user().username();
    }

    /** The person's name, for other people to read. */
    public String name() {
        return user().name();
    }

    public Set<Role> roles() {
        return user().roles();
    }

    /** Codes of the offices this person may see; all of them for an administrator. */
    public Set<String> offices() {
        return user().offices();
    }

    /** The code of the technician this person is, if they are one. */
    public Optional<String> technician() {
        return user().technician();
    }

    /** What the person calls the token through which a program of theirs asks; empty when they are here themselves. */
    public Optional<String> token() {
        return EYES.get() == null
                        && PROGRAM.get() == null
                        && SecurityContextHolder.getContext().getAuthentication() instanceof Authentication asking
                        && asking.getDetails() instanceof ThroughToken through
                ? Optional.of(through.name())
                : Optional.empty();
    }

    /** Whether somebody is signed in whose account is in order. */
    public boolean present() {
        return find().isPresent();
    }

    public boolean maySee(String office) {
        return find().filter(user -> user.offices().contains(office)).isPresent();
    }

    /** Has this person one of the roles? Administrators have all of them. */
    public boolean has(Role... roles) {
        return find().filter(user -> user.hasAny(roles)).isPresent();
    }

    /** May this person, in one of these roles, change something of this office? */
    public boolean mayWrite(String office, Role... roles) {
        return find().filter(user -> user.hasAny(roles) && user.offices().contains(office))
                .isPresent();
    }

    public void requireOffice(String office) {
        if (!user().offices().contains(office)) {
            // The same sentence for an office that does not exist: a stranger learns nothing.
            throw new NotAllowed("You do not work for the office (%s). Ask an administrator to add it to your account."
                    .formatted(office));
        }
    }

    public void requireOffices(Collection<String> offices) {
        offices.forEach(this::requireOffice);
    }

    public void require(Role... roles) {
        if (!user().hasAny(roles)) {
            var words = Arrays.stream(roles)
                    .map(role -> role.words().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
            throw new NotAllowed("Only %s %s may do this.".formatted(words.startsWith("a") ? "an" : "a", words));
        }
    }

    /** One of the roles, and this office. */
    public void requireWrite(String office, Role... roles) {
        require(roles);
        requireOffice(office);
    }

    /**
     * The program acts on its own behalf, with an administrator's rights: loading the demo, a headless import, a
     * scheduled sweep. Never call it on behalf of a request.
     */
    public <T> T asProgram(String actor, Supplier<T> work) {
        var before = PROGRAM.get();
        PROGRAM.set(actor);
        try {
            return work.get();
        } finally {
            if (before == null) {
                PROGRAM.remove();
            } else {
                PROGRAM.set(before);
            }
        }
    }

    public void asProgram(String actor, Runnable work) {
        asProgram(actor, () -> {
            work.run();
            return null;
        });
    }

    /**
     * The program looks at something as this user would see it now, with their roles and offices and no more: for what is
     * sent to them. Never call it on behalf of a request.
     */
    public <T> T asSeenBy(String username, Supplier<T> work) {
        var before = EYES.get();
        EYES.set(username);
        try {
            return work.get();
        } finally {
            if (before == null) {
                EYES.remove();
            } else {
                EYES.set(before);
            }
        }
    }

    private LiveUser user() {
        return find().orElseThrow(() -> new NotAllowed("Please sign in first."));
    }

    private Optional<LiveUser> find() {
        var eyes = EYES.get();
        if (eyes != null) {
            return users.find(eyes).filter(LiveUser::enabled);
        }
        var program = PROGRAM.get();
        if (program != null) {
            return Optional.of(new LiveUser(
                    program, program, true, Set.of(Role.ADMINISTRATOR), users.allOffices(), Optional.empty(), 0));
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return users.find(authentication.getName()).filter(LiveUser::enabled);
    }
}
