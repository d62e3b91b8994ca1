package az.dost.vahid.ingest;

import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.problem.Reason;
import az.dost.vahid.signature.PersonHash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** Maps rows to facts; notes bad rows up to a number and goes on, so that one report tells them all. */
final class RowMapping {
    private static final int MAX_FINDINGS = 100;
    private final Mapping mapping;
    private final List<Finding> findings = new ArrayList<>();
    private JsonNode good;
    private long number;

    RowMapping(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * @return null for a bad row
     * @throws DropRefused once there are too many of them
     */
    HeldRow map(JsonNode row) {
        number++;
        try {
            JsonNode mapped = mapping.applyWhole(row);
            String fin = mapped.path("subject").asText();
            if (PersonHash.isFin(fin)) {
                JsonNode facts = mapped.path("deleted").asBoolean() ? null : facts(mapped);
                good = row;
                return new HeldRow(fin, number, facts);
            }
            note(new ColumnSearch(mapping, row, good).ofSubject(), "The FIN does not have 7 characters of 0-9 and A-Z without I and O");
        } catch (MappingException e) {
            note(new ColumnSearch(mapping, row, good).failingWith(e.getMessage()), e.getMessage());
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            // The mapping language itself stumbles; the text of such an error may quote the row.
            note(null, "The row does not fit the mapping");
        }
        return null;
    }

    long number() {
        return number;
    }

    /** @throws DropRefused when any row was bad */
    void check() {
        if (!findings.isEmpty()) {
            throw new DropRefused(Reason.UNMAPPABLE, findings.size() + (findings.size() < MAX_FINDINGS ? "" : " or more")
                    + " rows do not fit the mapping", findings);
        }
    }

    private void note(String column, String reason) {
        findings.add(Finding.row(number, column, reason));
        if (findings.size() == MAX_FINDINGS) {
            check();
        }
    }

    private static JsonNode facts(JsonNode mapped) {
        return mapped.path("facts").isObject() ? mapped.get("facts") : JsonNodeFactory.instance.objectNode();
    }
}
