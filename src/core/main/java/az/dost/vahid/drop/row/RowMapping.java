package az.dost.vahid.drop.row;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.RowFinding;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** Maps rows to facts; notes bad rows up to a number and goes on, so that one report tells them all. */
public final class RowMapping {
    private static final int MAX_FINDINGS = 100;
    private final Mapping mapping;
    private final List<RowFinding> findings = new ArrayList<>();
    private JsonNode good;
    private long number;

    public RowMapping(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * @return null for a bad row
     * @throws DropRefused once there are too many of them
     */
    public HeldRow map(JsonNode row) {
        number++;
        try {
            JsonNode mapped = mapping.applyWhole(row);
            String fin = mapped.path("subject").asText();
            if (Fin.matches(fin)) {
                JsonNode facts = mapped.path("deleted").asBoolean() ? null : facts(mapped);
                good = row;
                return new HeldRow(fin, number, facts);
            }
            note(
                    new ColumnSearch(mapping, row, good).ofSubject(),
                    "The FIN does not have 7 characters of 0-9 and A-Z without I and O");
        } catch (MappingException e) {
            note(new ColumnSearch(mapping, row, good).failingWith(e.getMessage()), e.getMessage());
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            // The mapping language itself stumbles; the text of such an error may quote the row.
            note(null, "The row does not fit the mapping");
        }
        return null;
    }

    public long number() {
        return number;
    }

    /** @throws DropRefused when any row was bad */
    public void check() {
        if (!findings.isEmpty()) {
            throw new DropRefused(
                    Reason.UNMAPPABLE,
                    findings.size() + (findings.size() < MAX_FINDINGS ? "" : " or more")
                            + " rows do not fit the mapping",
                    findings);
        }
    }

    private void note(String column, String reason) {
        findings.add(RowFinding.row(number, column, reason));
        if (findings.size() == MAX_FINDINGS) {
            check();
        }
    }

    private static JsonNode facts(JsonNode mapped) {
        return mapped.path("facts").isObject() ? mapped.get("facts") : JsonNodeFactory.instance.objectNode();
    }
}
