package az.dost.vahid.journeys.exchange;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.Receipts;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.container.ContainerSigner;
import az.dost.vahid.signature.container.MediaTypes;
import az.dost.vahid.xroad.IdentifierException;
import az.dost.vahid.xroad.MemberId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.jdbc.core.JdbcTemplate;

/** GET /asic: one exchange in a signed container, for those between whom it was made. */
public final class ExchangeEvidence {
    private static final String TYPE = "application/vnd.etsi.asic-e+zip";
    private final JdbcTemplate jdbc;
    private final Bodies bodies;
    private final Receipts receipts;
    private final ContainerSigner signer;
    private final RowTrust trust;

    ExchangeEvidence(JdbcTemplate jdbc, Bodies bodies, Receipts receipts, ContainerSigner signer, RowTrust trust) {
        this.trust = trust;
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.receipts = receipts;
        this.signer = signer;
    }

    /**
     * @throws ProblemException FIELD_MISSING, FIELD_INVALID, or EXCHANGE_UNKNOWN, also for who was no part of it, and
     *     for what was changed since
     */
    public void give(Exchange exchange) {
        Message message = exchange.getMessage();
        Requester requester = FrontDoor.requester(exchange);
        MemberId client = client(message);
        Map<String, Object> row = jdbc
                .queryForList(
                        "select * from exchange where client = ? and message_id = ? and outcome is not null",
                        client.toString(),
                        parameter(message, "queryId"))
                .stream()
                .findFirst()
                .filter(found -> trust.believes(
                        ExchangeRow.holds(trust.seals(), found), (byte[]) found.get(ExchangeRow.MAC), "exchange", (UUID)
                                found.get("id")))
                .filter(found -> partOf(requester, client, (String) found.get("service")))
                .orElseThrow(() -> new ProblemException(ProblemCode.EXCHANGE_UNKNOWN));
        boolean request = message.getHeader("responseOnly") == null;
        boolean response = message.getHeader("requestOnly") == null;
        Map<String, String> mediaTypes = new HashMap<>();
        byte[] container = signer.sign(parts(row, request, response, mediaTypes), mediaTypes);
        HttpAnswer.bytes(message, TYPE, container);
    }

    private static MemberId client(Message message) {
        try {
            return MemberId.ofParts(
                    parameter(message, "xRoadInstance"),
                    parameter(message, "memberClass"),
                    parameter(message, "memberCode"),
                    message.getHeader("subsystemCode", String.class));
        } catch (IdentifierException e) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "memberCode", e.getMessage() + ".");
        }
    }

    private static String parameter(Message message, String name) {
        String value = message.getHeader(name, String.class);
        if (value == null) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, name, "The parameter is missing.");
        }
        return value;
    }

    private static boolean partOf(Requester requester, MemberId client, String service) {
        return requester.members().stream()
                .map(MemberId::of)
                .anyMatch(member ->
                        member.equals(client) || service.startsWith(member + "/") && member.subsystem() != null);
    }

    private Map<String, byte[]> parts(
            Map<String, Object> row, boolean request, boolean response, Map<String, String> mediaTypes) {
        UUID id = (UUID) row.get("id");
        Map<String, byte[]> kept = new LinkedHashMap<>();
        jdbc.query(
                "select part, content from exchange_message where exchange = ? order by part",
                found -> {
                    kept.put(
                            found.getString(1),
                            bodies.open(id, DataClass.EXCHANGE, found.getString(1), found.getBytes(2)));
                },
                id);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("exchange.json", summary(row).toString().getBytes(StandardCharsets.UTF_8));
        kept.forEach((name, content) -> {
            if (name.startsWith("request") ? request : response) {
                String type = name.endsWith("body") ? type(kept.get(name.replace("body", "head"))) : "text/plain";
                String part = name + "." + (name.endsWith("body") ? MediaTypes.end(type) : "txt");
                parts.put(part, content);
                mediaTypes.put(part, MediaTypes.own(type, part));
            }
        });
        receipts.of((UUID) row.get("entry")).ifPresent(receipt -> parts.put("receipt.json", receipt));
        return parts;
    }

    /** Content type that a head tells, null for none. */
    private static String type(byte[] head) {
        return head == null
                ? null
                : new String(head, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.regionMatches(true, 0, "content-type:", 0, 13))
                        .map(line -> line.substring(13))
                        .findFirst()
                        .orElse(null);
    }

    private static ObjectNode summary(Map<String, Object> row) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        ExchangeRow.COLUMNS.forEach(name -> {
            Object value = row.get(name);
            if (value instanceof byte[] digest) {
                summary.put(
                        camel(name).replace("Digest", "Sha512"),
                        Base64.getEncoder().encodeToString(digest));
            } else if (value instanceof Timestamp time) {
                summary.put(camel(name), time.toInstant().toString());
            } else if (value instanceof Number number) {
                summary.put(camel(name), number.longValue());
            } else if (value != null && !name.equals("requester")) {
                summary.put(camel(name), value.toString());
            }
        });
        return summary;
    }

    private static String camel(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
