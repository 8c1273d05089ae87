package org.dorothydispatch.importing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.importing.xray.XrayMappings;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class XrayViewTest extends SpringBrowserlessTest {

    private static final String FIELD_ROUTES = """
            customerID,companyName,date,status,servicedBy,servicedByName,subscriptionPreferredTech,annualRecurringValue
            7,"Hale's Gifts <b>",2026-03-06,1,2,Ana Petrov,2,1200
            7,"Hale's Gifts <b>",2026-04-06,1,3,Ben Okafor,2,1200
            """;

    @Autowired
    private JdbcClient database;

    @Autowired
    private XrayMappings mappings;

    @Test
    void anotherSystemsFileIsMappedByItsHeadingsAndSeenThrough() {
        open(Role.BRANCH_MANAGER);
        upload(FIELD_ROUTES);

        assertThat(field("Customer").getValue()).isEqualTo("customerID");
        assertThat(field("Preferred technician").getValue()).isEqualTo("subscriptionPreferredTech");
        assertThat(field("Preferred day").getValue()).isNull();
        assertThat(cells()).contains("2026-03-06").contains("Hale's Gifts <b>");

        click("Look through the file");
        waitFor(() -> hasButton("Print"));
        assertThat(texts())
                .contains("2 done visits from 6 Mar 2026 to 6 Apr 2026: 1 customers, 2 technicians.")
                .contains("The file has no column for this: Who sold it.")
                .contains("1 of 1 customers have something behind them in their last ten visits, worth 1,200 a year.");
        assertThat(cells())
                .contains("Hale's Gifts <b>")
                .contains("Ana Petrov was asked for and did not come on 1 of 2 visits.")
                .contains("not in the file");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getAriaLabel).flatMap(Optional::stream))
                .as("every table can be taken away")
                .containsExactly(
                        "Download the table “Customers by the number of faces” as CSV",
                        "Download the table “Customers by the number of faces” as XLSX",
                        "Download the table “Preferences in the file” as CSV",
                        "Download the table “Preferences in the file” as XLSX",
                        "Download the table “The 1 with the greatest value” as CSV",
                        "Download the table “The 1 with the greatest value” as XLSX");
        assertThat(database.sql("select count(*) from customer")
                        .query(Integer.class)
                        .single())
                .as("nothing of it is stored")
                .isZero();
    }

    @Test
    void aColumnThatIsMissingIsAskedFor() {
        open(Role.ADMINISTRATOR);
        upload("who,when,by\nHale,2026-03-06,Ana\n");

        click("Look through the file");
        assertThat(texts()).contains("Say which column holds this: Customer.");

        field("Customer").setValue("who");
        field("Day of the visit").setValue("when");
        field("Who came").setValue("by");
        click("Look through the file");
        waitFor(() -> hasButton("Print"));
        assertThat(texts())
                .contains("1 done visits")
                .contains("In the last visits of your customers nothing stands out.");
    }

    @Test
    void aMappingIsKeptForTheNextFileAndIsEverybodysOwn() {
        open(Role.ADMINISTRATOR);
        upload("who,when,by\nHale,2026-03-06,Ana\n");
        field("Customer").setValue("who");
        field("Day of the visit").setValue("when");
        field("Who came").setValue("by");
        test(find(TextField.class).single()).setValue("Old system");
        click("Keep");
        click("Choose another file");

        upload("who,more,when,by\nRosa,x,2026-04-06,Ben\n");
        assertThat(field("Customer").getValue()).isEqualTo("who");
        assertThat(field("Who came").getValue()).isEqualTo("by");
        assertThat(find(Select.class).single().isEnabled()).isTrue();

        UserFixture.store(database, "otto", Role.ADMINISTRATOR);
        assertThat(SignedIn.as("otto", mappings::list)).isEmpty();
        assertThat(mappings.list()).extracting(XrayMappings.Saved::name).containsExactly("Old system");
    }

    @Test
    void aFileThatIsNoListGetsASentence() {
        open(Role.ADMINISTRATOR);
        upload("date,customer,date\n1,2,3\n");

        assertThat(texts())
                .contains(
                        "The column “date” stands twice, as column 1 and as column 3. Rename or remove one of them, and choose the file again.");
        assertThat(hasButton("Choose another file")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DISPATCHER", "SALESPERSON", "RECEPTIONIST", "TECHNICIAN"})
    void othersDoNotGetHere(Role role) {
        cleanVaadinEnvironment();
        UserFixture.signIn(database, "adele", role);
        initVaadinEnvironment();
        UI.getCurrent().navigate("xray");
        assertThat(getCurrentView()).isNotInstanceOf(XrayView.class);
    }

    private void open(Role role, String... offices) {
        cleanVaadinEnvironment();
        UserFixture.signIn(database, "adele", role, offices);
        initVaadinEnvironment();
        navigate(XrayView.class);
    }

    private void upload(String text) {
        test(find(Upload.class).single()).upload("visits.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        waitFor(() -> hasButton("Choose another file"));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> field(String label) {
        return find(ComboBox.class).all().stream()
                .filter(choice -> choice.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private void click(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private boolean hasButton(String words) {
        return find(Button.class).withText(words).exists();
    }

    private String texts() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).collect(Collectors.joining("\n"));
    }

    private String cells() {
        var cells = find(NativeTableCell.class).all().stream().map(NativeTableCell::getText);
        var heads = find(NativeTableHeaderCell.class).all().stream()
                .map(Component::getElement)
                .map(head -> head.getTextRecursively());
        return Stream.concat(cells, heads).collect(Collectors.joining("\n"));
    }

    /** The work runs beside the screen, which hears of it with the next round trip. */
    private void waitFor(BooleanSupplier shown) {
        var end = System.nanoTime() + 20_000_000_000L;
        while (!shown.getAsBoolean()) {
            assertThat(System.nanoTime()).as("shown: " + texts()).isLessThan(end);
            Thread.onSpinWait();
            runPendingSignalsTasks();
            roundTrip();
        }
    }
}
