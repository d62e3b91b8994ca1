package az.dost.vahid.spdci;

import java.util.List;

/**
 * A message that asks for records, checked.
 *
 * @param sender its {@code sender_id}
 * @param name by which its lookups are known again
 * @param transaction its {@code transaction_id}
 * @param correlation by which it is known here
 */
record Inquiry(
        Registry registry,
        Operation operation,
        String sender,
        String name,
        String transaction,
        String correlation,
        List<Search> searches) {
    /** Exchange property. */
    static final String PROPERTY = "vahid.spdci.inquiry";

    @Override
    public String toString() {
        return "Inquiry " + correlation;
    }
}
