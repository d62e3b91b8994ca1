package az.dost.vahid.proof.claim;

/**
 * Which row of a table is taken, in SQL; the table's name there is {@code r}.
 *
 * @param due what must hold of the row beside that nobody has it; may have parameters
 * @param first by which of several is chosen, such as {@code r.due_at}
 * @param changes further columns that are set as it is taken, such as {@code attempts = r.attempts + 1}; blank for none
 * @param columns what is wanted of the row, as it is then
 */
public record ClaimQuery(String due, String first, String changes, String columns) {}
