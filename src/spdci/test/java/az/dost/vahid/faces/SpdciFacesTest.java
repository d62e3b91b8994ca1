package az.dost.vahid.faces;

import static az.dost.vahid.faces.SpdciMessages.DISABILITY;
import static az.dost.vahid.faces.SpdciMessages.DISABLED;
import static az.dost.vahid.faces.SpdciMessages.INFO;
import static az.dost.vahid.faces.SpdciMessages.SERVICE;
import static az.dost.vahid.faces.SpdciMessages.SOCIAL;
import static az.dost.vahid.faces.SpdciMessages.answer;
import static az.dost.vahid.faces.SpdciMessages.disabled;
import static az.dost.vahid.faces.SpdciMessages.json;
import static az.dost.vahid.faces.SpdciMessages.newCase;
import static az.dost.vahid.faces.SpdciMessages.search;
import static az.dost.vahid.faces.SpdciMessages.send;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.CanonicalJson;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.MessageSignature;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A system that speaks SPDCI asks the running gateway. */
@Tag("attack")
class SpdciFacesTest {
    private static final String WIDOW = Personas.MARTYRS_WIDOW.fin();
    private static final String VETERAN = Personas.WAR_VETERAN.fin();
    private static final String NOBODY = Personas.UNKNOWN.fin();
    private final RunningVahid vahid = SpdciSender.get().vahid;

    private int entries(String caseRef) {
        return vahid.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from audit where entry ->> 'caseRef' = ?", Integer.class, caseRef);
    }

    private static JsonNode first(JsonNode answer) {
        return answer.at("/message/search_response/0");
    }

    private static String status(JsonNode answer) {
        return first(answer).path("status").asText();
    }

    private static JsonNode record(JsonNode answer) {
        assertThat(first(answer).at("/data/reg_records")).as(answer.toString()).hasSize(1);
        return first(answer).at("/data/reg_records/0");
    }

