package az.dost.vahid.bench.floor;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.RequestHash;
import az.dost.vahid.xroad.ServiceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/**
 * The hashes and the record of a call between members as the gateway makes them, for the application that it is
 * measured against: two entries of the chain, one row under its seal, heads and bodies sealed. Nobody is asked who he
 * is.
 */
public final class LeanExchange {
    private static final String CLIENT = MemberId.of("AZ/GOV/dost/centre-1").toString();
    private static final String SERVICE =
            ServiceId.of("AZ", "GOV", "stub", "register", "plain").toString();
    private static final String VERB = "POST";
    private static final String PASSED = "PASSED";
    private static final String BEGIN =
            "insert into exchange (id, client, service, message_id, requester, protocol, verb, received_at)"
                    + " values (?, ?, ?, ?, ?, 'REST', 'POST', ?) on conflict do nothing";
    private static final String END = "with parts as (insert into exchange_message (exchange, part, content)"
            + " select ?, part, content from unnest(?, ?) as given (part, content))"
            + " update exchange set outcome = ?, ended_at = ?, answered_at = ?, request_hash = ?, request_bytes = ?,"
            + " request_digest = ?, response_status = ?, response_bytes = ?, response_digest = ?, entry = ?, mac = ?"
            + " where id = ?";
    private final ActRecord acts;
    private final Bodies bodies;
    private final RowSeals seals;
    private final String requester;

    public LeanExchange(ApplicationContext parts, String requester) {
        this.acts = parts.getBean(ActRecord.class);
        this.bodies = parts.getBean(Bodies.class);
        this.seals = parts.getBean(RowSeals.class);
        this.requester = requester;
    }

    /** A call that the record knows of. */
    public static final class Call {
        private final UUID id = RecordId.next();
        private final String messageId = UUID.randomUUID().toString();
        private final long began = System.nanoTime();
        private final Instant received = Instant.now().truncatedTo(ChronoUnit.MICROS);
        private final byte[] body;
        private final byte[] digest;
        private final byte[] head;
        private final String hash;

        private Call(String target, byte[] body) {
            List<RequestHash.Header> headers = List.of(
                    new RequestHash.Header("x-road-id", messageId),
                    new RequestHash.Header("x-road-request-id", id.toString()));
            this.body = body;
            this.digest = sha512(body);
            this.head = RequestHash.head(VERB, target, headers);
            RequestHash request = new RequestHash(VERB, target, headers);
            this.hash = body.length == 0 ? request.value() : request.value(digest);
        }
    }

    /** Waits until it is durable that the call begins. */
    public Call begin(String target, byte[] body) {
        Call call = new Call(target, body);
        acts.keep(call.id, "exchange-begun", said(call), connection -> insert(connection, call));
        return call;
    }

    private boolean insert(Connection connection, Call call) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setObject(1, call.id);
            insert.setString(2, CLIENT);
            insert.setString(3, SERVICE);
            insert.setString(4, call.messageId);
            insert.setString(5, requester);
            insert.setTimestamp(6, Timestamp.from(call.received));
            return insert.executeUpdate() > 0;
        }
    }

    private ObjectNode said(Call call) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("requester", requester)
                .put("client", CLIENT)
                .put("service", SERVICE)
                .put("messageId", call.messageId)
                .put("verb", VERB);
    }

    /** Waits until it is durable what was answered. */
    public void end(Call call, int status, byte[] answer) {
        Instant answered = Instant.now().truncatedTo(ChronoUnit.MICROS);
        byte[] digest = sha512(answer);
        UUID entry = RecordId.next();
        Instant ended = Instant.now().truncatedTo(ChronoUnit.MICROS);
        ObjectNode said = said(call)
                .put("exchange", call.id.toString())
                .put("outcome", PASSED)
                .put("requestHash", call.hash)
                .put("status", status)
                .put("elapsedMs", (System.nanoTime() - call.began) / 1_000_000)
                .put("protocol", "REST")
                .put("receivedAt", call.received.toString())
                .put("endedAt", ended.toString())
                .put("answeredAt", answered.toString());
        body(said, "request", call.body, call.digest);
        body(said, "response", answer, digest);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("request-head", call.head);
        parts.put("request-body", call.body);
        parts.put("response-head", RequestHash.head("HTTP/1.1", String.valueOf(status), List.of()));
        parts.put("response-body", answer);
        parts.replaceAll((name, part) -> bodies.seal(call.id, DataClass.EXCHANGE, name, part));
        // In the order in which the gateway seals a row.
        byte[] seal = seals.of(
                "exchange",
                call.id,
                CLIENT,
                SERVICE,
                call.messageId,
                requester,
                "REST",
                VERB,
                null,
                call.received.toString(),
                PASSED,
                ended.toString(),
                answered.toString(),
                call.hash,
                (long) call.body.length,
                call.digest,
                status,
                (long) answer.length,
                digest,
                entry);
        acts.keep(entry, "exchange-ended", said, connection -> {
            try (PreparedStatement update = connection.prepareStatement(END)) {
                update.setObject(1, call.id);
                update.setArray(
                        2, connection.createArrayOf("text", parts.keySet().toArray(String[]::new)));
                update.setArray(
                        3, connection.createArrayOf("bytea", parts.values().toArray(byte[][]::new)));
                update.setString(4, PASSED);
                update.setTimestamp(5, Timestamp.from(ended));
                update.setTimestamp(6, Timestamp.from(answered));
                update.setString(7, call.hash);
                update.setLong(8, call.body.length);
                update.setBytes(9, call.digest);
                update.setInt(10, status);
                update.setLong(11, answer.length);
                update.setBytes(12, digest);
                update.setObject(13, entry);
                update.setBytes(14, seal);
                update.setObject(15, call.id);
                return update.executeUpdate() > 0;
            }
        });
    }

    private static void body(ObjectNode said, String name, byte[] body, byte[] digest) {
        said.put(name + "Bytes", body.length)
                .put(name + "Sha512", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    private static byte[] sha512(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
