package az.dost.vahid.journeys.exchange;

import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.RequestHash;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Keeps every call: its beginning before the provider hears of it, its end before the client has the whole answer. */
public final class ExchangeRecord {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeRecord.class);
    private static final String PASSED = "PASSED";
    private static final String BROKEN_OFF = "BROKEN_OFF";
    /** What is known at the end. */
    private static final List<String> ENDED =
            ExchangeRow.COLUMNS.subList(ExchangeRow.COLUMNS.indexOf("outcome"), ExchangeRow.COLUMNS.size());

    private static final String UPDATE = "with parts as (insert into exchange_message (exchange, part, content)"
            + " select ?, part, content from unnest(?, ?) as given (part, content)) update exchange set "
            + ENDED.stream().map(column -> column + " = ?, ").collect(Collectors.joining()) + ExchangeRow.MAC
            + " = ? where id = ?";
    private static final Map<String, String> TIMES =
            Map.of("received_at", "receivedAt", "ended_at", "endedAt", "answered_at", "answeredAt");
    private final ActRecord acts;
    private final RowSeals seals;
    private final Bodies bodies;

    ExchangeRecord(ActRecord acts, Bodies bodies, RowSeals seals) {
        this.seals = seals;
        this.acts = acts;
        this.bodies = bodies;
    }

    /** @throws ExchangeFault DUPLICATE_MESSAGE_ID, or LOGGING_FAILED: what cannot be recorded is not delivered */
    public void begin(Exchange exchange) {
        begin(Passage.of(exchange));
    }

    void begin(Passage passage) {
        ObjectNode said = said(passage).put("verb", passage.verb);
        if (!keep(passage.id, "exchange-begun", said, connection -> insert(connection, passage))) {
            throw new ExchangeFault(
                    FaultCode.DUPLICATE_MESSAGE_ID,
                    "The client has sent a request under this X-Road-Id before; give each its own.");
        }
        passage.begun = true;
    }

    private static ObjectNode said(Passage passage) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        put(said, "requester", passage.requester == null ? null : passage.requester.id());
        put(said, "client", passage.client);
        put(said, "service", passage.service);
        put(said, "messageId", passage.messageId);
        put(said, "caseRef", passage.issue);
        return said;
    }

    private static void put(ObjectNode said, String name, Object value) {
        if (value != null) {
            said.put(name, value.toString());
        }
    }

    private static boolean insert(Connection connection, Passage passage) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into exchange (id, client, service, message_id, requester, protocol,"
                        + " verb, issue, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setObject(1, passage.id);
            insert.setString(2, passage.client.toString());
            insert.setString(3, passage.service.toString());
            insert.setString(4, passage.messageId);
            insert.setString(5, passage.requester.id());
            insert.setString(6, passage.protocol.name());
            insert.setString(7, passage.verb);
            insert.setString(8, passage.issue);
            insert.setTimestamp(9, ExchangeRow.time(passage.received));
            return insert.executeUpdate() > 0;
        }
    }

    /** The answer was passed on, whatever the provider said in it. */
    void passed(Passage passage) {
        end(passage, PASSED);
    }

    /** Keeps a fault: of a call that had begun as its end, else as a refusal. */
    void failed(Passage passage, FaultCode code) {
        if (passage.begun) {
            end(passage, code.name());
        } else {
            refused(passage, code);
        }
    }

    private void refused(Passage passage, FaultCode code) {
        try {
            acts.keepRefusal(passage.id, passage.requester != null, "exchange-refused", code.newer(), said(passage));
        } catch (ProblemException | DataAccessException e) {
            throw unrecorded();
        }
    }

    static ExchangeFault unrecorded() {
        return new ExchangeFault(
                FaultCode.LOGGING_FAILED, "The exchange cannot be recorded, so it is not made; repeat it later.");
    }

    /**
     * Keeps, of a call that nobody has ended, that its client did not stay to the end of its answer, or the provider
     * broke off.
     */
    void abandoned(Passage passage) {
        if (passage.begun && !passage.ended) {
            try {
                end(passage, BROKEN_OFF);
            } catch (ExchangeFault e) {
                LOG.error("The end of exchange {} was not recorded", passage.id);
            }
        }
    }

    private void end(Passage passage, String outcome) {
        if (passage.ended) {
            return;
        }
        UUID entry = RecordId.next();
        Map<String, Object> row = ExchangeRow.of(passage, outcome, entry);
        ObjectNode said = said(passage)
                .put("exchange", passage.id.toString())
                .put("outcome", outcome)
                .put("requestHash", passage.requestHash)
                .put("status", passage.status)
                .put(
                        "elapsedMs",
                        Duration.ofNanos(System.nanoTime() - passage.began).toMillis())
                .put("verb", passage.verb)
                .put("protocol", passage.protocol.name());
        TIMES.forEach(
                (column, name) -> put(said, name, row.get(column) instanceof Timestamp time ? time.toInstant() : null));
        body(said, "request", passage.sent);
        body(said, "response", passage.answer);
        Map<String, byte[]> parts = parts(passage);
        keep(entry, "exchange-ended", said, connection -> update(connection, row, parts));
        passage.ended = true;
    }

    private static void body(ObjectNode said, String name, PassingBody body) {
        if (body != null && body.sha512() != null) {
            said.put(name + "Bytes", body.length())
                    .put(
                            name + "Sha512",
                            Base64.getUrlEncoder().withoutPadding().encodeToString(body.sha512()));
        }
    }

    /** Sealed here, by the caller's thread: the writer only writes. */
    private Map<String, byte[]> parts(Passage passage) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("request-head", RequestHash.head(passage.verb, passage.target, passage.headers));
        if (passage.sent != null && passage.sent.sha512() != null) {
            parts.put("request-body", passage.sent.kept());
        }
        if (passage.answer != null) {
            parts.put(
                    "response-head",
                    RequestHash.head("HTTP/1.1", String.valueOf(passage.status), passage.answerHeaders));
            parts.put("response-body", passage.answer.sha512() == null ? null : passage.answer.kept());
        }
        parts.values().removeIf(part -> part == null || part.length == 0);
        parts.replaceAll((name, part) -> bodies.seal(passage.id, DataClass.EXCHANGE, name, part));
        return parts;
    }

    /**
     * One statement, parts and all: every caller's end waits for the one writer, and the writer for the database's
     * answers.
     */
    private boolean update(Connection connection, Map<String, Object> row, Map<String, byte[]> parts)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setObject(1, row.get("id"));
            update.setArray(2, connection.createArrayOf("text", parts.keySet().toArray(String[]::new)));
            update.setArray(3, connection.createArrayOf("bytea", parts.values().toArray(byte[][]::new)));
            int at = 4;
            for (String column : ENDED) {
                update.setObject(at++, row.get(column));
            }
            update.setBytes(at++, ExchangeRow.seal(seals, row));
            update.setObject(at, row.get("id"));
            return update.executeUpdate() > 0;
        }
    }

    private boolean keep(UUID id, String act, ObjectNode said, ActRecord.Change change) {
        try {
            return acts.keep(id, act, said, change);
        } catch (ProblemException | DataAccessException e) {
            throw unrecorded();
        }
    }
}
