package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.proof.record.MixUp;
import az.dost.vahid.proof.record.MixUps;
import az.dost.vahid.proof.record.check.ReceiptCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A citizen whom agencies mixed up with another one is told so, and nobody sees what they sent but an auditor who is
 * granted it.
 */
class MixedUpCitizenToldTest {
    private static final MixedUp CITIZENS = MixedUp.from(3_000);
    private static FaultSwitch faults;

    @BeforeAll
    static void mixUp() {
        faults = RunningVahid.get().faults();
        MixedUp.agencies().forEach(agency -> faults.set(agency, Fault.OTHER_CITIZEN));
    }

    @AfterAll
    static void clearFaults() {
        faults.close();
    }

    /** Of one lookup: other tests make more of them. */
    private static List<JsonNode> mixUps(String citizen, JsonNode of) {
        return StreamSupport.stream(new Portal(citizen).mixUps().path("mixUps").spliterator(), false)
                .filter(mixUp ->
                        mixUp.path("at").asText().equals(of.path("assembledAt").asText()))
                .toList();
    }

    @Test
    void the_other_one_is_told_when_which_agency_and_by_whose_lookup_and_not_about_whom() throws IOException {
        JsonNode lookup = ask("dost-centre-1", "vehicles", "ccu-car");
        RunningVahid.get().bean(AuditRoots.class).sign();
        List<JsonNode> mixUps = mixUps(CITIZENS.other(), lookup);
        assertThat(mixUps).extracting(mixUp -> mixUp.path("agency").asText()).containsExactly("traffic-police");
        assertThat(mixUps).allSatisfy(mixUp -> {
            assertThat(mixUp.at("/requester/id").asText()).isEqualTo("dost-centre-1");
            assertThat(mixUp.path("shown")).isEmpty();
            assertThat(mixUp.toString())
                    .doesNotContain(
                            CITIZENS.asked(),
                            lookup.path("dossierId").asText(),
                            "MIXED/3",
                            "test.official",
                            "ccu-car",
                            RunningVahid.get().bean(PersonHash.class).of(CITIZENS.asked()));
            assertThat(new ReceiptCheck(
                                    new GatewayProof(GatewayProof.certificate(
                                            Gateway.get("/v1/keys/certificate").body())),
                                    null)
                            .check(mixUp.path("receipt").toString().getBytes(StandardCharsets.UTF_8), new Report())
                            .path("kind")
                            .asText())
                    .isEqualTo("MIX_UP");
        });
        assertThat(mixUps(CITIZENS.asked(), lookup)).as("who was asked for").isEmpty();
        JsonNode own = new Portal(CITIZENS.asked()).lookups("");
        assertThat(CITIZENS.in(own.toString())).isEmpty();
        assertThat(own.toString())
                .doesNotContain(RunningVahid.get().bean(PersonHash.class).of(CITIZENS.other()));
    }

    @Test
    void of_a_withheld_lookup_the_other_one_is_told_only_when_it_is_old_and_never_by_whom() throws IOException {
        JsonNode lookup = ask("investigations", "employment", "labour-contract-check");
        assertThat(mixUps(CITIZENS.other(), lookup)).isEmpty();
        PersonHash hash = RunningVahid.get().bean(PersonHash.class);
        List<MixUp> old = RunningVahid.get()
                .bean(MixUps.class)
                .of(hash.of(CITIZENS.other()), null, Instant.now().plusSeconds(60), 100)
                .rows();
        assertThat(old)
                .filteredOn(mixUp -> mixUp.entry()
                        .path("at")
                        .asText()
                        .equals(lookup.path("assembledAt").asText()))
                .singleElement()
                .satisfies(mixUp -> assertThat(mixUp.entry().toString()).doesNotContain("investigations"));
    }

    private static JsonNode ask(String requester, String fact, String service) throws IOException {
        ObjectNode request = Gateway.request().put("service", service).put("caseRef", "MIXED/3");
        request.putObject("subject").put("fin", CITIZENS.asked());
        request.putArray("facts").add(fact);
        HttpResponse<byte[]> answer = Gateway.post(
                request.toString(),
                Map.of("Authorization", "Bearer demo-" + requester, "Content-Type", "application/json"));
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return Gateway.JSON.readTree(answer.body());
    }

    private static HttpResponse<byte[]> open(String dossier, String requester) {
        HttpResponse<byte[]> answer = Gateway.send(
                "GET",
                "/v1/audit/refused-answers/" + dossier,
                null,
                Map.of("Authorization", "Bearer demo-" + requester, "Vahid-Official", "s.auditor"));
        OpenApi.check("/v1/audit/refused-answers/{id}", "get", answer);
        return answer;
    }

    @Test
    void an_auditor_with_the_grant_gets_the_bytes_and_the_other_one_is_told_so() throws IOException {
        JsonNode lookup = ask("dost-centre-1", "vehicles", "ccu-car");
        String id = lookup.path("dossierId").asText();
        JsonNode opened = Gateway.JSON.readTree(open(id, "audit-office").body());
        byte[] bytes = opened.at("/refused/0/evidence/0/bytes").binaryValue();
        assertThat(CITIZENS.in(bytes)).contains(CITIZENS.other());
        assertThat(mixUps(CITIZENS.other(), lookup)).singleElement().satisfies(mixUp -> {
            assertThat(mixUp.at("/shown/0/requester/id").asText()).isEqualTo("audit-office");
            assertThat(mixUp.at("/shown/0/official").asText()).isEqualTo("s.auditor");
        });
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from audit where entry ->> 'kind' = 'ACT'"
                                        + " and entry ->> 'act' = 'REFUSED_ANSWERS' and entry ->> 'dossier' = ?",
                                Long.class,
                                id))
                .isEqualTo(1);
    }

    @Test
    void who_looked_up_does_not_get_the_bytes() throws IOException {
        String id =
                ask("dost-centre-1", "vehicles", "ccu-car").path("dossierId").asText();
        assertThat(open(id, "dost-centre-1").statusCode()).isEqualTo(403);
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForObject("select count(*) from audit where entry ->> 'dossier' = ?", Long.class, id))
                .isZero();
    }
}
