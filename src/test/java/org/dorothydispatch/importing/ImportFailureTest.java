package org.dorothydispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dorothydispatch.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to an import when something else happens at the same time. */
@Tag("database")
class ImportFailureTest {

    @TempDir
    Path folder;

    final StoredBundles stored = new StoredBundles();

    @BeforeEach
    void theGoodBundleIsThere() {
        stored.store(BundleFixture.good().writeTo(folder.resolve("good")));
    }

    @Test
    void aConnectionThatIsKilledMidWayLeavesNothing() {
        var before = stored.footprint();
        stored.beforeTheEnd = this::kill;

        assertThatThrownBy(() -> stored.store(another()))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("Nothing was stored");
        assertThat(stored.footprint()).isEqualTo(before);

        stored.beforeTheEnd = connection -> {};
        assertThat(stored.store(another()).stored()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whetherALostCommitWasDoneIsSettledByImportingAgain(boolean done) {
        var before = stored.footprint();
        stored.beforeTheEnd = connection -> stored.commit = last -> {
            if (done) {
                last.commit();
            }
            throw new SQLException("Communications link failure", "08S01");
        };

        assertThatThrownBy(() -> stored.store(another()))
                .isInstanceOf(ImportFailed.class)
                .hasMessage("The connection to the database was lost at the very last step, so nobody can say whether"
                        + " the bundle was stored. Import the same bundle again: what is stored already is left as it"
                        + " is.");
        assertThat(stored.footprint().equals(before)).isEqualTo(!done);

        stored.commit = null;
        stored.beforeTheEnd = connection -> {};
        assertThat(stored.store(another()).changes().nothingToDo()).isEqualTo(done);
        assertThat(stored.preview(another()).nothingToDo()).isTrue();
    }

    private void kill(Connection connection) throws SQLException {
        if (TestDatabase.isH2()) {
            connection.close();
            return;
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select connection_id()")) {
            rows.next();
            stored.execute("kill " + rows.getLong(1));
        }
    }

    @Test
    void aSecondImportForTheSameOfficeIsToldToWait() {
        var seconds = new ArrayList<ImportResult>();
        stored.beforeTheEnd = connection -> {
            stored.beforeTheEnd = none -> {};
            seconds.add(
                    CompletableFuture.supplyAsync(() -> stored.store(another())).join());
        };

        var first = stored.store(another());

        assertThat(first.stored()).isTrue();
        assertThat(seconds).singleElement().satisfies(second -> {
            assertThat(second.stored()).isFalse();
            assertThat(second.changes().problems())
                    .singleElement()
                    .extracting(Problem::message)
                    .isEqualTo("Another import for Riverside is running. Nothing was stored;"
                            + " import again when it is done.");
        });
        assertThat(stored.store(another()).changes().nothingToDo()).isTrue();
    }

    @Test
    void beginsAgainWhenSomebodyWasFasterThanTheLocks() {
        var moved = new AtomicBoolean();
        ImportProgress dispatcher = (phase, done, total) -> {
            if (phase == ImportProgress.Phase.COMPARING && done == total && moved.compareAndSet(false, true)) {
                stored.execute("update visit set planned_on = '2026-10-08', version = version + 1 where code = 'D1'");
            }
        };

        var result = stored.bundles.store(another(), StoredBundles.EVERYWHERE, dispatcher);

        assertThat(moved).isTrue();
        assertThat(result.stored()).isTrue();
        assertThat(stored.text("select concat(planned_on, ' ', version) from visit where code = 'D1'"))
                .isEqualTo("2026-10-06 2");
        assertThat(stored.texts("select concat(technician, ' ', on_date) from technician_day order by 1"))
                .contains("CY 2026-10-06", "CY 2026-10-08");
    }

    private Path another() {
        return BundleFixture.good()
                .plus("customers.csv", "ROSA,Rosa Lopez,RIVER\n")
                .plus("sites.csv", "S3,ROSA,41.85,-87.61\n")
                .plus("visits.csv", "R1,ROSA,S3,,2026-10-06,2026-10-06,13:00,45,NORTH,CY,planned,,,\n")
                .writeTo(folder.resolve("another"));
    }
}
