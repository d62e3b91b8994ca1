package az.dost.vahid.faces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Messages of SPDCI as a system writes them, to the running gateway. */
final class SpdciMessages {
    static final String SOCIAL = "/v1/spdci/social/registry/sync/search";
    static final String DISABILITY = "/v1/spdci/disability/registry/sync/search";
    static final String DISABLED = "/v1/spdci/disability/registry/sync/disabled";
    static final String INFO = "/v1/spdci/disability/registry/sync/get-disability-info";
    static final String SERVICE = "ccu-intake";
    static final String LATER = "/v1/spdci/social/registry/search";
    static final String STATUS = "/v1/spdci/social/registry/sync/txn/status";
    static final String STATUS_LATER = "/v1/spdci/social/registry/txn/status";
    static final String SUBSCRIBE = "/v1/spdci/social/registry/subscribe";
    static final String UNSUBSCRIBE = "/v1/spdci/social/registry/unsubscribe";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What becomes of a message over HTTP, whatever it is. */
    static HttpResponse<byte[]> send(String path, JsonNode message, Map<String, String> headers) {
        SpdciSender.get();
        return Gateway.send("POST", path, message.toString(), headers);
    }

    static HttpResponse<byte[]> send(String path, JsonNode message) {
        return send(path, message, headers());
    }

    static Map<String, String> headers() {
        return Map.of("Authorization", "Bearer demo-spdci", "Content-Type", "application/json");
    }

    /** Sends it, and holds what comes to the contract. */
    static JsonNode answer(String path, JsonNode message) {
        HttpResponse<byte[]> answer = send(path, message);
        OpenApi.check(path, "post", answer);
        return json(answer);
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Sends one that is answered later.
     *
     * @return its {@code correlation_id}
     */
    static String acknowledged(String path, JsonNode message) {
        HttpResponse<byte[]> answer = send(path, message);
        OpenApi.check(path, "post", answer);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(202);
        assertThat(json(answer).at("/message/ack_status").asText()).isEqualTo("ACK");
        return json(answer).at("/message/correlation_id").asText();
    }

    /** A case that no other test has. */
    static String newCase() {
        return "SPDCI/" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A message without requests, with all that the country asks for in its meta. */
    static ObjectNode message(String service, String caseRef) {
        ObjectNode message = JSON.createObjectNode().put("signature", "unsigned");
        message.putObject("header")
                .put("version", "1.0.0")
                .put("message_id", UUID.randomUUID().toString())
                .put("message_ts", Instant.now().toString())
                .put("action", "search")
                .put("sender_id", "demo-spdci")
                .put("receiver_id", "vahid")
                .put("total_count", 0)
                .putObject("meta")
                .put("service", service)
                .put("case_ref", caseRef)
                .put("official", "case.worker");
        message.putObject("message").put("transaction_id", UUID.randomUUID().toString());
        return message;
    }

    static ObjectNode header(ObjectNode message) {
        return (ObjectNode) message.path("header");
    }

    static ObjectNode meta(ObjectNode message) {
        return (ObjectNode) message.at("/header/meta");
    }

    /** Adds a search by identifier; gives its criteria. */
    static ObjectNode search(ObjectNode message, String reference, String fin) {
        ObjectNode body = (ObjectNode) message.path("message");
        var searches = body.withArray("search_request");
        ObjectNode criteria = searches.addObject()
                .put("reference_id", reference)
                .put("timestamp", Instant.now().toString())
                .putObject("search_criteria")
                .put("query_type", "idtype-value");
        criteria.putObject("query").put("type", "UIN").put("value", fin);
        header(message).put("total_count", searches.size());
        return criteria;
    }

    static ObjectNode search(String fin, String service, String caseRef) {
        ObjectNode message = message(service, caseRef);
        search(message, "r-1", fin);
        return message;
    }

    /** How far searches are: by {@code transaction_id}, {@code correlation_id} or {@code reference_id_list}. */
    static ObjectNode status(String transaction, String by, JsonNode value) {
        ObjectNode message = message(SERVICE, newCase());
        header(message).put("action", "txn-status").put("total_count", 1);
        ((ObjectNode) message.path("message"))
                .put("transaction_id", transaction)
                .putObject("txnstatus_request")
                .put("reference_id", "s-1")
                .put("txn_type", "search")
                .put("attribute_type", by)
                .set("attribute_value", value);
        return message;
    }

    static ObjectNode subscribe(String fin, String event, String caseRef) {
        ObjectNode message = message(SERVICE, caseRef);
        header(message).put("action", "subscribe").put("total_count", 1);
        ((ObjectNode) message.path("message"))
                .putArray("subscribe_request")
                .addObject()
                .put("reference_id", "r-1")
                .put("timestamp", Instant.now().toString())
                .putObject("subscribe_criteria")
                .put("reg_event_type", event)
                .put("notify_record_type", "Member")
                .putObject("filter")
                .put("type", "UIN")
                .put("value", fin);
        return message;
    }

    static ObjectNode unsubscribe(String... codes) {
        ObjectNode message = message(SERVICE, newCase());
        header(message).put("action", "unsubscribe").put("total_count", 1);
        ObjectNode body = (ObjectNode) message.path("message");
        body.put("timestamp", Instant.now().toString());
        for (String code : codes) {
            body.withArray("subscription_codes").add(code);
        }
        return message;
    }

    static ObjectNode disabled(String fin, String service, String caseRef) {
        ObjectNode message = message(service, caseRef);
        header(message).put("total_count", 1);
        ((ObjectNode) message.path("message"))
                .putObject("disabled_criteria")
                .putObject("query")
                .putObject("member.member_identifier")
                .put("eq", fin);
        return message;
    }

    private SpdciMessages() {}
}
