package org.dorothydispatch.savedview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SavedViewServiceTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SavedViewService views;

    @BeforeEach
    void twoOfficesAndThreePeople() {
        for (var office : new String[] {"RIVER", "HILL"}) {
            jdbc.sql("insert into office (code, name, time_zone) values (?, ?, 'America/Chicago')")
                    .params(office, office)
                    .update();
        }
        UserFixture.store(jdbc, "vera", Role.DISPATCHER, "RIVER", "HILL");
        UserFixture.store(jdbc, "otto", Role.RECEPTIONIST, "RIVER");
        UserFixture.store(jdbc, "hilda", Role.BRANCH_MANAGER, "HILL");
        as("vera", Role.DISPATCHER);
    }

    @AfterEach
    void signOut() {
        UserFixture.signOut();
    }

    @Test
    void whatIsSavedIsThereAgainByName() {
        views.save("  zebra ", "?find=ana&zoom=day", null);
        views.save("Anna's <b>view</b>", "exception=promise", null);

        assertThat(views.list())
                .extracting(SavedViewRow::name, SavedViewRow::query, SavedViewRow::own)
                .containsExactly(
                        tuple("Anna's <b>view</b>", "exception=promise", true),
                        tuple("zebra", "find=ana&zoom=day", true));
    }

    @Test
    void aPrivateViewIsNobodyElses() {
        views.save("Mine", "find=ana", null);

        as("otto", Role.RECEPTIONIST);
        assertThat(views.list()).isEmpty();
    }

    @Test
    void aSharedViewIsSeenAtItsOfficeWithWhoseItIsAndNowhereElse() {
        views.save("Ours", "find=ana", "RIVER");

        as("otto", Role.RECEPTIONIST);
        assertThat(views.list()).singleElement().satisfies(view -> {
            assertThat(view.own()).isFalse();
            assertThat(view.owner()).isEqualTo("The dispatcher vera");
            assertThat(view.office()).isEqualTo("RIVER");
        });
        as("hilda", Role.BRANCH_MANAGER);
        assertThat(views.list()).isEmpty();
    }

    @Test
    void onlyTheOwnerRenamesReplacesOrDeletes() {
        views.save("Ours", "find=ana", "RIVER");
        long id = views.list().getFirst().id();

        as("otto", Role.RECEPTIONIST);
        assertThatThrownBy(() -> views.change(id, "His", null)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> views.replace(id, "find=cy")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> views.delete(id)).isInstanceOf(NotAllowed.class);

        as("vera", Role.DISPATCHER);
        views.change(id, "Everybody's", "HILL");
        views.replace(id, "find=cy");
        assertThat(views.list()).singleElement().satisfies(view -> {
            assertThat(view.name()).isEqualTo("Everybody's");
            assertThat(view.office()).isEqualTo("HILL");
            assertThat(view.query()).isEqualTo("find=cy");
        });
        views.delete(id);
        assertThat(views.list()).isEmpty();
    }

    @Test
    void aNameIsTakenOnceByEachPerson() {
        views.save("Morning", "find=ana", "RIVER");

        assertThatThrownBy(() -> views.save(" Morning ", "find=cy", null))
                .hasMessage(
                        "You have a view called “Morning” already. Choose another name, or put this screen under that"
                                + " one.");
        assertThat(views.list()).hasSize(1);
        as("otto", Role.RECEPTIONIST);
        views.save("Morning", "find=cy", null);
        assertThat(views.list()).hasSize(2);
    }

    @Test
    void badInputGetsASentence() {
        assertThatThrownBy(() -> views.save("  ", "find=ana", null))
                .hasMessage("A view needs a name, so that you find it again.");
        assertThatThrownBy(() -> views.save("x".repeat(81), "find=ana", null))
                .hasMessage("A view's name may have 80 letters; this one has 81.");
        assertThatThrownBy(() -> views.save("Long", "x".repeat(4_001), null))
                .hasMessage("This screen is too long to keep. Choose fewer filters.");
        assertThat(views.list()).isEmpty();
    }

    @Test
    void nobodySharesWithAnOfficeOfOthers() {
        as("otto", Role.RECEPTIONIST);

        assertThatThrownBy(() -> views.save("Theirs", "find=ana", "HILL")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void viewsDoNotPileUp() {
        for (int i = 0; i < SavedViewService.MOST_VIEWS; i++) {
            views.save("View " + i, "find=" + i, null);
        }

        assertThatThrownBy(() -> views.save("One more", "find=x", null))
                .hasMessage("You have 50 views already. Delete one that you no longer use.");
    }

    @Test
    void aTechnicianHasNoBoardAndNoViews() {
        UserFixture.store(jdbc, "cy", Role.TECHNICIAN, "RIVER");
        as("cy", Role.TECHNICIAN);

        assertThatThrownBy(views::list).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> views.save("Mine", "find=ana", null)).isInstanceOf(NotAllowed.class);
    }

    private static void as(String username, Role role) {
        UserFixture.actAs(username, role);
    }
}
