package az.dost.vahid.sources.agency.wire;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.SqlText;
import az.dost.vahid.json.Json;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Wire;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.postgresql.util.PGobject;

/** A view's query, and its rows as {@code {asked, at, rows: [{column: value}]}}. */
public final class SqlWire implements Wire {
    private static final ObjectMapper JSON = Json.mapper();
    // The successor is a setting of a mapper; these nodes are made by none.
    @SuppressWarnings("deprecation")
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final String query;

    /** @throws StartException when the query could do more than read */
    public SqlWire(String agency, String query) {
        SqlText.of(query).mistake().ifPresent(mistake -> {
            throw new StartException("The query of the connector " + agency + " cannot be used: " + mistake.what());
        });
        this.query = query;
    }

    @Override
    public void ask(Message message, Conversation conversation) {
        message.removeHeaders("*");
        message.setBody(query);
    }

    @Override
    public Reply take(Message message, Conversation conversation) {
        ObjectNode reply = NODES.objectNode()
                .put("asked", conversation.question.fin())
                .put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        ArrayNode rows = reply.putArray("rows");
        for (Object row : message.getBody(List.class)) {
            ObjectNode columns = rows.addObject();
            ((Map<?, ?>) row).forEach((name, value) -> columns.set(name.toString(), node(value)));
        }
        byte[] body = reply.toString().getBytes(StandardCharsets.UTF_8);
        if (body.length > conversation.maxReplyBytes) {
            throw new AgencyException(Verdict.REJECTED, Reason.TOO_LONG);
        }
        return new Reply(body, "application/json", null);
    }

    private static JsonNode node(Object value) {
        try {
            if (value instanceof PGobject object && object.getType().startsWith("json")) {
                return JSON.readTree(object.getValue());
            } else if (value instanceof Array array) {
                ArrayNode all = NODES.arrayNode();
                for (Object element : (Object[]) array.getArray()) {
                    all.add(node(element));
                }
                return all;
            }
        } catch (JsonProcessingException | SQLException e) {
            throw new AgencyException(Verdict.REJECTED, Reason.MALFORMED);
        }
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (value instanceof Number number) {
            return NODES.numberNode(new BigDecimal(number.toString()));
        } else if (value instanceof byte[] bytes) {
            return NODES.binaryNode(bytes);
        }
        return NODES.textNode(value instanceof Timestamp time ? time.toInstant().toString() : value.toString());
    }
}
