package org.dorothydispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.importing.demo.DemoOffices;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main questions go through their indexes, on the demo offices; the bench asks the same of a million visits. */
@DatabaseTest(emptied = DatabaseTest.Emptied.BEFORE_CLASS)
@Tag("mysql")
@Import(IndexProofTest.Recording.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexProofTest {

    @TestConfiguration
    static class Recording {
        @Bean
        static RecordedStatements recordedStatements() {
            return new RecordedStatements();
        }
    }

    @Autowired
    private ApplicationContext application;

    @Autowired
    private RecordedStatements recorded;

    private IndexProof proof;
    private List<String> offices;

    @BeforeAll
    void theDemoIsThere(
            @TempDir Path folder,
            @Autowired BundleImport imports,
            @Autowired Clock clock,
            @Autowired JdbcClient database)
            throws IOException {
        DemoOffices.writeTo(folder, clock.instant(), DemoOffices.SEED);
        imports.store(folder, Importer.everywhere("demo"), ImportProgress.NONE);
        offices = database.sql("select code from office order by code limit 2")
                .query(String.class)
                .list();
        proof = new IndexProof(application, recorded);
    }

    @Test
    void theBoardsWeekAndItsTray() {
        prove(proof.boardWeek(offices), "visit_of_board", "visit_of_tray");
    }

    @Test
    void aLiftedVisit() {
        prove(proof.pickUp(offices), "visit_of_board");
    }

    @Test
    void aVisitJudgedAgain() {
        prove(proof.recheck(offices), "visit_of_customer", "visit_of_technician_day", "visit_of_run");
    }

    @Test
    void whatTheClockMayHaveChanged() {
        prove(proof.recheckDue(offices), "verdict_recheck");
    }

    @Test
    void theFlagsOfAVisit() {
        prove(proof.flagsOfVisit(offices), "visit_of_customer");
    }

    @Test
    void theOutbox() {
        prove(proof.outboxPoll(offices.getFirst()), "board_event_of_office");
    }

    private static void prove(IndexProof.Answer answer, String... indexes) {
        assertThat(answer.plans()).isNotEmpty();
        assertThat(answer.tooWide()).isEmpty();
        for (var index : indexes) {
            assertThat(answer.uses(index))
                    .as("%s uses %s: %s", answer.question(), index, answer.plans())
                    .isTrue();
        }
    }
}
