package org.dorothydispatch.technicianday.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.CalendarAddresses;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserRow;
import org.dorothydispatch.shared.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class CalendarDialogTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CalendarAddresses addresses;

    @Autowired
    private JdbcClient database;

    private SecuredBrowserlessApplicationContext<Authentication> browsers;
    private BrowserlessUIContext window;

    @BeforeEach
    void tessOpensHerDay() {
        ListeningFixture.store(database).user("adele", Role.ADMINISTRATOR);
        browsers = SpringBrowserlessApplicationContext.createSecured(context, "org.dorothydispatch");
        open("tess", Role.TECHNICIAN, "day");
    }

    @AfterEach
    void closeBrowsers() {
        browsers.close();
    }

    @Test
    void theAddressIsMadeShownOnceRenewedAndStopped() {
        click("In my own calendar…");
        click("Make an address");
        var first = address();
        assertThat(kept()).isEqualTo(Sha256.of(first));
        click("Close");

        click("In my own calendar…");
        assertThat(dialog().getElement().getTextRecursively())
                .contains("You have had an address since 5 October.")
                .doesNotContain(first);
        click("Make a new one");
        confirm();
        assertThat(address()).isNotEqualTo(first);
        assertThat(kept()).isEqualTo(Sha256.of(address()));
        click("Close");

        click("In my own calendar…");
        click("Stop it");
        confirm();
        assertThat(database.sql("select count(*) from calendar_address")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(dialog().getElement().getTextRecursively()).contains("Make an address");
    }

    @Test
    void anAdministratorMakesItForATechnicianAndStopsIt() {
        open("adele", Role.ADMINISTRATOR, "people");
        person("tess by name");
        click("Calendar address");
        confirm();
        assertThat(window.find(TextField.class)
                        .withLabel("Pass it on; it is not shown again")
                        .single()
                        .getValue())
                .startsWith("calendar/");
        assertThat(kept()).hasSize(64);
        assertThat(SignedIn.as("tess", () -> addresses.madeAt("tess"))).isPresent();

        open("adele", Role.ADMINISTRATOR, "people");
        person("tess by name");
        click("Calendar address");
        window.test(window.find(ConfirmDialog.class).single()).reject();
        assertThat(SignedIn.as("tess", () -> addresses.madeAt("tess"))).isEmpty();
    }

    private void open(String user, Role role, String screen) {
        window = browsers.newUser(user, role.name()).newWindow();
        window.activate();
        window.getUI().navigate(screen);
    }

    private void person(String name) {
        Grid<UserRow> people = window.find(Grid.class).single();
        var grid = window.test(people);
        for (int row = 0; row < grid.size(); row++) {
            if (((UserRow) grid.getRow(row)).name().equals(name)) {
                grid.clickRow(row);
                return;
            }
        }
        throw new AssertionError("Nobody is called " + name);
    }

    private void click(String text) {
        var buttons = window.find(Button.class).withText(text).all();
        window.test(buttons.getLast()).click();
    }

    private void confirm() {
        window.test(window.find(ConfirmDialog.class).single()).confirm();
    }

    private CalendarDialog dialog() {
        return window.find(CalendarDialog.class).single();
    }

    /** The last part of what is shown. */
    private String address() {
        var shown = window.find(TextField.class, dialog()).single().getValue();
        assertThat(shown).startsWith("/calendar/").endsWith(".ics");
        return shown.substring("/calendar/".length(), shown.length() - ".ics".length());
    }

    private String kept() {
        return database.sql("select token_hash from calendar_address")
                .query(String.class)
                .single();
    }
}
