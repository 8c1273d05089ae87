package org.dorothydispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The main questions go through their indexes and read no large table whole. */
@Tag("mysql")
@Import(IndexProofTest.Recording.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IndexProofTest {

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

    IndexProof proof;
    private List<String> offices;

    /** Stores the company that is asked about; answers the offices to ask about. */
    abstract List<String> fill() throws IOException;

    @BeforeAll
    void theCompanyIsThere() throws IOException {
        offices = fill();
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
        var answer = proof.outboxPoll(offices.getFirst());
        prove(answer);
        // By the office's index or by the number alone: of a long outbox it reads only what is new.
        assertThat(answer.plans()).flatExtracting(QueryPlan::accesses).allSatisfy(access -> {
            assertThat(access.type()).isEqualTo("range");
            assertThat(access.rows()).isLessThan(100);
        });
    }

    static void prove(IndexProof.Answer answer, String... indexes) {
        assertThat(answer.plans()).isNotEmpty();
        assertThat(answer.tooWide()).isEmpty();
        for (var index : indexes) {
            assertThat(answer.uses(index))
                    .as("%s uses %s: %s", answer.question(), index, answer.plans())
                    .isTrue();
        }
    }
}
