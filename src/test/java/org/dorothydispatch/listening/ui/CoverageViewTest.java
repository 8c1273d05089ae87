package org.dorothydispatch.listening.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.Coverage;
import org.dorothydispatch.listening.Coverage.State;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class CoverageViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database)
                .preference("P1", "DOROTHY", "FAMILIAR", "promised", "heard_on", java.time.LocalDate.of(2026, 9, 1));
    }

    @Test
    @SuppressWarnings("unchecked")
    void anOfficeSeesWhomItNeverAskedAndHowManyItDid() {
        cleanVaadinEnvironment();
        UserFixture.actAs("mia", Role.BRANCH_MANAGER);
        initVaadinEnvironment();
        navigate(CoverageView.class);

        Grid<Coverage> grid = find(Grid.class).single();
        assertThat(test(grid).getRow(0).name()).isEqualTo("Baker Street Bakery");
        Select<State> state = find(Select.class).all().getLast();
        assertThat(state.getItemLabelGenerator().apply(State.NEVER_ASKED)).isEqualTo("Never asked (1)");
        assertThat(state.getItemLabelGenerator().apply(State.CONFIRMED))
                .isEqualTo("Confirmed in the last 12 months (1)");

        state.setValue(State.CONFIRMED);
        assertThat(test(grid).getRow(0).name()).isEqualTo("Dorothy");
    }

    @Test
    void aTechnicianDoesNotReadIt() {
        cleanVaadinEnvironment();
        UserFixture.actAs("tess", Role.TECHNICIAN);
        initVaadinEnvironment();
        com.vaadin.flow.component.UI.getCurrent().navigate("coverage");

        assertThat(getCurrentView()).isNotInstanceOf(CoverageView.class);
    }
}
