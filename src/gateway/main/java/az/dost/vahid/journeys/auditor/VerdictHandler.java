package az.dost.vahid.journeys.auditor;

import az.dost.vahid.edge.access.Auditor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * Shows an auditor which papers a dossier asked for: of whom it is about, and of what registers said, nothing. A
 * dossier that a law withholds is told like one that there is not.
 */
public final class VerdictHandler {
    private final Trail trail;
    private final DossierRecord record;
    private final ActRecord acts;

    VerdictHandler(Trail trail, DossierRecord record, ActRecord acts) {
        this.trail = trail;
        this.record = record;
        this.acts = acts;
    }

    public void show(Exchange exchange) {
        Auditor auditor = Auditor.of(exchange);
        UUID id = PathId.of(exchange);
        acts.keep(
                RecordId.next(), "verdicts-viewed", Acts.by(auditor).put("dossier", id.toString()), connection -> true);
        JsonNode entry = trail.lookup(id)
                .filter(one -> one.path("kind").asText().equals("DOSSIER"))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        byte[] content = record.contents(List.of(id)).get(id);
        if (content == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        HttpAnswer.json(exchange.getMessage(), json(entry, read(content)));
    }

    private static ObjectNode json(JsonNode entry, JsonNode dossier) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("dossierId", entry.path("id").textValue())
                .put("assembledAt", entry.path("at").textValue());
        for (String name : List.of("requester", "official", "caseRef", "service")) {
            json.put(name, entry.path(name).textValue());
        }
        json.put("completeness", dossier.path("completeness").textValue());
        ArrayNode documents = json.putArray("documents");
        for (JsonNode document : dossier.path("documents")) {
            ObjectNode one = documents.addObject();
            for (String name : List.of("id", "title", "concerns", "verdict")) {
                one.set(name, document.path(name));
            }
            // The code alone: day and field are what a register said.
            one.put("reason", document.at("/reason/code").textValue());
        }
        return json;
    }

    private static JsonNode read(byte[] content) {
        try {
            return StrictJson.tree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
