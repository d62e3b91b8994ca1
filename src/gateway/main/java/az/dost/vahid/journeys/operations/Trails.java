package az.dost.vahid.journeys.operations;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.QueryTimeoutException;

/**
 * What became of lookups, without anything of whom they were about. That somebody looks is in the audit chain before he
 * sees anything.
 */
final class Trails {
    static final int MOST = 50;
    private final ActRecord acts;
    private final Trail trail;
    private final DossierRecord record;

    Trails(ActRecord acts, Trail trail, DossierRecord record) {
        this.acts = acts;
        this.trail = trail;
        this.record = record;
    }

    /**
     * The newest first.
     *
     * @throws ProblemException NOT_FOUND for one that there is not, or that is nobody's to see; FIELD_INVALID for a
     *     case in more days than can be read
     */
    List<ObjectNode> find(Operator by, TrailQuestion question) {
        acts.keep(
                RecordId.next(),
                "trail-viewed",
                question.said(by.said(JsonNodeFactory.instance.objectNode())),
                connection -> true);
        List<JsonNode> entries = entries(question).stream().filter(Trails::told).toList();
        if (entries.isEmpty() && question.id() != null) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        Map<UUID, byte[]> contents = record.contents(entries.stream()
                .filter(TrailJson::dossier)
                .map(entry -> UUID.fromString(entry.path("id").asText()))
                .toList());
        return entries.stream()
                .map(entry -> TrailJson.of(
                        entry, contents.get(UUID.fromString(entry.path("id").asText()))))
                .toList();
    }

    private List<JsonNode> entries(TrailQuestion question) {
        try {
            return question.id() != null
                    ? trail.lookup(question.id()).stream().toList()
                    : trail.ofCase(question.requester(), question.caseRef(), question.days(), MOST);
        } catch (QueryTimeoutException e) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    "days",
                    "These days have too many entries to be read at once. Name fewer.");
        }
    }

    /** A refusal for a protected person or a rule against misuse is told to auditors alone. */
    private static boolean told(JsonNode entry) {
        return !ProblemCode.APPROVAL_NEEDED.name().equals(entry.path("code").asText());
    }
}
