package az.dost.vahid.proof.claim;

/**
 * A row that this gateway has taken.
 *
 * @param row what was wanted of it
 */
public record ClaimedRow<T>(Lease lease, T row) {}
