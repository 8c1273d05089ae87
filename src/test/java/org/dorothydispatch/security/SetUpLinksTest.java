package org.dorothydispatch.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dorothydispatch.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SetUpLinksTest {

    private static final String PASSWORD = "four fine grey geese";

    @Autowired
    private SetUpLinks links;

    @Autowired
    private DemoUsers demoUsers;

    @Autowired
    private JdbcClient database;

    @Test
    void makesTheFirstAdministratorOnceOnly() {
        var token = links.renew().orElseThrow();
        assertThat(links.good(token)).isTrue();
        links.use(token, "Adele", "Adele Moreau", PASSWORD);
        assertThat(database.sql("select username from app_user_role where role = 'ADMINISTRATOR'")
                        .query(String.class)
                        .list())
                .containsExactly("adele");
        assertThat(links.good(token)).isFalse();
        assertThatThrownBy(() -> links.use(token, "eve", "Eve", PASSWORD)).isInstanceOf(NotAllowed.class);
        assertThat(links.renew()).as("nobody is let in this way any more").isEmpty();
    }

    @Test
    void isLongAndKeptAsAHashOnly() {
        var token = links.renew().orElseThrow();
        assertThat(Base64.getUrlDecoder().decode(token)).hasSizeGreaterThanOrEqualTo(16);
        assertThat(database.sql("select token_hash from setup_link")
                        .query(String.class)
                        .list())
                .singleElement()
                .isNotEqualTo(token);
    }

    @Test
    void aNewStartForgetsTheOldLink() {
        var old = links.renew().orElseThrow();
        var fresh = links.renew().orElseThrow();
        assertThat(links.good(old)).isFalse();
        assertThat(links.good(fresh)).isTrue();
        assertThatThrownBy(() -> links.use("invented", "eve", "Eve", PASSWORD)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aPasswordThatWillNotDoLeavesTheLinkGood() {
        var token = links.renew().orElseThrow();
        assertThatThrownBy(() -> links.use(token, "adele", "Adele", "password1"))
                .isInstanceOf(UserRefused.class);
        links.use(token, "adele", "Adele", PASSWORD);
    }

    @Test
    void twoPeopleWithTheLinkMakeOneAdministrator() throws Exception {
        var token = links.renew().orElseThrow();
        var start = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<Future<Throwable>>();
            for (var username : new String[] {"adele", "eve"}) {
                outcomes.add(two.submit(() -> {
                    start.await();
                    return catchThrowable(() -> links.use(token, username, "The " + username, PASSWORD));
                }));
            }
            start.countDown();
            assertThat(outcomes).extracting(Future::get).containsOnlyOnce((Throwable) null);
        }
        assertThat(database.sql("select count(*) from app_user")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theDemoHasSomebodyInEveryRole() {
        database.sql("insert into office (code, name, time_zone) values ('RIV', 'Riverside', 'America/Chicago')")
                .update();
        database.sql("insert into office (code, name, time_zone) values ('HIL', 'Hilltop', 'America/Denver')")
                .update();
        database.sql("insert into technician (code, name, office) values ('T1', 'Ana Petrov', 'RIV')")
                .update();
        var table = demoUsers.create().orElseThrow();
        assertThat(database.sql("select distinct role from app_user_role")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        java.util.Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new));
        assertThat(table).contains("Ira Valdez", "Dispatcher", "Hilltop, Riverside", "Ana Petrov");
        assertThat(demoUsers.create()).as("once").isEmpty();
    }
}
