package org.dorothydispatch.flags;

import java.time.Instant;
import java.util.Optional;
import org.dorothydispatch.shared.Sha256;
import org.dorothydispatch.shared.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table write_receipt: a command that comes twice is answered twice and done once. */
@Component
class Receipts {

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    Receipts(JdbcClient database) {
        this.database = database;
    }

    /**
     * Claims the operation for this transaction; false when somebody has it already. Waits for a twin that is under way.
     */
    boolean claim(Proposal proposal, String actor, Instant now) {
        try {
            database.sql("insert into write_receipt (op_id, actor, command_hash, answer, at) values (?, ?, ?, '', ?)")
                    .params(proposal.opId(), actor, hash(proposal), Utc.of(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void answer(String opId, ProposalOutcome outcome) {
        database.sql("update write_receipt set answer = ? where op_id = ?")
                .params(json.writeValueAsString(outcome), opId)
                .update();
    }

    /** The answer given before to this very command of this very person; nothing when the operation was another. */
    Optional<ProposalOutcome> given(Proposal proposal, String actor) {
        return database.sql("select answer from write_receipt where op_id = ? and actor = ? and command_hash = ?")
                .params(proposal.opId(), actor, hash(proposal))
                .query(String.class)
                .optional()
                .map(answer -> json.readValue(answer, ProposalOutcome.class));
    }

    /** Forgets receipts nobody can still be waiting for. */
    int forgetBefore(Instant moment) {
        return database.sql("delete from write_receipt where at < ?")
                .param(Utc.of(moment))
                .update();
    }

    private String hash(Proposal proposal) {
        return Sha256.of(json.writeValueAsString(proposal));
    }
}
