package az.dost.vahid.journeys.misuse;

import az.dost.vahid.edge.access.Auditor;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.DossierRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Where auditors work off hits, {@code contracts/audit.openapi.yaml}. Every act, looking included, is in the audit
 * chain before it is answered.
 */
public final class HitHandler {
    private static final Set<String> STATES = Set.of("OPEN", "ASSIGNED", "CLOSED");
    private static final String TOO_STRICT = "RULE_TOO_STRICT";
    private static final Set<String> REASONS = Set.of("JUSTIFIED", "MISUSE", TOO_STRICT);
    private static final String TOO_LATE = "_TOO_LATE";
    private static final int PAGE = 100;
    private static final int LONGEST_NOTE = 1000;
    private final HitRows rows;
    private final DossierRecord record;
    private final CitizenQuestions questions;

    HitHandler(HitRows rows, DossierRecord record, CitizenQuestions questions) {
        this.rows = rows;
        this.record = record;
        this.questions = questions;
    }

    public void list(Exchange exchange) {
        Auditor auditor = Auditor.of(exchange);
        String state = exchange.getMessage().getHeader("state", "OPEN", String.class);
        if (!STATES.contains(state)) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "state", "It must be one of OPEN, ASSIGNED and CLOSED.");
        }
        Paging paging = Paging.of(exchange.getMessage(), PAGE);
        List<Hit> hits = rows.list(state, paging.id(), paging.limit());
        did(auditor, "LIST", null, state);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("hits");
        hits.forEach(hit -> list.add(HitJson.of(hit)));
        UUID next =
                hits.size() < paging.limit() ? null : hits.get(hits.size() - 1).id();
        if (next != null) {
            body.put("before", next.toString());
        }
        HttpAnswer.json(exchange.getMessage(), body);
        paging.tell(exchange.getMessage(), next);
    }

    public void show(Exchange exchange) {
        Auditor auditor = Auditor.of(exchange);
        Hit hit = hit(exchange);
        did(auditor, "SHOW", hit.id(), null);
        ObjectNode body = HitJson.of(hit);
        questions.text(hit.id()).ifPresent(text -> body.put("question", text));
        HttpAnswer.json(exchange.getMessage(), body);
    }

    public void assign(Exchange exchange) throws IOException {
        Auditor auditor = Auditor.of(exchange);
        Hit hit = hit(exchange);
        JsonNode body = HitJson.read(exchange.getMessage(), Set.of("assignee"));
        String assignee = body.path("assignee").textValue();
        if (assignee == null || !auditor.requester().judges(assignee)) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "assignee", "It must be an auditor of your system.");
        }
        mayDecide(auditor, hit);
        change(auditor, "ASSIGN", hit, assignee, connection -> HitRows.assign(connection, hit.id(), assignee));
        HttpAnswer.json(exchange.getMessage(), HitJson.of(hit(hit.id())));
    }

    public void close(Exchange exchange) throws IOException {
        Auditor auditor = Auditor.of(exchange);
        Hit hit = hit(exchange);
        JsonNode body = HitJson.read(exchange.getMessage(), Set.of("reason", "note"));
        String reason = body.path("reason").asText();
        String note = body.path("note").asText();
        if (!REASONS.contains(reason)) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "reason", "It must be one of JUSTIFIED, MISUSE and RULE_TOO_STRICT.");
        }
        if (reason.equals(TOO_STRICT) && hit.rule().equals(CitizenQuestions.RULE)) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    "reason",
                    "A citizen asked, and no rule: it must be JUSTIFIED or MISUSE.");
        }
        if (note.isBlank() || note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    "note",
                    "It must say in 1 to " + LONGEST_NOTE + " characters what was found.");
        }
        mayDecide(auditor, hit);
        change(
                auditor,
                "CLOSE",
                hit,
                reason,
                connection -> HitRows.close(connection, hit.id(), reason, note, auditor.official()));
        HttpAnswer.json(exchange.getMessage(), HitJson.of(hit(hit.id())));
    }

    /** An act that came too late has another name in the chain: a hit is closed there once. */
    private void change(Auditor auditor, String act, Hit hit, String what, ActRecord.Change change) {
        if (!record.keepAct(auditor.requester().id(), auditor.official(), act, hit.id(), what, change)) {
            did(auditor, act + TOO_LATE, hit.id(), what);
            throw new ProblemException(ProblemCode.NOT_FOUND, null, "There is no hit of this id that is not closed.");
        }
    }

    private Hit hit(Exchange exchange) {
        return hit(id(exchange.getMessage().getHeader("id", String.class), ProblemCode.NOT_FOUND, null));
    }

    private Hit hit(UUID id) {
        return rows.find(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, null, "There is no hit of this id."));
    }

    private static UUID id(String text, ProblemCode otherwise, String field) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(otherwise, field, null);
        }
    }

    /** Nobody decides in his own matter: one login is one person, whichever system it was used at. */
    private static void mayDecide(Auditor auditor, Hit hit) {
        if (hit.official().equals(auditor.official())) {
            throw new ProblemException(
                    ProblemCode.OWN_MATTER, null, "A hit about yourself is another auditor's to work off.");
        }
    }

    private void did(Auditor auditor, String act, UUID hit, String what) {
        record.keepAct(auditor.requester().id(), auditor.official(), act, hit, what);
    }

    /** Hits, and what auditors say of them, as JSON. */
    private static final class HitJson {
        private static final int LONGEST = 16 * 1024;

        /** What is not known, or not yet, is left out. */
        static ObjectNode of(Hit hit) {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", hit.id().toString())
                    .put("rule", hit.rule())
                    .put("action", hit.action())
                    .put("requester", hit.requester())
                    .put("official", hit.official());
            put(json, "service", hit.service());
            put(json, "caseRef", hit.caseRef());
            put(json, "person", hit.person());
            if (hit.rule().equals(CitizenQuestions.RULE)) {
                json.put("askedByCitizen", true);
            }
            json.put("times", hit.times())
                    .put("firstAt", hit.firstAt().toString())
                    .put("lastAt", hit.lastAt().toString())
                    .put("state", hit.state());
            put(json, "assignee", hit.assignee());
            put(json, "reason", hit.reason());
            put(json, "note", hit.note());
            put(json, "closedBy", hit.closedBy());
            put(json, "closedAt", hit.closedAt());
            return json;
        }

        private static void put(ObjectNode json, String name, Object value) {
            if (value != null) {
                json.put(name, value.toString());
            }
        }

        /** @throws ProblemException REQUEST_TOO_LARGE, REQUEST_MALFORMED or FIELD_UNKNOWN */
        static JsonNode read(Message message, Set<String> known) throws IOException {
            return StrictJson.object(BoundedBody.of(message, LONGEST), known);
        }

        private HitJson() {}
    }
}
