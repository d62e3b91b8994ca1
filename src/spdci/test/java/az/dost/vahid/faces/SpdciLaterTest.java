package az.dost.vahid.faces;

import static az.dost.vahid.faces.SpdciMessages.LATER;
import static az.dost.vahid.faces.SpdciMessages.SERVICE;
import static az.dost.vahid.faces.SpdciMessages.STATUS;
import static az.dost.vahid.faces.SpdciMessages.STATUS_LATER;
import static az.dost.vahid.faces.SpdciMessages.acknowledged;
import static az.dost.vahid.faces.SpdciMessages.answer;
import static az.dost.vahid.faces.SpdciMessages.json;
import static az.dost.vahid.faces.SpdciMessages.newCase;
import static az.dost.vahid.faces.SpdciMessages.search;
import static az.dost.vahid.faces.SpdciMessages.send;
import static az.dost.vahid.faces.SpdciMessages.status;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.CanonicalJson;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.MessageSignature;
import az.dost.vahid.whole.FaultSwitch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Searches that are acknowledged, and answered by a call of the sender's address. */
@Tag("attack")
class SpdciLaterTest {
    private static final String WIDOW = Personas.MARTYRS_WIDOW.fin();
    private static final String VETERAN = Personas.WAR_VETERAN.fin();
    private final SpdciSender sender = SpdciSender.get();

    private JdbcTemplate database() {
        return sender.vahid.bean(JdbcTemplate.class);
    }

    private int lookups(String caseRef) {
        return database()
                .queryForObject("select count(*) from audit where entry ->> 'caseRef' = ?", Integer.class, caseRef);
    }

    private static JsonNode first(JsonNode call) {
        return call.at("/message/search_response/0");
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }

    private static JsonNode transaction(ObjectNode message) {
        return message.at("/message/transaction_id");
    }

    @Test
    void a_search_is_acknowledged_and_answered_by_a_signed_call() {
        String caseRef = newCase();
        ObjectNode message = search(WIDOW, SERVICE, caseRef);
        SpdciMessages.header(message).put("sender_uri", sender.address() + "on-search");
        String id = acknowledged(LATER, message);
        JsonNode call = sender.answered("on-search", id);
        assertThat(call.at("/header/action").asText()).isEqualTo("on-search");
        assertThat(call.at("/header/status").asText()).isEqualTo("succ");
        assertThat(call.at("/message/transaction_id")).isEqualTo(transaction(message));
        assertThat(first(call)
                        .at("/data/reg_records/0/member_identifier/0/identifier_value")
                        .asText())
                .isEqualTo(WIDOW);
        ObjectNode signed = ((ObjectNode) call).deepCopy();
        signed.remove("signature");
        sender.vahid
                .bean(MessageSignature.class)
                .verify(
                        call.path("signature").asText(),
                        "vahid",
                        CanonicalJson.of(signed),
                        List.of(sender.vahid.bean(DossierSigner.class).signerCertificate()),
                        Instant.now());
        assertThat(lookups(caseRef)).isEqualTo(1);
        assertThat(acknowledged(LATER, message)).as("sent again it is the same").isEqualTo(id);
        assertThat(lookups(caseRef)).isEqualTo(1);
    }

    @Test
    void a_search_that_nobody_gets_is_refused_in_the_call() {
        String caseRef = newCase();
        ObjectNode message = search(WIDOW, SERVICE, caseRef);
        ((ObjectNode) message.at("/message/search_request/0/search_criteria")).put("query_type", "predicate");
        JsonNode call = sender.answered("on-search", acknowledged(LATER, message));
        assertThat(first(call).path("status").asText()).isEqualTo("rjct");
        assertThat(first(call).path("status_reason_code").asText()).isEqualTo("rjct.search_criteria.invalid");
        assertThat(lookups(caseRef)).isZero();
    }

    @Test
    void a_register_that_was_silent_is_asked_again_and_its_answer_told() {
        ObjectNode message = search(VETERAN, SERVICE, newCase());
        String id;
        try (FaultSwitch faults = sender.vahid.faults()) {
            faults.set("identity-register", Fault.HTTP_500);
            faults.set("civil-status", Fault.HTTP_500);
            faults.set("mobilisation", Fault.HTTP_500);
            id = acknowledged(LATER, message);
            assertThat(first(sender.answered("on-search", id)).path("status").asText())
                    .isEqualTo("pdng");
        }
        JsonNode told = sender.call(
                "on-search",
                body -> body.at("/message/correlation_id").asText().equals(id)
                        && first(body).path("status").asText().equals("succ"));
        assertThat(first(told).at("/data/reg_records")).hasSize(1);
        JsonNode status = answer(STATUS, status(transaction(message).asText(), "transaction_id", transaction(message)));
        assertThat(status.at("/message/txnstatus_response/txn_status/search_response/0/status")
                        .asText())
                .isEqualTo("succ");
    }

    @Test
    void a_sender_that_is_away_is_told_once_it_is_back() {
        sender.answers(503);
        String id = acknowledged(LATER, search(WIDOW, SERVICE, newCase()));
        try {
            Awaitility.await("an attempt in vain")
                    .until(() -> database()
                                    .queryForObject(
                                            "select attempts from spdci_message where id = ?",
                                            Integer.class,
                                            UUID.fromString(id))
                            > 0);
        } finally {
            sender.answers(200);
        }
        assertThat(first(sender.answered("on-search", id)).path("status").asText())
                .isEqualTo("succ");
    }

