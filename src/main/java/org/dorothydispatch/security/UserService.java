package org.dorothydispatch.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dorothydispatch.shared.EmailAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Users and what they may do. Only administrators may ask. Each change is one transaction and publishes
 * {@link UserChanged} inside it; it acts at once, also for people who are signed in.
 */
@Service
public class UserService {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,79}");

    private final AppUserRepository users;
    private final CurrentUser currentUser;
    private final LiveUsers liveUsers;
    private final PasswordRules passwordRules;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    UserService(
            AppUserRepository users,
            CurrentUser currentUser,
            LiveUsers liveUsers,
            PasswordRules passwordRules,
            PasswordEncoder encoder,
            SignInThrottle throttle,
            JdbcClient database,
            ApplicationEventPublisher events) {
        this.users = users;
        this.currentUser = currentUser;
        this.liveUsers = liveUsers;
        this.passwordRules = passwordRules;
        this.encoder = encoder;
        this.throttle = throttle;
        this.database = database;
        this.events = events;
    }

    /** Users whose name or username contains the text, in the order of the page. */
    @Transactional(readOnly = true)
    public List<UserRow> list(String text, Pageable page) {
        currentUser.require(Role.ADMINISTRATOR);
        return users.search(text.strip(), page).stream().map(AppUser::row).toList();
    }

    @Transactional(readOnly = true)
    public UserRow getUser(String username) {
        currentUser.require(Role.ADMINISTRATOR);
        return existing(username).row();
    }

    @Transactional
    public void create(NewUser user) {
        currentUser.require(Role.ADMINISTRATOR);
        var username = canonical(user.username());
        if (!USERNAME.matcher(username).matches()) {
            throw new UserRefused(
                    "A username has 2 to 80 letters, digits, dots, hyphens or underscores and starts with a letter or digit.");
        }
        if (users.existsById(username)) {
            throw new UserRefused("The username (%s) is taken. Choose another one.".formatted(username));
        }
        var name = checkedName(user.name());
        passwordRules.check(user.password(), username, name);
        checkEntrusted(user.roles(), user.offices(), user.technician());
        var email = checkedEmail(user.email());
        var created = new AppUser(username, name, encoder.encode(user.password()));
        created.entrust(user.roles(), user.offices(), user.technician());
        created.writeTo(email);
        users.save(created);
        changed("user-created", username, "", created.described());
    }

    /** Gives a user another name, other roles, other offices or another e-mail address; they act with the next thing the user does. */
    @Transactional
    public void change(
            String username,
            int version,
            String name,
            Set<Role> roles,
            Set<String> offices,
            Optional<String> technician,
            Optional<String> email) {
        currentUser.require(Role.ADMINISTRATOR);
        var newName = checkedName(name);
        checkEntrusted(roles, offices, technician);
        var newEmail = checkedEmail(email);
        if (!roles.contains(Role.ADMINISTRATOR)) {
            keepAnAdministrator(username);
        }
        var user = existing(username, version);
        var before = user.described();
        user.rename(newName);
        user.entrust(roles, offices, technician);
        user.writeTo(newEmail);
        changed("user-changed", username, before, user.described());
    }

    /** Nobody signs in with this account any more, and whoever is signed in with it is signed out. */
    @Transactional
    public void disable(String username, int version) {
        currentUser.require(Role.ADMINISTRATOR);
        if (username.equals(currentUser.username())) {
            throw new UserRefused("You cannot switch off your own account. Ask another administrator.");
        }
        keepAnAdministrator(username);
        switchTo(username, version, false);
    }

    @Transactional
    public void enable(String username, int version) {
        currentUser.require(Role.ADMINISTRATOR);
        switchTo(username, version, true);
    }

    /** A new password, chosen by an administrator. Ends the user's sessions. */
    @Transactional
    public void setPassword(String username, String password) {
        currentUser.require(Role.ADMINISTRATOR);
        var user = existing(username);
        passwordRules.check(password, username, user.name());
        user.changePassword(encoder.encode(password));
        changed("user-password", username, "", "new password");
    }

    /**
     * A new password of one's own. Ends one's sessions, also the one that asks.
     *
     * @throws UserRefused when the present password is not right or the new one will not do
     */
    @Transactional
    public void changeOwnPassword(String present, String wanted) {
        var user = existing(currentUser.username());
        var wait = throttle.admit(user.username(), "own password");
        if (!wait.isZero()) {
            throw new UserRefused("Too many tries. Wait a minute and try again.");
        }
        if (!encoder.matches(present, user.passwordHash())) {
            throw new UserRefused("The present password is not right.");
        }
        throttle.succeeded(user.username(), "own password");
        passwordRules.check(wanted, user.username(), user.name());
        user.changePassword(encoder.encode(wanted));
        changed("user-password", user.username(), "", "new password");
    }

    /** The technicians a user can be, by name. */
    @Transactional(readOnly = true)
    public List<TechnicianChoice> technicians() {
        currentUser.require(Role.ADMINISTRATOR);
        return database.sql("select code, name from technician order by name, code")
                .query(TechnicianChoice.class)
                .list();
    }

    private void switchTo(String username, int version, boolean enabled) {
        var user = existing(username, version);
        var before = user.described();
        user.switchTo(enabled);
        changed(enabled ? "user-enabled" : "user-disabled", username, before, user.described());
    }

    private AppUser existing(String username) {
        return users.findById(username)
                .orElseThrow(() -> new UserRefused("There is no user (%s).".formatted(username)));
    }

    private AppUser existing(String username, int version) {
        var user = existing(username);
        if (user.row().version() != version) {
            throw new UserRefused(
                    "Somebody else has just changed %s. Look at the change and try again.".formatted(user.name()));
        }
        return user;
    }

    private void keepAnAdministrator(String username) {
        var administrators = users.lockActiveAdministrators();
        if (administrators.size() == 1 && administrators.contains(username)) {
            throw new UserRefused(
                    "This is the only administrator. Make somebody else an administrator first, so that the door stays open.");
        }
    }

    private String checkedName(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > 200) {
            throw new UserRefused("Give the person's name, with at most 200 characters.");
        }
        return stripped;
    }

    private static Optional<String> checkedEmail(Optional<String> email) {
        var stripped = email.map(String::strip).filter(address -> !address.isEmpty());
        stripped.ifPresent(address -> {
            if (address.length() > 200 || !EmailAddress.canBe(address)) {
                throw new UserRefused(
                        "That is no e-mail address. Write one like mia@office.example, or leave it empty.");
            }
        });
        return stripped;
    }

    private void checkEntrusted(Set<Role> roles, Set<String> offices, Optional<String> technician) {
        if (roles.isEmpty()) {
            throw new UserRefused("Choose at least one role.");
        }
        if (offices.isEmpty() && !roles.contains(Role.ADMINISTRATOR)) {
            throw new UserRefused("Choose at least one office. Only administrators see all of them.");
        }
        var known = liveUsers.allOffices();
        for (var office : offices) {
            if (!known.contains(office)) {
                throw new UserRefused("There is no office (%s).".formatted(office));
            }
        }
        technician.ifPresent(code -> {
            if (database.sql("select count(*) from technician where code = ?")
                            .param(code)
                            .query(Integer.class)
                            .single()
                    == 0) {
                throw new UserRefused("There is no technician (%s).".formatted(code));
            }
        });
    }

    private void changed(String action, String username, String before, String after) {
        events.publishEvent(new UserChanged(currentUser.username(), action, username, before, after));
    }

    /** Usernames are compared without regard to capitals, so they are kept in small letters. */
    static String canonical(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
