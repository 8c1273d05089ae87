package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ChangeLogTest {

    @Autowired
    ChangeLog changes;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void twoOffices() {
        new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("DEN", "Denver", "America/Denver")
                .customer("DOROTHY", "Dorothy Hale", "ALB", "goes_by", "Dorothy")
                .visit("D10", "DOROTHY", LocalDate.of(2026, 10, 6), "unassigned");
        change("ALB", "D10", "2026-10-06T02:30:00");
        change("DEN", "D11", "2026-10-06T02:30:00");
    }

    @Test
    void namesThePersonAndTheOfficesOwnTime() {
        UserFixture.signIn(database, "sam", Role.DISPATCHER, "ALB");

        var lines = changes.list("ALB", PageRequest.of(0, 50));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.customer()).isEqualTo("Dorothy");
            assertThat(line.at()).isEqualTo(LocalDateTime.parse("2026-10-05T22:30:00"));
            assertThat(line.who()).contains("sam");
            assertThat(line.after()).isEqualTo("Mon 12 Oct, 9:00 with Ana Petrov");
            assertThat(line.why()).isEqualTo("She asked");
        });
    }

    @Test
    void isForThoseWhoPlanAtTheirOwnOffices() {
        UserFixture.signIn(database, "sam", Role.DISPATCHER, "ALB");
        assertThatThrownBy(() -> changes.list("DEN", PageRequest.of(0, 50))).isInstanceOf(NotAllowed.class);

        UserFixture.signIn(database, "ruth", Role.RECEPTIONIST, "ALB");
        assertThatThrownBy(() -> changes.list("ALB", PageRequest.of(0, 50))).isInstanceOf(NotAllowed.class);
    }

    private void change(String office, String visit, String at) {
        database.sql("insert into audit_entry (at, actor, office, action, subject_kind, subject, after_text, why)"
                        + " values (?, 'sam', ?, 'move', 'visit', ?, 'Mon 12 Oct, 9:00 with Ana Petrov', 'She asked')")
                .params(LocalDateTime.parse(at), office, visit)
                .update();
    }
}
