package org.dorothydispatch.importing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ImportViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    private final Map<String, String> files = new LinkedHashMap<>();

    @BeforeEach
    void aSmallBundle() {
        files.put("offices.csv", "code,name,time_zone\nRIVER,Riverside,America/Chicago\n");
        files.put("technicians.csv", "code,name,office\nANA,Ana Petrov,RIVER\nBEN,Ben Okafor,RIVER\n");
        files.put("customers.csv", "code,name,office,technician\nDOROTHY,Dorothy Hale,RIVER,ANA\n");
    }

    @Test
    void storesOnlyAfterThePreviewWasConfirmed() throws IOException {
        open(Role.ADMINISTRATOR);
        upload();

        waitFor(() -> hasButton("Store these changes"));
        assertThat(texts()).contains("For Riverside: 4 new rows, 0 changed, 0 stay as they are.");
        assertThat(customers()).isZero();

        click("Store these changes");
        waitFor(() -> hasButton("Import another file"));
        assertThat(texts()).contains("Stored for Riverside: 4 new and 0 changed rows, 0 as they were.");
        assertThat(customers()).isOne();
        assertThat(database.sql("select actor from audit_entry where action = 'import'")
                        .query(String.class)
                        .single())
                .isEqualTo("adele");
    }

    @Test
    void saysWhatChangesByName() throws IOException {
        open(Role.ADMINISTRATOR);
        upload();
        waitFor(() -> hasButton("Store these changes"));
        click("Store these changes");
        waitFor(() -> hasButton("Import another file"));

        click("Import another file");
        files.put("customers.csv", files.get("customers.csv").replace("ANA", "BEN"));
        upload();

        waitFor(() -> hasButton("Store these changes"));
        assertThat(find(ListItem.class).all())
                .extracting(ListItem::getText)
                .containsExactly("Dorothy Hale: their technician Ana Petrov → Ben Okafor");
    }

    @Test
    void listsTheErrorsAndStoresNothing() throws IOException {
        open(Role.ADMINISTRATOR);
        files.put("customers.csv", files.get("customers.csv") + "BAKER,,RIVER,NOBODY\n");
        upload();

        waitFor(() -> hasButton("Choose another file"));
        assertThat(texts()).contains("Nothing was stored. The bundle has 2 errors");
        assertThat(find(ListItem.class).all())
                .extracting(ListItem::getText)
                .anyMatch(line -> line.startsWith("customers.csv:3: name: "))
                .anyMatch(line -> line.startsWith("customers.csv:3: technician: "));
        assertThat(find(Anchor.class).withText("Download all errors (CSV)").exists())
                .isTrue();
        assertThat(hasButton("Store these changes")).isFalse();
        assertThat(customers()).isZero();
    }

    @Test
    void whatIsStoredAlreadyNeedsNoConfirmation() throws IOException {
        open(Role.ADMINISTRATOR);
        upload();
        waitFor(() -> hasButton("Store these changes"));
        click("Store these changes");
        waitFor(() -> hasButton("Import another file"));
        click("Import another file");
        upload();

        waitFor(() -> hasButton("Choose another file"));
        assertThat(texts()).contains("Everything in this bundle is stored already: 4 rows");
    }

    @Test
    void aManagerCannotBringInAnotherOffice() throws IOException {
        database.sql("insert into office (code, name, time_zone) values ('HILL', 'Hilltop', 'America/Denver')")
                .update();
        open(Role.BRANCH_MANAGER, "HILL");
        upload();

        waitFor(() -> hasButton("Choose another file"));
        assertThat(find(ListItem.class).all())
                .extracting(ListItem::getText)
                .anyMatch(line -> line.startsWith("offices.csv:2: This line would change data of Riverside"));
    }

    @Test
    void exportsTheChosenOffice() {
        database.sql("insert into office (code, name, time_zone) values ('HILL', 'Hilltop', 'America/Denver')")
                .update();
        open(Role.BRANCH_MANAGER, "HILL");
        click("Export as zip");

        waitFor(() -> find(Anchor.class).all().stream()
                .anyMatch(link -> link.getText().startsWith("Download hilltop-")));
        assertThat(texts()).contains("1 rows are ready.");
    }

    @Test
    void withoutOfficesThereIsNothingToExport() {
        open(Role.ADMINISTRATOR);
        assertThat(texts()).contains("There is no office yet. Import a bundle first.");
        assertThat(find(CheckboxGroup.class).exists()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DISPATCHER", "SALESPERSON", "RECEPTIONIST", "TECHNICIAN"})
    void othersDoNotGetHere(Role role) {
        cleanVaadinEnvironment();
        UserFixture.signIn(database, "adele", role);
        initVaadinEnvironment();
        UI.getCurrent().navigate("import");
        assertThat(getCurrentView()).isNotInstanceOf(ImportView.class);
    }

    private void open(Role role, String... offices) {
        cleanVaadinEnvironment();
        UserFixture.signIn(database, "adele", role, offices);
        initVaadinEnvironment();
        navigate(ImportView.class);
    }

    private void upload() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        test(find(Upload.class).single()).upload("river.zip", "application/zip", bytes.toByteArray());
    }

    private void click(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private boolean hasButton(String words) {
        return find(Button.class).withText(words).exists();
    }

    private String texts() {
        return String.join(
                "\n",
                find(Paragraph.class).all().stream().map(Paragraph::getText).toList());
    }

    private int customers() {
        return database.sql("select count(*) from customer")
                .query(Integer.class)
                .single();
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
