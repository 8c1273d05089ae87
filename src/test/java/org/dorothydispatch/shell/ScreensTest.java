package org.dorothydispatch.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.security.ApiTokens;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.SetUpLinks;
import org.dorothydispatch.security.UserFixture;
import org.dorothydispatch.security.UserRow;
import org.dorothydispatch.security.UserService;
import org.dorothydispatch.uikit.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The frame's own screens, one test for each thing somebody wants to do. */
@DatabaseTest
class ScreensTest extends SpringBrowserlessTest {

    private static final String PASSWORD = "four fine grey geese";

    @Autowired
    private JdbcClient database;

    @Autowired
    private SetUpLinks links;

    @Autowired
    private UserService users;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private UserMenus menus;

    @BeforeEach
    void twoOffices() {
        database.sql("insert into office (code, name, time_zone) values ('RIV', 'Riverside', 'America/Chicago')")
                .update();
        database.sql("insert into office (code, name, time_zone) values ('HIL', 'Hilltop', 'America/Denver')")
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "error, The username or the password is not right. Try again.",
        "wait=8, There were many failed tries. Wait 8 seconds and try again.",
        "wait=%3Cb%3E, There were many failed tries. Wait a minute and try again.",
        "busy, Too many people are signing in at this moment. Try again in a moment."
    })
    void signInSaysWhyItFailed(String query, String sentence) {
        UI.getCurrent().navigate("login", QueryParameters.fromString(query));
        var form = find(LoginForm.class).single();
        assertThat(form.isError()).isTrue();
        assertThat(form.getElement().getPropertyRaw("i18n").toString()).contains(sentence);
    }

    @Test
    void signInSaysThatOneComesBackToTheScreenOneWasOn() {
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT, "board?offices=RIV");
        UI.getCurrent().navigate("login");
        assertThat(find(LoginForm.class).single().isError()).isFalse();
        assertThat(find(Paragraph.class).withClassName("welcome-news").single().getText())
                .isEqualTo("Sign in, and you are back where you were. A draft that you left there is kept.");
    }

    @Test
    void anEndedSessionLoadsTheSamePageAgain() {
        var messages = VaadinService.getCurrent().getSystemMessages(Locale.ENGLISH, VaadinService.getCurrentRequest());
        assertThat(messages.isSessionExpiredNotificationEnabled()).isFalse();
        assertThat(messages.getSessionExpiredURL()).isNull();
    }

    @Test
    void aLostConnectionIsSaidInPlainWords() {
        var dialog = UI.getCurrent().getReconnectDialogConfiguration();
        assertThat(dialog.getDialogText()).isEqualTo("No connection. Trying to reconnect…");
        assertThat(dialog.getDialogTextGaveUp()).isEqualTo("No connection. We go on as soon as it is back.");
    }

    @Test
    void whoeverIsSignedInHasNoBusinessAtTheSignIn() {
        as(Role.ADMINISTRATOR);
        UI.getCurrent().navigate("login");
        assertThat(here())
                .as("the first screen of the navigation")
                .isNotInstanceOfAny(LoginView.class, HomeView.class, ErrorPage.class);
        assertThat(find(Rail.class).exists()).isTrue();
    }

    @Test
    void theSetUpLinkMakesTheFirstAdministrator() {
        openSetUp(links.renew().orElseThrow());
        find(TextField.class).withLabel("Your name").single().setValue("Adele Moreau");
        find(TextField.class).withLabel("Username").single().setValue("adele");
        fillPasswords(PASSWORD, "four fine gray geese");
        click("Make me the administrator");
        assertThat(refusal()).isEqualTo("The two passwords are not the same. Type both once more.");

        fillPasswords("password1", "password1");
        click("Make me the administrator");
        assertThat(refusal()).startsWith("This password is among the first");

        fillPasswords(PASSWORD, PASSWORD);
        click("Make me the administrator");
        assertThat(database.sql("select role from app_user_role where username = 'adele'")
                        .query(String.class)
                        .list())
                .containsExactly("ADMINISTRATOR");
    }

    @Test
    void anInventedLinkShowsNoForm() {
        openSetUp("invented");
        assertThat(find(H2.class).single().getText()).isEqualTo("This link is no longer good");
        assertThat(find(PasswordField.class).exists()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAdministratorsSeePeople(Role role) {
        as(role);
        UI.getCurrent().navigate("people");
        if (role == Role.ADMINISTRATOR) {
            assertThat(here()).isInstanceOf(UsersView.class);
            assertThat(screens()).contains("People");
        } else {
            assertThat(here()).isInstanceOf(ErrorPage.class);
            UI.getCurrent().navigate("");
            assertThat(screens()).doesNotContain("People");
        }
    }

    @Test
    void somebodyNewIsAddedAndTheirPasswordShownOnce() {
        as(Role.ADMINISTRATOR);
        navigate(UsersView.class);
        click("New person");
        find(TextField.class).withLabel("Name").single().setValue("Ira Valdez");
        find(TextField.class).withLabel("Username").single().setValue("Ira");
        find(TextField.class).withLabel("E-mail").single().setValue("ira@riverside.example");
        roles().setValue(Set.of(Role.DISPATCHER));
        click("Add");
        assertThat(refusal()).isEqualTo("Choose at least one office. Only administrators see all of them.");

        offices().setValue(Set.of(office("RIV")));
        click("Add");
        var password =
                find(TextField.class).withClassName("password-to-pass-on").single();
        assertThat(password.getValue()).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        assertThat(user("ira").offices()).containsExactly("RIV");
        assertThat(user("ira").email()).contains("ira@riverside.example");
        click("Done");
        assertThat(find(TextField.class).withClassName("password-to-pass-on").exists())
                .isFalse();
    }

    @Test
    void aPersonGetsAnotherOffice() {
        as(Role.ADMINISTRATOR);
        addIra();
        var view = navigate(UsersView.class);
        openFirst(view, "Ira Valdez");
        assertThat(roles().getValue()).containsExactly(Role.DISPATCHER);
        offices().setValue(Set.of(office("HIL")));
        click("Save");
        assertThat(user("ira").offices()).containsExactly("HIL");
    }

    @Test
    void switchingOffAsksFirst() {
        as(Role.ADMINISTRATOR);
        addIra();
        openFirst(navigate(UsersView.class), "Ira Valdez");
        click("Switch off");
        assertThat(user("ira").enabled()).isTrue();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(user("ira").enabled()).isFalse();
    }

    @Test
    void oneTokenOfAPersonIsStoppedAfterAQuestionAndTheOthersStayInTheList() {
        as(Role.ADMINISTRATOR);
        addIra();
        openFirst(navigate(UsersView.class), "Ira Valdez");
        assertThat(find(Button.class).withText("Tokens").exists())
                .as("without a token there is nothing to look at")
                .isFalse();
        var ugly = "<b>محمد</b> " + "x".repeat(60);
        for (var name : List.of("Calendar", ugly)) {
            SignedIn.as("ira", () -> tokens.make(name));
        }
        click("Cancel");

        openFirst(navigate(UsersView.class), "Ira Valdez");
        click("Tokens");
        assertThat(tokenLines()).hasSize(2);
        assertThat(tokenLines().getFirst()).startsWith(ugly).contains("never used");
        test(find(Button.class).withText("Stop").atIndex(1)).click();
        assertThat(tokenLines()).as("before they say so").hasSize(2);
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(tokenLines()).singleElement().asString().startsWith("Calendar");
    }

    @Test
    void aChangeThatSomebodyElseMadeMeanwhileIsNotOverwritten() {
        as(Role.ADMINISTRATOR);
        addIra();
        openFirst(navigate(UsersView.class), "Ira Valdez");
        users.change("ira", 0, "Ira V.", Set.of(Role.DISPATCHER), Set.of("RIV"), Optional.empty(), Optional.empty());
        find(TextField.class).withLabel("Name").single().setValue("Ira W.");
        click("Save");
        assertThat(refusal()).startsWith("Somebody else has just changed Ira V.");
        assertThat(user("ira").name()).isEqualTo("Ira V.");
    }

    @Test
    void theRailKnowsWhereOneIs() {
        as(Role.ADMINISTRATOR);
        navigate(UsersView.class);
        assertThat(rail().getElement().getProperty("here")).isEqualTo("people");
    }

    @Test
    void theMenuOfTheAccountIsMadeWhenItIsFirstWanted() {
        as(Role.DISPATCHER);
        UI.getCurrent().navigate("");
        assertThat(find(Popover.class).withClassName("user-menu-popover").exists())
                .isFalse();

        rail().openAccount();

        var menu = find(Popover.class).withClassName("user-menu-popover").single();
        assertThat(menu.isOpened()).isTrue();
        assertThat(menu.getFor()).isEqualTo("account");
        assertThat(find(Paragraph.class, menu).all())
                .extracting(Paragraph::getText)
                .containsExactly("Dispatcher", "Riverside");
        assertThat(find(Button.class, menu).all())
                .extracting(Button::getText)
                .containsExactly("Change password", "Tokens for programs", "Sign out");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyMakesATokenThatIsShownOnceAndStopsIt(Role role) {
        as(role);
        navigate(TokensView.class);
        click("Make a token");
        assertThat(refusal()).startsWith("Say what the token is for");

        var ugly = "<b>محمد</b> " + "x".repeat(60);
        find(TextField.class).withLabel("What is it for?").single().setValue(ugly);
        click("Make a token");
        var shown = find(TextField.class).withClassName("password-to-pass-on").single();
        assertThat(shown.getValue()).startsWith("dorothy_");
        assertThat(find(Refusal.class).exists()).as("it is all right now").isFalse();

        UI.getCurrent().navigate("");
        navigate(TokensView.class);
        assertThat(find(TextField.class).withClassName("password-to-pass-on").exists())
                .as("once")
                .isFalse();
        assertThat(tokenLines()).singleElement().asString().startsWith(ugly).contains("never used");

        click("Stop");
        assertThat(tokenLines()).as("before they say so").hasSize(1);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(tokenLines()).containsExactly("You have no token yet.");
    }

    private List<String> tokenLines() {
        return find(ListItem.class).all().stream()
                .map(line -> line.getElement().getTextRecursively())
                .toList();
    }

    @Test
    void whoSignsOutIsToldWhatWasNotSentYet() {
        as(Role.DISPATCHER);
        UI.getCurrent().navigate("");
        var phone = new FakePhone(3);
        signOut(phone);

        var dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("header")).isEqualTo("3 entries are not sent yet. Sign out?");
        assertThat(phone.forgotten).as("before they say so").isFalse();
        test(dialog).confirm();
        assertThat(phone.forgotten).isTrue();
    }

    @Test
    void whoHasSentEverythingSignsOutWithoutAQuestion() {
        as(Role.DISPATCHER);
        UI.getCurrent().navigate("");
        var phone = new FakePhone(0);
        signOut(phone);

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(phone.forgotten).isTrue();
    }

    private void signOut(PhoneDay phone) {
        var menu = menus.open("account", phone);
        UI.getCurrent().add(menu);
        test(find(Button.class, menu).withText("Sign out").single()).click();
    }

    /** A browser in which so many entries were not sent; it takes the day away when it is told to. */
    private static final class FakePhone implements PhoneDay {
        private final int unsent;
        private boolean forgotten;

        private FakePhone(int unsent) {
            this.unsent = unsent;
        }

        @Override
        public void unsent(IntConsumer then) {
            then.accept(unsent);
        }

        @Override
        public void forget(Runnable then) {
            forgotten = true;
        }
    }

    @Test
    void whatIsNotThereIsSaidPlainly() {
        as(Role.ADMINISTRATOR);
        UI.getCurrent().navigate("nowhere/at/all");
        assertThat(here()).isInstanceOf(ErrorPage.NotFound.class);
        assertThat(find(H1.class).all()).extracting(H1::getText).contains("There is nothing here for you");
    }

    private void as(Role role) {
        cleanVaadinEnvironment();
        UserFixture.signIn(database, "adele", role, "RIV");
        initVaadinEnvironment();
    }

    private Rail rail() {
        return find(Rail.class).single();
    }

    /** The names of the screens the navigation offers. */
    private List<String> screens() {
        return JsonMapper.shared()
                .readTree(rail().getElement().getProperty("contents"))
                .get("screens")
                .valueStream()
                .map(screen -> screen.get("title").asString())
                .toList();
    }

    private void addIra() {
        users.create(
                new NewUser("ira", "Ira Valdez", PASSWORD, Set.of(Role.DISPATCHER), Set.of("RIV"), Optional.empty()));
    }

    private void openSetUp(String token) {
        navigate(SetUpView.class, Map.of("token", token));
    }

    private void fillPasswords(String one, String two) {
        find(PasswordField.class).withLabel("Password").single().setValue(one);
        find(PasswordField.class).withLabel("The password again").single().setValue(two);
    }

    @SuppressWarnings("unchecked")
    private void openFirst(Component view, String name) {
        Grid<UserRow> people = find(Grid.class, view).single();
        var grid = test(people);
        for (int row = 0; row < grid.size(); row++) {
            if (((UserRow) grid.getRow(row)).name().equals(name)) {
                grid.clickRow(row);
                return;
            }
        }
        throw new AssertionError("Nobody is called " + name);
    }

    private void click(String words) {
        test(find(Button.class).withText(words).last()).click();
    }

    private String refusal() {
        return find(Refusal.class).single().getText();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Role> roles() {
        return find(CheckboxGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<OfficeRow> offices() {
        return find(MultiSelectComboBox.class).single();
    }

    private OfficeRow office(String code) {
        return offices()
                .getListDataView()
                .getItems()
                .filter(office -> office.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private UserRow user(String username) {
        return users.list(username, PageRequest.of(0, 1)).getFirst();
    }

    private HasElement here() {
        return getCurrentView();
    }
}
