package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Makes changes of which the audit chain tells, each in one transaction with its entry. */
public final class ActRecord {
    private final GroupCommit commit;
    private final UnknownCallers unknown;

    ActRecord(GroupCommit commit, UnknownCallers unknown) {
        this.commit = commit;
        this.unknown = unknown;
    }

    /** A change in the transaction of its entry. */
    public interface Change {
        /** Whether there was anything to change; if not, the chain says nothing. */
        boolean make(Connection connection) throws SQLException;
    }

    /**
     * Returns, when both are durable, whether there was anything to change.
     *
     * @param id of the entry, of {@link RecordId}
     * @param act what was done, a word of our own
     * @param said what the chain tells of it; no personal data
     * @throws az.dost.vahid.problem.ProblemException OVERLOADED when too much waits to be kept
     * @throws org.springframework.dao.DataAccessException when it could not be kept
     */
    public boolean keep(UUID id, String act, ObjectNode said, Change change) {
        return commit.keep(Unit.of(AuditEntry.bus(id, act, said), change::make));
    }

    /**
     * Keeps a refusal of the exchange, where the caller is not known as {@link UnknownCallers} has it.
     *
     * @param known whether the caller is
     * @param code what the caller is told
     * @throws az.dost.vahid.problem.ProblemException OVERLOADED when too much waits to be kept
     * @throws org.springframework.dao.DataAccessException when it could not be kept
     */
    public void keepRefusal(UUID id, boolean known, String act, String code, ObjectNode said) {
        if (known || unknown.alone(code)) {
            keep(id, act, said.put("code", code), connection -> true);
        }
    }
}