    @Test
    void a_search_by_identifier_is_one_lookup_and_gives_the_record() {
        String caseRef = newCase();
        ObjectNode message = search(WIDOW, SERVICE, caseRef);
        JsonNode answer = answer(SOCIAL, message);
        assertThat(status(answer)).as(answer.toString()).isEqualTo("succ");
        JsonNode member = record(answer);
        assertThat(member.at("/member_identifier/0/identifier_value").asText()).isEqualTo(WIDOW);
        assertThat(member.at("/demographic_info/name/surname").asText()).isNotBlank();
        assertThat(member.at("/demographic_info/sex").asText()).isEqualTo("female");
        assertThat(member.at("/demographic_info/birth_date").asText()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        assertThat(member.path("marital_status").asText()).isEqualTo("widowed");
        assertThat(member.path("is_disabled").asBoolean()).isTrue();
        assertThat(answer.at("/message/transaction_id")).isEqualTo(message.at("/message/transaction_id"));
        assertThat(answer.at("/header/receiver_id").asText()).isEqualTo("demo-spdci");
        assertThat(entries(caseRef)).isEqualTo(1);
    }

    @Test
    void what_it_answers_is_signed_by_the_gateway() {
        JsonNode answer = answer(SOCIAL, search(WIDOW, SERVICE, newCase()));
        ObjectNode signed = ((ObjectNode) answer).deepCopy();
        signed.remove("signature");
        String signature = answer.path("signature").asText();
        MessageSignature signatures = vahid.bean(MessageSignature.class);
        var keys = List.of(vahid.bean(DossierSigner.class).signerCertificate());
        signatures.verify(signature, "vahid", CanonicalJson.of(signed), keys, Instant.now());
        ((ObjectNode) signed.path("header")).put("receiver_id", "somebody.else");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> signatures.verify(signature, "vahid", CanonicalJson.of(signed), keys, Instant.now())))
                .isNotNull();
    }

    @Test
    void a_record_has_no_more_than_the_service_may_have() {
        JsonNode member = record(answer(SOCIAL, search(WIDOW, "pension-amount-certificate", newCase())));
        assertThat(member.path("demographic_info").has("name")).isTrue();
        assertThat(member.has("is_disabled")).isFalse();
        assertThat(member.has("marital_status")).isFalse();
        assertThat(member.path("demographic_info").has("address")).isFalse();
    }

    @Test
    void a_person_whom_no_register_knows_is_a_success_without_a_record() {
        JsonNode answer = answer(SOCIAL, search(NOBODY, SERVICE, newCase()));
        assertThat(status(answer)).as(answer.toString()).isEqualTo("succ");
        assertThat(first(answer).at("/data/reg_records").isArray()).isTrue();
        assertThat(first(answer).at("/data/reg_records")).isEmpty();
    }

    @Test
    void a_register_that_does_not_answer_is_no_record_of_nobody() {
        try (FaultSwitch faults = vahid.faults()) {
            faults.set("identity-register", Fault.HTTP_500);
            faults.set("civil-status", Fault.HTTP_500);
            faults.set("mobilisation", Fault.HTTP_500);
            JsonNode answer = answer(SOCIAL, search(VETERAN, SERVICE, newCase()));
            assertThat(status(answer)).as(answer.toString()).isEqualTo("pdng");
            assertThat(first(answer).has("data")).isFalse();
            assertThat(answer.at("/header/status").asText()).isEqualTo("pdng");
            assertThat(answer.at("/header/completed_count").asInt()).isZero();
        }
    }

    @Test
    void what_a_silent_register_would_say_is_left_out_and_told() {
        try (FaultSwitch faults = vahid.faults()) {
            faults.set("disability", Fault.HTTP_500);
            JsonNode answer = answer(SOCIAL, search(WIDOW, SERVICE, newCase()));
            assertThat(status(answer)).isEqualTo("succ");
            assertThat(record(answer).has("is_disabled"))
                    .as("neither yes nor no")
                    .isFalse();
            assertThat(first(answer).path("status_reason_message").asText()).contains("disability");
        }
    }

    @Test
    void whether_somebody_is_disabled_is_yes_or_no_and_neither_where_the_register_is_silent() {
        String service = "disability-pension";
        assertThat(answer(DISABLED, disabled(VETERAN, service, newCase()))
                        .at("/message/disabled_response/0/disabled_status")
                        .asText())
                .isEqualTo("yes");
        assertThat(answer(DISABLED, disabled(NOBODY, service, newCase()))
                        .at("/message/disabled_response/0/disabled_status")
                        .asText())
                .isEqualTo("no");
        try (FaultSwitch faults = vahid.faults()) {
            faults.set("disability", Fault.HTTP_500);
            JsonNode silent = answer(DISABLED, disabled(VETERAN, service, newCase()));
            assertThat(silent.at("/message/disabled_response")).isEmpty();
            assertThat(silent.at("/header/status").asText()).isEqualTo("pdng");
            assertThat(silent.at("/header/status_reason_message").asText()).contains("disability");
        }
    }

    @Test
    void who_is_disabled_has_a_record_in_the_disability_registry() {
        for (JsonNode answer : List.of(
                answer(INFO, disabled(VETERAN, "disability-pension", newCase())),
                answer(DISABILITY, search(VETERAN, "disability-pension", newCase())))) {
            JsonNode person = record(answer);
            assertThat(person.path("disability_level").asText()).isEqualTo("81-100 %");
            assertThat(person.at("/disability_details/0/impairment_cause").asText())
                    .isEqualTo("War");
            assertThat(person.at("/personal_details/identifier/0/identifier_value")
                            .asText())
                    .isEqualTo(VETERAN);
        }
    }

    @Test
    void a_search_without_its_purpose_is_refused_and_told_all_that_is_missing() {
        ObjectNode message = search(WIDOW, SERVICE, newCase());
        SpdciMessages.header(message).remove("meta");
        JsonNode answer = answer(SOCIAL, message);
        assertThat(status(answer)).isEqualTo("rjct");
        assertThat(first(answer).path("status_reason_code").asText()).isEqualTo("rjct.search_criteria.invalid");
        assertThat(first(answer).path("status_reason_message").asText())
                .startsWith("FIELD_MISSING")
                .contains("the service", "the case", "the official");
        assertThat(first(answer).has("data")).isFalse();
        JsonNode disabled = answer(DISABLED, without(disabled(WIDOW, SERVICE, newCase()), "official"));
        assertThat(disabled.at("/header/status_reason_message").asText())
                .contains("the official")
                .doesNotContain("the service");
        assertThat(disabled.at("/message/disabled_response")).isEmpty();
    }

    private static ObjectNode without(ObjectNode message, String meta) {
        SpdciMessages.meta(message).remove(meta);
        return message;
    }

    @Test
    void the_purpose_may_stand_in_each_search_or_in_headers_of_http() {
        ObjectNode message = search(WIDOW, SERVICE, newCase());
        SpdciMessages.header(message).remove("meta");
        ObjectNode own = message.deepCopy();
        SpdciMessages.header(own).put("message_id", "own-" + newCase());
        ((ObjectNode) own.at("/message/search_request/0/search_criteria"))
                .putObject("authorize")
                .put("case_ref", newCase())
                .put("official", "case.worker")
                .putObject("purpose")
                .put("code", SERVICE);
        assertThat(status(answer(SOCIAL, own))).isEqualTo("succ");
        Map<String, String> headers = new HashMap<>(SpdciMessages.headers());
        headers.put("Vahid-Service", SERVICE);
        headers.put("Vahid-Case", newCase());
        headers.put("Vahid-Official", "case.worker");
        assertThat(status(json(send(SOCIAL, message, headers)))).isEqualTo("succ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query_type\":\"predicate\",\"query\":[{\"seq_num\":1,\"expression1\":{\"attribute_name\":\"age\",\"operator\":\"lt\",\"attribute_value\":\"25\"}}]}",
                "{\"query_type\":\"expression\",\"query\":{\"type\":\"ns:org:QueryType:expression\",\"value\":{\"expression\":{\"collection\":\"Group\"}}}}",
                "{\"query_type\":\"idtype-value\",\"query\":{\"type\":\"ns:org:QueryType:expression\",\"value\":{\"expression\":{}}}}",
                "{\"query_type\":\"graphql\",\"query\":{\"type\":\"UIN\",\"value\":\"W1D0W01\"}}",
                "{\"query_type\":\"idtype-value\",\"query\":{\"type\":\"MOBILE\",\"value\":\"W1D0W01\"}}",
                "{\"query_type\":\"idtype-value\",\"query\":[{\"type\":\"UIN\",\"value\":\"W1D0W01\"}]}",
                "{\"query_type\":\"idtype-value\",\"query\":{\"type\":\"UIN\",\"value\":[\"W1D0W01\",\"VETERAN\"]}}",
                "{\"query_type\":\"idtype-value\",\"query\":{\"type\":\"UIN\",\"value\":\"%\"}}"
            })
    void nobody_is_looked_for_by_what_he_is(String criteria) throws Exception {
        String caseRef = newCase();
        ObjectNode message = search(WIDOW, SERVICE, caseRef);
        ((ObjectNode) message.at("/message/search_request/0")).set("search_criteria", Gateway.JSON.readTree(criteria));
        JsonNode answer = answer(SOCIAL, message);
        assertThat(status(answer)).isEqualTo("rjct");
        assertThat(first(answer).path("status_reason_code").asText()).isEqualTo("rjct.search_criteria.invalid");
        assertThat(first(answer).has("data")).isFalse();
        assertThat(answer.toString()).doesNotContain("W1D0W01");
        assertThat(entries(caseRef)).as("no lookup").isZero();
    }

    @Test
    void a_question_about_disability_names_one_person_too() throws Exception {
        for (String query : List.of(
                "{\"member.age\":{\"eq\":\"25\"}}",
                "{\"member.member_identifier\":{\"ne\":\"W1D0W01\"}}",
                "{\"member.member_identifier\":{\"eq\":\"W1D0W01\"},\"member.sex\":{\"eq\":\"F\"}}",
                "{\"member.member_identifier\":{\"eq\":[\"W1D0W01\"]}}")) {
            ObjectNode message = disabled(WIDOW, SERVICE, newCase());
            ((ObjectNode) message.at("/message/disabled_criteria")).set("query", Gateway.JSON.readTree(query));
            JsonNode answer = answer(DISABLED, message);
            assertThat(answer.at("/header/status").asText()).as(query).isEqualTo("rjct");
            assertThat(answer.at("/message/disabled_response")).isEmpty();
        }
    }

    @Test
    void a_message_that_is_sent_again_is_no_second_lookup() {
        String caseRef = newCase();
        ObjectNode message = search(WIDOW, SERVICE, caseRef);
        JsonNode once = answer(SOCIAL, message);
        JsonNode again = answer(SOCIAL, message);
        assertThat(record(again)).isEqualTo(record(once));
        assertThat(entries(caseRef)).isEqualTo(1);
    }

    @Test
    void a_message_may_not_take_the_name_of_another() {
        String caseRef = newCase();
        ObjectNode message = search(WIDOW, SERVICE, caseRef);
        answer(SOCIAL, message);
        ((ObjectNode) message.at("/message/search_request/0/search_criteria/query")).put("value", VETERAN);
        HttpResponse<byte[]> other = send(SOCIAL, message);
        OpenApi.check(SOCIAL, "post", other);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).at("/message/error/code").asText()).isEqualTo("err.request.bad");
        assertThat(json(other).at("/message/error/message").asText()).contains("IDEMPOTENCY_KEY_USED");
        assertThat(new String(other.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(VETERAN);
    }

    @Test
    void a_message_of_another_time_is_refused() {
        for (String time : List.of("2024-01-15T10:30:00Z", "2099-01-15T10:30:00Z")) {
            ObjectNode message = search(WIDOW, SERVICE, newCase());
            SpdciMessages.header(message).put("message_ts", time);
            HttpResponse<byte[]> answer = send(SOCIAL, message);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("field").asText()).isEqualTo("header.message_ts");
        }
    }

    @Test
    void a_sender_is_a_system_of_whoever_holds_the_token() {
        ObjectNode message = search(WIDOW, SERVICE, newCase());
        HttpResponse<byte[]> answer = send(
                SOCIAL,
                message,
                Map.of("Authorization", "Bearer demo-dost-centre-1", "Content-Type", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/code").asText()).isEqualTo("err.sender_id.invalid");
    }

    @Test
    void a_sender_with_a_key_on_file_signs_its_messages() {
        ObjectNode message = search(WIDOW, SERVICE, newCase());
        SpdciMessages.header(message).put("sender_id", "suite-signed");
        HttpResponse<byte[]> invalid = send(SOCIAL, message);
        assertThat(invalid.statusCode()).isEqualTo(400);
        assertThat(json(invalid).at("/message/error/code").asText()).isEqualTo("err.signature.invalid");
        message.remove("signature");
        assertThat(json(send(SOCIAL, message)).at("/message/error/code").asText())
                .isEqualTo("err.signature.missing");
    }

    @Test
    void a_service_that_is_not_granted_is_refused_like_any_lookup() {
        JsonNode answer = answer(SOCIAL, search(WIDOW, "child-allowance", newCase()));
        assertThat(status(answer)).isEqualTo("rjct");
        assertThat(first(answer).path("status_reason_message").asText()).startsWith("NOT_GRANTED");
        JsonNode own = answer(SOCIAL, search(WIDOW, "proactive:birth-allowance", newCase()));
        assertThat(status(own)).isEqualTo("rjct");
    }

    @Test
    void a_protected_person_needs_an_approval_by_this_face_too() {
        String caseRef = newCase();
        JsonNode answer = answer(SOCIAL, search("H1DDEN1", SERVICE, caseRef));
        assertThat(status(answer)).isEqualTo("rjct");
        assertThat(first(answer).path("status_reason_message").asText()).startsWith("APPROVAL_NEEDED");
        assertThat(first(answer).has("data")).isFalse();
        JsonNode disabled = answer(DISABLED, disabled("H1DDEN1", SERVICE, newCase()));
        assertThat(disabled.at("/header/status").asText()).isEqualTo("rjct");
        assertThat(disabled.at("/message/disabled_response")).isEmpty();
        assertThat(vahid.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from audit where entry ->> 'caseRef' = ? and entry ->> 'code' = 'APPROVAL_NEEDED'",
                                Integer.class,
                                caseRef))
                .as("kept as any refusal")
                .isEqualTo(1);
    }

    @Test
    void one_search_that_is_refused_refuses_no_other_of_its_message() {
        ObjectNode message = SpdciMessages.message(SERVICE, newCase());
        search(message, "r-1", WIDOW);
        search(message, "r-2", VETERAN).put("query_type", "predicate");
        search(message, "r-2", VETERAN);
        search(message, "r-3", VETERAN).put("reg_record_type", "spdci-extensions-dci:Person");
        search(message, "r-4", VETERAN).put("reg_record_type", "Group");
        JsonNode answer = answer(SOCIAL, message);
        assertThat(answer.at("/message/search_response").findValuesAsText("status"))
                .containsExactly("succ", "rjct", "rjct", "succ", "rjct");
        assertThat(answer.at("/message/search_response/2/status_reason_code").asText())
                .isEqualTo("rjct.reference_id.duplicate");
        assertThat(answer.at("/message/search_response/3/data/reg_record_type").asText())
                .isEqualTo("Person");
        assertThat(answer.at("/header/status").asText()).isEqualTo("succ");
        assertThat(answer.at("/header/total_count").asInt()).isEqualTo(5);
    }
}
