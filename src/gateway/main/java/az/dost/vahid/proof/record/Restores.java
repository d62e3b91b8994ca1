package az.dost.vahid.proof.record;

/** Keeps what an operator says of a restore: the entry with which the record goes on. */
public final class Restores {
    private final GroupCommit commit;

    Restores(GroupCommit commit) {
        this.commit = commit;
    }

    /**
     * Returns when it is durable.
     *
     * @throws az.dost.vahid.problem.ProblemException OVERLOADED when too much waits to be kept
     * @throws org.springframework.dao.DataAccessException when it could not be kept
     */
    public void keep(RestoreEntry restored) {
        commit.keep(Unit.of(AuditEntry.restored(restored), connection -> true));
    }
}
