package az.dost.vahid.passport;

import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Finds what a paper of a passport says that can never hold. */
final class DocumentCheck {
    private static final String DEATH = "death";
    private final CanonicalFacts known;
    private final Collection<Connector> connectors;
    private final Definition definition;
    private final List<Finding> findings;
    private final int number;

    /** @param number of the paper in its passport, from 0 */
    DocumentCheck(
            CanonicalFacts known,
            Collection<Connector> connectors,
            Definition definition,
            int number,
            List<Finding> findings) {
        this.known = known;
        this.connectors = connectors;
        this.definition = definition;
        this.number = number;
        this.findings = findings;
    }

    void check(Passport.PaperDocument paper) {
        if (paper.states().equals(Set.of(SubjectState.DECEASED)) && !DEATH.equals(paper.fact())) {
            found(
                    "only the register that holds deaths says of whom a paper of the dead alone makes no sense",
                    "states");
        }
        if (paper.fact() == null) {
            return;
        }
        if (connectors.stream()
                .noneMatch(connector -> connector.id().equals(paper.register())
                        && (connector.facts().contains(paper.fact())
                                || connector.confirms().contains(paper.fact())))) {
            found("no register is called " + paper.register() + " and gives the fact " + paper.fact(), "register");
        }
        JsonNode record = known.record(paper.fact(), paper.part());
        if (paper.part() != null && (record.isMissingNode() || !record.has("properties"))) {
            found("the fact " + paper.fact() + " has no list " + paper.part(), "part");
            return;
        }
        if (paper.listsAll() && (paper.part() != null || !known.isList(paper.fact()))) {
            found(
                    paper.part() == null
                            ? "the fact " + paper.fact() + " is no list"
                            : "each item of the list " + paper.part() + " is a paper of its own",
                    "listsAll");
        }
        paper.certifies().forEach(field -> exists(paper, record, field, "certifies"));
        paper.certifiesOneOf().forEach(field -> exists(paper, record, field, "certifiesOneOf"));
        new TreeMap<>(paper.where()).forEach((field, values) -> condition(paper, record, field, values));
        day(paper, record, paper.validFrom(), "validFrom");
        day(paper, record, paper.validUntil(), "validUntil");
    }

    private void day(Passport.PaperDocument paper, JsonNode record, String field, String member) {
        if (field != null
                && exists(paper, record, field, member)
                && !"date".equals(known.field(record, field).path("format").asText())) {
            found("the field " + field + " of " + paper.fact() + " is no day", member);
        }
    }

    private boolean exists(Passport.PaperDocument paper, JsonNode record, String field, String member) {
        boolean exists = record.path("properties").has(field);
        if (!exists) {
            found(
                    "the fact " + paper.fact() + (paper.part() == null ? "" : "/" + paper.part()) + " has no field "
                            + field,
                    member);
        }
        return exists;
    }

    private void condition(Passport.PaperDocument paper, JsonNode record, String field, Collection<String> values) {
        if (exists(paper, record, field, "where")) {
            JsonNode schema = known.field(record, field);
            values.stream()
                    .filter(value -> !possible(schema, value))
                    .sorted()
                    .forEach(value ->
                            found("the field " + field + " of " + paper.fact() + " is never " + value, "where"));
        }
    }

    private static boolean possible(JsonNode schema, String value) {
        if ("boolean".equals(schema.path("type").asText())) {
            return value.equals("true") || value.equals("false");
        }
        for (JsonNode one : schema.path("enum")) {
            if (one.asText().equals(value)) {
                return true;
            }
        }
        return !schema.has("enum");
    }

    private void found(String message, String member) {
        findings.add(definition.at(message, "documents", number, member));
    }
}
