package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.proof.record.check.ReceiptCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A citizen sees who looked, with proof, and nobody else's lookups. */
class CitizensLookupsTest {
    private static int lookUp(Portal citizen, String bearer, String service, String caseRef) {
        ObjectNode request = Gateway.request().put("service", service).put("caseRef", caseRef);
        request.putObject("subject").put("fin", citizen.fin());
        return Gateway.post(
                        request.toString(),
                        Map.of("Authorization", "Bearer demo-" + bearer, "Content-Type", "application/json"))
                .statusCode();
    }

    /** Those of one case: other tests may have looked the same citizen up. */
    private static List<JsonNode> seen(JsonNode page, String caseRef) {
        return StreamSupport.stream(page.path("lookups").spliterator(), false)
                .filter(lookup -> lookup.path("caseRef").asText().equals(caseRef))
                .toList();
    }

    @Test
    void an_answered_lookup_tells_who_asked_why_for_what_and_who_answered() {
        Portal citizen = Portal.of(4_901);
        assertThat(lookUp(citizen, "dost-centre-1", "ccu-car", "SEEN/1")).isEqualTo(200);
        JsonNode lookup = citizen.lookups("").path("lookups").path(0);
        assertThat(lookup.path("outcome").asText()).isEqualTo("ANSWERED");
        assertThat(lookup.at("/requester/id").asText()).isEqualTo("dost-centre-1");
        assertThat(lookup.at("/requester/name").asText()).contains("DOST Centre No. 1");
        assertThat(lookup.path("official").asText()).isEqualTo("test.official");
        assertThat(lookup.path("caseRef").asText()).isEqualTo("SEEN/1");
        assertThat(lookup.at("/service/title/en").asText()).isEqualTo("Car");
        assertThat(lookup.at("/service/legalBasis").asText())
                .contains("Law on the Rights of Persons with Disabilities");
        assertThat(lookup.path("facts"))
                .extracting(JsonNode::asText)
                .containsExactly("identity", "vehicles", "disability", "housingQueue");
        assertThat(lookup.at("/verdicts/traffic-police").asText()).isNotEmpty();
        assertThat(lookup.toString()).doesNotContain(citizen.fin());
    }

    @Test
    void a_refused_lookup_is_shown_with_its_reason() {
        Portal citizen = Portal.of(4_902);
        assertThat(lookUp(citizen, "labour-office-2", "ccu-car", "SEEN/2")).isEqualTo(403);
        List<JsonNode> lookups = seen(citizen.lookups(""), "SEEN/2");
        assertThat(lookups).hasSize(1);
        assertThat(lookups.get(0).path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(lookups.get(0).path("code").asText()).isEqualTo("NOT_GRANTED");
        assertThat(lookups.get(0).at("/requester/id").asText()).isEqualTo("labour-office-2");
    }

    @Test
    void a_withheld_lookup_is_not_shown_and_counted_only_when_it_is_old() {
        Portal citizen = Portal.of(4_903);
        assertThat(lookUp(citizen, "investigations", "labour-contract-check", "SEEN/3"))
                .isEqualTo(200);
        JsonNode seen = citizen.lookups("");
        assertThat(seen(seen, "SEEN/3")).isEmpty();
        assertThat(seen.path("withheld").asInt()).isZero();
    }

    @Test
    void nobody_sees_another_citizens_lookups() {
        assertThat(lookUp(Portal.of(4_904), "dost-centre-1", "ccu-car", "SEEN/4"))
                .isEqualTo(200);
        assertThat(seen(Portal.of(4_904).lookups(""), "SEEN/4")).hasSize(1);
        assertThat(seen(Portal.of(4_905).lookups(""), "SEEN/4")).isEmpty();
        assertThat(seen(Portal.of(4_905).lookups("?fin=" + "x&person=y&subject=z"), "SEEN/4"))
                .as("what a request names counts for nothing")
                .isEmpty();
    }

    private static long views(Portal citizen) {
        return RunningVahid.get()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'own-lookups-viewed' and entry ->> 'person' = ?",
                        Long.class,
                        RunningVahid.get().bean(PersonHash.class).of(citizen.fin()));
    }

    @Test
    void that_a_citizen_looks_is_in_the_chain_once_a_day_by_whichever_address() {
        Portal citizen = Portal.of(4_908);
        lookUp(citizen, "dost-centre-1", "ccu-car", "SEEN/8");
        assertThat(views(citizen)).as("before he looks").isZero();
        String id = citizen.lookups("").path("lookups").path(0).path("id").asText();
        assertThat(views(citizen)).isEqualTo(1);
        citizen.lookups("?before=" + id);
        citizen.lookup(id);
        assertThat(views(citizen)).isEqualTo(1);
    }

    @Test
    void who_is_shown_nothing_has_not_looked() {
        Portal citizen = Portal.of(4_909);
        citizen.lookup("01a2220e-cddf-78a8-92b8-8d18e7d48eea");
        assertThat(views(citizen)).isZero();
    }

    @Test
    void a_receipt_proves_the_lookup_without_the_gateway() {
        Portal citizen = Portal.of(4_906);
        lookUp(citizen, "dost-centre-1", "ccu-car", "SEEN/6");
        RunningVahid.get().bean(AuditRoots.class).sign();
        JsonNode lookup = citizen.lookups("").path("lookups").path(0);
        ReceiptCheck check = new ReceiptCheck(
                new GatewayProof(GatewayProof.certificate(
                        Gateway.get("/v1/keys/certificate").body())),
                null);
        String receipt = lookup.path("receipt").toString();
        assertThat(check.check(receipt.getBytes(StandardCharsets.UTF_8), new Report())
                        .path("id")
                        .asText())
                .isEqualTo(lookup.path("id").asText());
        assertThatThrownBy(() ->
                        check.check(receipt.replace("SEEN/6", "SEEN/7").getBytes(StandardCharsets.UTF_8), new Report()))
                .isInstanceOf(ChangedException.class);
    }

    @Test
    void a_long_list_comes_page_by_page_without_a_gap() {
        Portal citizen = Portal.of(4_907);
        for (int i = 0; i < 23; i++) {
            lookUp(citizen, "dost-centre-2", "ccu-intake", "PAGE/" + i);
        }
        List<String> cases = new ArrayList<>();
        JsonNode page = citizen.lookups("");
        assertThat(page.path("lookups")).hasSize(20);
        while (true) {
            page.path("lookups")
                    .forEach(lookup -> cases.add(lookup.path("caseRef").asText()));
            if (!page.has("before")) {
                break;
            }
            page = citizen.lookups("?before=" + page.path("before").asText());
        }
        assertThat(cases)
                .filteredOn(name -> name.startsWith("PAGE/"))
                .hasSize(23)
                .doesNotHaveDuplicates();
    }
}