    @Test
    void how_far_it_is_is_told_by_transaction_by_correlation_and_by_references() {
        ObjectNode message = SpdciMessages.message(SERVICE, newCase());
        search(message, "r-1", WIDOW);
        search(message, "r-2", VETERAN);
        String id = acknowledged(LATER, message);
        sender.answered("on-search", id);
        String transaction = transaction(message).asText();
        JsonNode references = Gateway.JSON.createArrayNode().add("r-2");
        for (ObjectNode question : List.of(
                status(transaction, "transaction_id", text(transaction)),
                status("another", "correlation_id", text(id)),
                status(transaction, "reference_id_list", references))) {
            JsonNode answer = answer(STATUS, question);
            JsonNode responses = answer.at("/message/txnstatus_response/txn_status/search_response");
            boolean some = question.toString().contains("reference_id_list");
            assertThat(responses.findValuesAsText("reference_id"))
                    .containsExactlyElementsOf(some ? List.of("r-2") : List.of("r-1", "r-2"));
            assertThat(answer.at("/header/status").asText()).isEqualTo("succ");
        }
        String asked = acknowledged(STATUS_LATER, status(transaction, "transaction_id", text(transaction)));
        JsonNode call = sender.answered("txn/on-status", asked);
        assertThat(call.at("/header/action").asText()).isEqualTo("txn-on-status");
        assertThat(call.at("/message/txnstatus_response/txn_status/search_response"))
                .hasSize(2);
    }

    @Test
    void a_transaction_of_somebody_else_is_none() {
        ObjectNode message = search(WIDOW, SERVICE, newCase());
        String id = acknowledged(LATER, message);
        sender.answered("on-search", id);
        database().update("update spdci_message set requester = 'dost-centre-1' where id = ?", UUID.fromString(id));
        JsonNode byId = answer(STATUS, status("another", "correlation_id", text(id)));
        assertThat(byId.at("/header/status").asText()).isEqualTo("rjct");
        assertThat(byId.at("/message/txnstatus_response/txn_status/search_response"))
                .isEmpty();
        JsonNode changed =
                answer(STATUS, status(transaction(message).asText(), "transaction_id", transaction(message)));
        assertThat(changed.at("/message/txnstatus_response/txn_status/search_response"))
                .as("the row is not believed any more")
                .isEmpty();
        JsonNode nobodys = answer(
                STATUS, status("none", "transaction_id", text(UUID.randomUUID().toString())));
        assertThat(nobodys.at("/header/status_reason_message")).isEqualTo(byId.at("/header/status_reason_message"));
    }

    @Test
    void an_answer_that_somebody_changed_in_the_database_is_told_to_nobody() {
        ObjectNode message = search(WIDOW, SERVICE, newCase());
        String id = acknowledged(LATER, message);
        sender.answered("on-search", id);
        String other = acknowledged(LATER, search(VETERAN, SERVICE, newCase()));
        sender.answered("on-search", other);
        database()
                .update(
                        "update spdci_message set answer = (select answer from spdci_message where id = ?) where id = ?",
                        UUID.fromString(other),
                        UUID.fromString(id));
        JsonNode status = answer(STATUS, status("another", "correlation_id", text(id)));
        assertThat(status.toString()).doesNotContain(VETERAN);
        assertThat(status.at("/message/txnstatus_response/txn_status/search_response/0/status")
                        .asText())
                .isEqualTo("rcvd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/registry/on-search",
                "http://127.0.0.1:9100/control/faults",
                "http://169.254.169.254/latest/meta-data",
                "https://example.com/registry/on-search",
                "file:///etc/passwd",
                "{own}../admin",
                "{own}on-search?x=1",
                "{own}on-search#x",
                "{own}.evil.example",
                "no address"
            })
    void a_call_goes_below_the_address_of_the_sender_and_nowhere_else(String address) {
        ObjectNode message = search(WIDOW, SERVICE, newCase());
        String own = address.equals("{own}.evil.example")
                ? sender.address().substring(0, sender.address().length() - 1)
                : sender.address();
        SpdciMessages.header(message).put("sender_uri", address.replace("{own}", own));
        HttpResponse<byte[]> answer = send(LATER, message);
        OpenApi.check(LATER, "post", answer);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/message/error/code").asText()).isEqualTo("err.sender_uri.invalid");
    }

    @Test
    void another_message_may_not_have_its_name() {
        ObjectNode message = search(WIDOW, SERVICE, newCase());
        acknowledged(LATER, message);
        ((ObjectNode) message.at("/message/search_request/0/search_criteria/query")).put("value", VETERAN);
        HttpResponse<byte[]> other = send(LATER, message);
        assertThat(other.statusCode()).isEqualTo(409);
        OpenApi.check(LATER, "post", other);
    }

    @Test
    void nothing_of_a_person_lies_in_the_clear_while_it_waits() {
        String id = acknowledged(LATER, search(WIDOW, SERVICE, newCase()));
        sender.answered("on-search", id);
        assertThat(database()
                        .queryForObject(
                                "select encode(content, 'escape') || encode(answer, 'escape') from spdci_message where id = ?",
                                String.class,
                                UUID.fromString(id)))
                .doesNotContain(WIDOW);
    }
}
