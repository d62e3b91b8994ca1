package az.dost.vahid.journeys.quality;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.Paging;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.json.Json;
import az.dost.vahid.json.SheetText;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Where registers see their tickets and answer them, {@code contracts/quality.openapi.yaml}. Every look is in the audit
 * chain before it is answered.
 */
public final class TicketHandler {
    private static final int MOST = 200;
    private static final int MAX_BODY = 16 * 1024;
    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumns(
                    List.of(
                            "ticketId",
                            "state",
                            "openedAt",
                            "since",
                            "reopened",
                            "problem",
                            "rule",
                            "fact",
                            "field",
                            "fin",
                            "value",
                            "otherAgency",
                            "otherValue"),
                    CsvSchema.ColumnType.STRING)
            .build()
            .withHeader()
            .withLineSeparator("\r\n");
    private final Tickets tickets;
    private final TicketAnswers answers;
    private final AccessPolicy access;
    private final ActRecord acts;

    TicketHandler(Tickets tickets, TicketAnswers answers, AccessPolicy access, ActRecord acts) {
        this.tickets = tickets;
        this.answers = answers;
        this.access = access;
        this.acts = acts;
    }

    /** The newest first. @throws ProblemException NOT_GRANTED, FIELD_INVALID */
    public void list(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        String agency = agency(exchange);
        Progress.State state = state(message.getHeader("state", String.class));
        Paging paging = Paging.of(message, MOST);
        boolean csv = csv(message.getHeader("form", String.class));
        Slice<Ticket> found = tickets.ofAgency(agency, state, paging.id(), paging.limit());
        looked(exchange, agency, found.rows().size());
        if (csv) {
            HttpAnswer.bytes(
                    message, "text/csv; charset=utf-8", csv(found.rows()).getBytes(StandardCharsets.UTF_8));
        } else {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("agency", agency);
            ArrayNode list = body.putArray("tickets");
            found.rows().forEach(ticket -> list.add(json(ticket)));
            HttpAnswer.json(message, body);
        }
        paging.tell(message, found.next());
    }

    public void show(Exchange exchange) {
        String agency = agency(exchange);
        Ticket ticket = ticket(exchange, agency);
        looked(exchange, agency, 1);
        HttpAnswer.json(exchange.getMessage(), json(ticket));
    }

    /** @throws ProblemException NOT_FOUND for a ticket that waits for no answer of the agency */
    public void answer(Exchange exchange) throws IOException {
        String agency = agency(exchange);
        Answer said =
                said(StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY), Set.of("answer", "note")));
        Ticket ticket = ticket(exchange, agency);
        if (!answers.keep(ticket, said, by(exchange, JsonNodeFactory.instance.objectNode()))) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, null, "There is no ticket of this id that waits for you.");
        }
        HttpAnswer.json(exchange.getMessage(), json(tickets.find(ticket.id()).orElse(ticket)));
    }

    private static Answer said(JsonNode body) {
        text(body, "answer", true);
        text(body, "note", false);
        try {
            return Answer.of(body.path("answer").asText(), body.path("note").asText());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    e.getMessage().startsWith("The note") ? "note" : "answer",
                    e.getMessage());
        }
    }

    private static void text(JsonNode body, String field, boolean needed) {
        if (needed && !body.has(field)) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        if (body.has(field) && !body.path(field).isTextual()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, "It must be a text.");
        }
    }

    /** Nothing but its own name grants what an agency's tickets say. */
    private String agency(Exchange exchange) {
        String agency = exchange.getMessage().getHeader("agency", String.class);
        access.authoriseAct(
                exchange.getProperty(Requester.PROPERTY, Requester.class), Requester.TICKETS_OF + agency, null);
        return agency;
    }

    private Ticket ticket(Exchange exchange, String agency) {
        return tickets.find(id(exchange.getMessage().getHeader("id", String.class)))
                .filter(found -> found.asked().equals(agency))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, null, "You have no ticket of this id."));
    }

    private void looked(Exchange exchange, String agency, int many) {
        ObjectNode act = JsonNodeFactory.instance
                .objectNode()
                .put("requester", Caller.of(exchange).requester().id());
        by(exchange, act).put("agency", agency).put("tickets", many);
        acts.keep(RecordId.next(), "tickets-read", act, connection -> true);
    }

    /** Names the official whom the token proves, where it is no system's own. */
    private static ObjectNode by(Exchange exchange, ObjectNode act) {
        String official = Caller.of(exchange).official();
        return official == null ? act : act.put("official", official);
    }

    private ObjectNode json(Ticket ticket) {
        JsonNode content = tickets.content(ticket).map(JsonNode.class::cast).orElse(MissingNode.getInstance());
        ObjectNode json = TicketJson.of(ticket, content);
        if (content.has("answers")) {
            json.set("answers", content.get("answers"));
        }
        return json;
    }

    private String csv(List<Ticket> found) throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        for (Ticket ticket : found) {
            JsonNode json = json(ticket);
            Map<String, String> line = new LinkedHashMap<>();
            SCHEMA.iterator().forEachRemaining(column -> line.put(column.getName(), text(json.path(column.getName()))));
            line.put("fin", text(json.at("/subject/fin")));
            line.put("otherAgency", text(json.at("/other/agency")));
            line.put("otherValue", text(json.at("/other/value")));
            lines.add(line);
        }
        return Json.csv().writer(SCHEMA).writeValueAsString(lines);
    }

    private static String text(JsonNode value) {
        return SheetText.of(value.isContainerNode() ? value.toString() : value.asText(""));
    }

    private static boolean csv(String form) {
        if (form == null || form.equals("JSON") || form.equals("CSV")) {
            return "CSV".equals(form);
        }
        throw new ProblemException(ProblemCode.FIELD_INVALID, "form", "It must be JSON or CSV.");
    }

    private static Progress.State state(String name) {
        try {
            return name == null ? null : Progress.State.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "state", "It must be a state of a ticket.");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }
}
