package org.dorothydispatch.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dorothydispatch.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class UserServiceTest {

    private static final String PASSWORD = "four fine grey geese";

    @Autowired
    private UserService users;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void twoOffices() {
        database.sql("insert into office (code, name, time_zone) values ('RIV', 'Riverside', 'America/Chicago')")
                .update();
        database.sql("insert into office (code, name, time_zone) values ('HIL', 'Hilltop', 'America/Denver')")
                .update();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAdministratorsLookAfterUsers(Role role) {
        UserFixture.signIn(database, "somebody", role, "RIV");
        var refused = Arrays.asList(
                catchThrowable(() -> users.create(newUser("ira", Role.DISPATCHER, "RIV"))),
                catchThrowable(() -> users.change(
                        "somebody", 0, "Some Body", Set.of(role), Set.of("RIV"), Optional.empty(), Optional.empty())),
                catchThrowable(() -> users.setPassword("somebody", "another fine password")),
                catchThrowable(() -> users.list("", PageRequest.of(0, 10))));
        if (role == Role.ADMINISTRATOR) {
            assertThat(refused).containsOnlyNulls();
        } else {
            assertThat(refused)
                    .allSatisfy(problem -> assertThat(problem)
                            .isInstanceOf(NotAllowed.class)
                            .hasMessage("Only an administrator may do this."));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleIsHeldToItsOffices(Role role) {
        UserFixture.signIn(database, "somebody", role, "RIV");
        assertThat(currentUser.maySee("RIV")).isTrue();
        assertThat(currentUser.mayWrite("RIV", role)).isTrue();
        if (role == Role.ADMINISTRATOR) {
            assertThat(currentUser.offices()).containsExactly("HIL", "RIV");
            assertThat(currentUser.mayWrite("HIL", Role.DISPATCHER)).isTrue();
        } else {
            assertThat(currentUser.offices()).containsExactly("RIV");
            assertThat(currentUser.mayWrite("HIL", role)).isFalse();
            assertThatThrownBy(() -> currentUser.requireOffice("HIL"))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("You do not work for the office (HIL)");
        }
        assertThatThrownBy(() -> currentUser.requireOffice("NOWHERE")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void nobodyIsAllowedNothing() {
        assertThat(currentUser.present()).isFalse();
        assertThat(currentUser.maySee("RIV")).isFalse();
        assertThatThrownBy(() -> currentUser.requireOffice("RIV"))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("Please sign in first.");
    }

    @Test
    void aChangeOfOfficesAndRolesActsAtOnce() {
        administrator();
        users.create(newUser("ira", Role.DISPATCHER, "RIV"));
        UserFixture.actAs("ira", Role.DISPATCHER);
        assertThat(currentUser.mayWrite("RIV", Role.DISPATCHER)).isTrue();

        UserFixture.actAs("adele");
        users.change(
                "ira",
                version("ira"),
                "Ira Valdez",
                Set.of(Role.RECEPTIONIST),
                Set.of("HIL"),
                Optional.empty(),
                Optional.empty());

        UserFixture.actAs("ira", Role.DISPATCHER);
        assertThat(currentUser.offices()).containsExactly("HIL");
        assertThat(currentUser.has(Role.DISPATCHER)).isFalse();
    }

    @Test
    void whoeverIsSwitchedOffIsNobodyAtOnce() {
        administrator();
        users.create(newUser("ira", Role.DISPATCHER, "RIV"));
        users.disable("ira", version("ira"));

        UserFixture.actAs("ira", Role.DISPATCHER);
        assertThatThrownBy(() -> currentUser.require(Role.DISPATCHER)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void theOnlyAdministratorStays() {
        administrator();
        assertThatThrownBy(() -> users.disable("adele", 0)).hasMessageContaining("your own account");
        assertThatThrownBy(() -> users.change(
                        "adele",
                        0,
                        "Adele",
                        Set.of(Role.DISPATCHER),
                        Set.of("RIV"),
                        Optional.empty(),
                        Optional.empty()))
                .isInstanceOf(UserRefused.class)
                .hasMessageContaining("only administrator");
    }

    @Test
    void twoAdministratorsCannotSwitchEachOtherOffAtOnce() throws Exception {
        UserFixture.store(database, "adele", Role.ADMINISTRATOR);
        UserFixture.store(database, "bea", Role.ADMINISTRATOR);
        var start = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<Future<Throwable>>();
            for (var pair : List.of(List.of("adele", "bea"), List.of("bea", "adele"))) {
                outcomes.add(two.submit(() -> {
                    UserFixture.actAs(pair.get(0), Role.ADMINISTRATOR);
                    start.await();
                    return catchThrowable(() -> users.disable(pair.get(1), 0));
                }));
            }
            start.countDown();
            assertThat(outcomes).extracting(Future::get).containsOnlyOnce((Throwable) null);
        }
        assertThat(database.sql("select count(*) from app_user where enabled = true")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anOldVersionChangesNothing() {
        administrator();
        users.create(newUser("ira", Role.DISPATCHER, "RIV"));
        int seen = version("ira");
        users.change("ira", seen, "Ira V.", Set.of(Role.DISPATCHER), Set.of("RIV"), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> users.change(
                        "ira",
                        seen,
                        "Ira W.",
                        Set.of(Role.DISPATCHER),
                        Set.of("HIL"),
                        Optional.empty(),
                        Optional.empty()))
                .isInstanceOf(UserRefused.class)
                .hasMessageContaining("just changed Ira V.");
        assertThat(users.getUser("ira").name()).isEqualTo("Ira V.");
    }

    @Test
    void everyMistakeIsSaidPlainly() {
        administrator();
        assertThatThrownBy(() -> users.create(newUser("I", Role.DISPATCHER, "RIV")))
                .hasMessageContaining("2 to 80 letters");
        assertThatThrownBy(() -> users.create(newUser("ira", Role.DISPATCHER)))
                .hasMessageContaining("at least one office");
        assertThatThrownBy(() -> users.create(newUser("ira", Role.DISPATCHER, "XXX")))
                .hasMessage("There is no office (XXX).");
        assertThatThrownBy(() -> users.create(new NewUser(
                        "ira", "Ira", PASSWORD, Set.of(Role.TECHNICIAN), Set.of("RIV"), Optional.of("NOBODY"))))
                .hasMessage("There is no technician (NOBODY).");
        users.create(newUser("ira", Role.DISPATCHER, "RIV"));
        assertThatThrownBy(() -> users.create(newUser(" IRA ", Role.DISPATCHER, "RIV")))
                .hasMessageContaining("is taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ira",
                "ira@office",
                "ira@office.example, two@office.example",
                "ira@office.example\nBcc: x@y.example"
            })
    void whatCannotBeAnEMailAddressIsSaidPlainly(String address) {
        administrator();
        assertThatThrownBy(() -> users.create(new NewUser(
                        "ira",
                        "Ira",
                        PASSWORD,
                        Set.of(Role.BRANCH_MANAGER),
                        Set.of("RIV"),
                        Optional.empty(),
                        Optional.of(address))))
                .isInstanceOf(UserRefused.class)
                .hasMessage("That is no e-mail address. Write one like mia@office.example, or leave it empty.");
    }

    @Test
    void anEMailAddressIsKeptChangedAndTakenAway() {
        administrator();
        users.create(new NewUser(
                "ira",
                "Ira",
                PASSWORD,
                Set.of(Role.BRANCH_MANAGER),
                Set.of("RIV"),
                Optional.empty(),
                Optional.of(" ira@office.example ")));
        assertThat(users.getUser("ira").email()).contains("ira@office.example");

        users.change(
                "ira",
                version("ira"),
                "Ira",
                Set.of(Role.BRANCH_MANAGER),
                Set.of("RIV"),
                Optional.empty(),
                Optional.of(""));
        assertThat(users.getUser("ira").email()).isEmpty();
    }

    @Test
    void whatIsLookedAtWithTheEyesOfAUserIsWhatTheyMaySeeNow() {
        administrator();
        users.create(newUser("ira", Role.DISPATCHER, "RIV"));

        assertThat(currentUser.asSeenBy("ira", currentUser::offices)).containsExactly("RIV");
        assertThat(currentUser.asProgram(
                        "test", () -> currentUser.asSeenBy("ira", () -> currentUser.has(Role.ADMINISTRATOR))))
                .as("no more than they")
                .isFalse();
        assertThat(currentUser.username()).as("and then oneself again").isEqualTo("adele");
        users.disable("ira", version("ira"));
        assertThat(currentUser.asSeenBy("ira", currentUser::present)).isFalse();
        assertThat(currentUser.asSeenBy("nobody", currentUser::present)).isFalse();
    }

    @Test
    void listsByNameAndUsernameAPageAtATime() {
        administrator();
        users.create(newUser("ira", Role.DISPATCHER, "RIV", "HIL"));
        users.create(newUser("noor", Role.RECEPTIONIST, "HIL"));
        assertThat(users.list("OOR", PageRequest.of(0, 10)))
                .singleElement()
                .satisfies(row -> assertThat(row.offices()).containsExactly("HIL"));
        assertThat(users.list("", PageRequest.of(1, 2, Sort.by("username"))))
                .extracting(UserRow::username)
                .containsExactly("noor");
    }

    private void administrator() {
        UserFixture.signIn(database, "adele", Role.ADMINISTRATOR);
    }

    private int version(String username) {
        return users.getUser(username).version();
    }

    private static NewUser newUser(String username, Role role, String... offices) {
        return new NewUser(username, "The " + username, PASSWORD, Set.of(role), Set.of(offices), Optional.empty());
    }
}
