package az.dost.vahid.offers;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OpenApi;
import az.dost.vahid.offers.RightsSystem.Mother;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.nimbusds.jose.JWSObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of an offer, at the citizen's portal and at whoever awards. */
class OfferStepsTest {
    private static final String MINE = "/v1/citizens/me/rights";
    private final RightsSystem system = RightsSystem.get();

    private HttpResponse<byte[]> step(Mother mother, String offer, String step) {
        HttpResponse<byte[]> answer = system.citizen(mother.fin(), "POST", MINE + "/" + offer + "/" + step, "");
        OpenApi.check(MINE + "/{id}/" + step, "post", answer);
        return answer;
    }

    private HttpResponse<byte[]> answer(String offer, String body) {
        HttpResponse<byte[]> answer = system.fund("POST", "/v1/offers/" + offer + "/answer", body);
        OpenApi.check("/v1/offers/{id}/answer", "post", answer);
        return answer;
    }

    private static String state(HttpResponse<byte[]> answer) {
        return RightsSystem.json(answer).path("state").asText();
    }

    @Test
    void accepted_by_the_citizen_and_awarded_by_the_agency_each_once() {
        Mother mother = system.offered();
        String offer = system.offer(mother);
        HttpResponse<byte[]> mine = system.citizen(mother.fin(), "GET", MINE, null);
        OpenApi.check(MINE, "get", mine);
        JsonNode rights = RightsSystem.json(mine);
        assertThat(rights.at("/looks/0/outcome").isTextual()).isTrue();
        assertThat(rights.path("offers").findValuesAsText("id")).contains(offer);
        assertThat(state(step(mother, offer, "acceptance"))).isEqualTo("ACCEPTED");
        assertThat(state(step(mother, offer, "acceptance"))).isEqualTo("ACCEPTED");
        assertThat(step(mother, offer, "refusal").statusCode()).isEqualTo(409);
        assertThat(state(answer(offer, "{\"answer\":\"AWARDED\"}"))).isEqualTo("AWARDED");
        assertThat(state(answer(offer, "{\"answer\":\"AWARDED\"}"))).isEqualTo("AWARDED");
        assertThat(answer(offer, "{\"answer\":\"REFUSED\",\"reason\":\"FACT_WRONG\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(system.acts(UUID.fromString(offer)))
                .containsExactly("right-offered", "offer-accepted", "offer-awarded");
    }

    @Test
    void declined_is_declined_and_a_withdrawn_one_is_not_accepted() {
        Mother one = system.offered();
        assertThat(state(step(one, system.offer(one), "refusal"))).isEqualTo("DECLINED");
        assertThat(step(one, system.offer(one), "acceptance").statusCode()).isEqualTo(409);
        assertThat(system.fund("GET", "/v1/offers/" + system.offer(one), null).statusCode())
                .as("nothing to decide")
                .isEqualTo(409);
        Mother other = system.offered();
        system.await(system.died(other.fin()), Intent.State.WITHDRAWN);
        assertThat(step(other, system.offer(other), "acceptance").statusCode()).isEqualTo(409);
    }

    @Test
    void of_offers_that_exclude_each_other_one_is_accepted_and_those_beside_it_are() {
        String fin = system.mother().fin();
        Mother one = new Mother(fin, fin);
        String pension = system.planted(fin, "old-age-pension");
        String disability = system.planted(fin, "disability-pension");
        String stipend = system.planted(fin, "war-disability-stipend");
        assertThat(state(step(one, pension, "acceptance"))).isEqualTo("ACCEPTED");
        HttpResponse<byte[]> refused = step(one, disability, "acceptance");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(RightsSystem.json(refused).path("code").asText()).isEqualTo("OFFER_EXCLUDED");
        assertThat(state(step(one, stipend, "acceptance"))).isEqualTo("ACCEPTED");
        assertThat(answer(pension, "{\"answer\":\"REFUSED\",\"reason\":\"CONDITION_NOT_MET\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(state(step(one, disability, "acceptance")))
                .as("nothing excludes it any more")
                .isEqualTo("ACCEPTED");
    }

    /** From a disability pension to that of old age: the fund sees both, and decides. */
    @Test
    void what_is_drawn_already_keeps_nobody_from_choosing_another() {
        String fin = system.mother().fin();
        Mother one = new Mother(fin, fin);
        String drawn = system.planted(fin, "disability-pension");
        step(one, drawn, "acceptance");
        assertThat(state(answer(drawn, "{\"answer\":\"AWARDED\"}"))).isEqualTo("AWARDED");
        assertThat(state(step(one, system.planted(fin, "old-age-pension"), "acceptance")))
                .isEqualTo("ACCEPTED");
    }

    @Test
    @Tag("attack")
    void of_two_that_are_accepted_at_the_same_moment_one_is() {
        for (int i = 0; i < 10; i++) {
            String fin = system.mother().fin();
            List<String> offers =
                    List.of(system.planted(fin, "old-age-pension"), system.planted(fin, "old-age-allowance"));
            List<Integer> answers = offers.parallelStream()
                    .map(offer ->
                            step(new Mother(fin, fin), offer, "acceptance").statusCode())
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            assertThat(offers).map(system::state).containsExactlyInAnyOrder("ACCEPTED", "OFFERED");
        }
    }

    @Test
    @Tag("attack")
    void an_offer_of_somebody_else_is_none() {
        Mother one = system.offered();
        Mother other = system.offered();
        assertThat(step(other, system.offer(one), "acceptance").statusCode()).isEqualTo(404);
        assertThat(system.offers(one).get(0).state()).isEqualTo(Offer.State.OFFERED);
        assertThat(new String(system.citizen(other.fin(), "GET", MINE, null).body(), StandardCharsets.UTF_8))
                .doesNotContain(system.offer(one));
    }

    @Test
    void whoever_goes_on_in_the_list_misses_no_step() {
        Mother mother = system.offered();
        String offer = system.offer(mother);
        HttpResponse<byte[]> first = system.fund("GET", "/v1/offers", null);
        OpenApi.check("/v1/offers", "get", first);
        String after = RightsSystem.json(first).path("after").asText();
        while (RightsSystem.json(system.fund("GET", "/v1/offers?after=" + after, null))
                .has("after")) {
            after = RightsSystem.json(system.fund("GET", "/v1/offers?after=" + after, null))
                    .path("after")
                    .asText();
        }
        step(mother, offer, "acceptance");
        JsonNode next = RightsSystem.json(system.fund("GET", "/v1/offers?after=" + after, null));
        assertThat(next.path("offers").findValuesAsText("id")).contains(offer);
        assertThat(next.toString()).doesNotContain(mother.fin(), mother.child());
    }

    /** By the JDK's own classes and the certificate that everybody gets, with nothing of ours. */
    @Test
    void its_signature_is_checked_by_whoever_has_the_certificate() throws Exception {
        Mother mother = system.offered();
        HttpResponse<byte[]> answer = system.fund("GET", "/v1/offers/" + system.offer(mother), null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/jose");
        String[] parts = new String(answer.body(), StandardCharsets.US_ASCII).split("[.]");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new java.io.ByteArrayInputStream(system.send("GET", "/v1/keys/certificate", null, Map.of())
                                .body())));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode offer = RightsSystem.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(RightsSystem.JSON.readTree(Files.readString(Path.of("contracts/offer.schema.json"))))
                        .validate(offer))
                .isEmpty();
        assertThat(offer.at("/person/fin").asText()).isEqualTo(mother.fin());
        assertThat(system.acts(UUID.fromString(system.offer(mother)))).containsExactly("right-offered", "offer-read");
    }

    @Test
    @Tag("attack")
    void whoever_awards_reads_what_an_accepted_offer_stands_on_and_no_other_dossier() throws Exception {
        Mother mother = system.offered();
        String offer = system.offer(mother);
        String dossier = "/v1/offers/" + offer + "/dossiers/" + system.dossier(offer);
        assertThat(system.fund("GET", dossier, null).statusCode())
                .as("the citizen has not said that he wants it")
                .isEqualTo(409);
        step(mother, offer, "acceptance");
        HttpResponse<byte[]> answer = system.fund("GET", dossier, null);
        OpenApi.check("/v1/offers/{id}/dossiers/{dossier}", "get", answer);
        assertThat(RightsSystem.json(answer).at("/subject/fin").asText()).isEqualTo(mother.fin());
        assertThat(answer.headers().firstValue("Vahid-Signature")).isPresent();
        assertThat(system.acts(UUID.fromString(offer)))
                .containsExactly("right-offered", "offer-accepted", "offer-dossier-read");

        Mother other = system.offered();
        String another = system.dossier(system.offer(other));
        assertThat(system.fund("GET", "/v1/offers/" + offer + "/dossiers/" + another, null)
                        .statusCode())
                .isEqualTo(404);
        answer(offer, "{\"answer\":\"AWARDED\"}");
        assertThat(system.fund("GET", dossier, null).statusCode())
                .as("what was decided can be proven later")
                .isEqualTo(200);
    }

    @Test
    void whoever_awards_is_told_of_each_step_by_its_subscription_and_of_nobody() throws Exception {
        Path folder = Files.createDirectories(system.vahid.data().resolve("subscriptions"));
        Path told = system.vahid.data().resolve("events/offers-test");
        Path file = Files.writeString(
                folder.resolve("offers.tmp"),
                "id: offers-test\nsubscriber: pension-fund\nlegalBasis: Test\n"
                        + "gives: {az.dost.right-offer.v1: [offerId, right, state]}\ndeliver: {folder: offers-test}\n");
        Files.move(file, folder.resolve("offers.yaml"));
        try {
            Mother mother = system.offered();
            String offer = system.offer(mother);
            Awaitility.await("offered")
                    .atMost(RightsSystem.LONGEST)
                    .until(() -> told(told, offer).equals(List.of("OFFERED")));
            step(mother, offer, "acceptance");
            Awaitility.await("accepted")
                    .atMost(RightsSystem.LONGEST)
                    .until(() -> told(told, offer).equals(List.of("ACCEPTED", "OFFERED")));
        } finally {
            Files.delete(folder.resolve("offers.yaml"));
        }
    }

    /** The states that were told of an offer, in the order of the alphabet. */
    private static List<String> told(Path folder, String offer) throws Exception {
        List<String> states = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".jws")).toList()) {
                    JsonNode data = RightsSystem.JSON
                            .readTree(JWSObject.parse(Files.readString(file))
                                    .getPayload()
                                    .toString())
                            .path("data");
                    if (data.path("offerId").asText().equals(offer)) {
                        assertThat(data).hasSize(3);
                        states.add(data.path("state").asText());
                    }
                }
            }
        }
        return states.stream().sorted().toList();
    }

    @Test
    void what_nobody_accepts_expires_and_what_nobody_answers_is_overdue() {
        Mother one = system.offered();
        Mother other = system.offered();
        step(other, system.offer(other), "acceptance");
        late(one);
        late(other);
        Awaitility.await()
                .atMost(RightsSystem.LONGEST)
                .until(() -> system.offers(one).get(0).state() == Offer.State.EXPIRED);
        Awaitility.await()
                .atMost(RightsSystem.LONGEST)
                .until(() -> system.offers(other).get(0).state() == Offer.State.OVERDUE);
        assertThat(state(answer(system.offer(other), "{\"answer\":\"REFUSED\",\"reason\":\"ALREADY_DRAWN\"}")))
                .isEqualTo("REFUSED");
    }

    /** As if its time had passed: the row is sealed anew. */
    private void late(Mother mother) {
        Offer offer = system.offers(mother).get(0);
        Offer before =
                offer.after(offer.state(), null, offer.until().minus(java.time.Duration.ofDays(100)), offer.step());
        system.database()
                .update(
                        "update right_offer set until_ms = ?, mac = ? where id = ?",
                        before.until().toEpochMilli(),
                        system.vahid
                                .bean(az.dost.vahid.proof.trust.RowTrust.class)
                                .seals()
                                .of(
                                        "right_offer",
                                        before.id(),
                                        before.intent(),
                                        before.right(),
                                        before.person(),
                                        before.about(),
                                        before.awardedBy(),
                                        before.until().toEpochMilli(),
                                        before.sealed(),
                                        before.state().name(),
                                        before.reason(),
                                        before.step()),
                        offer.id());
    }

    @Test
    @Tag("attack")
    void a_row_that_somebody_changed_is_not_believed() {
        for (String change : new String[] {
            "state = 'ACCEPTED'",
            "person = 'another'",
            "awarded_by = 'another'",
            "content = '\\x00'",
            "reason = 'DEATH'"
        }) {
            Mother mother = system.offered();
            String offer = system.offer(mother);
            system.database().update("update right_offer set " + change + " where id = ?::uuid", offer);
            assertThat(system.fund("GET", "/v1/offers/" + offer, null).statusCode())
                    .as(change)
                    .isEqualTo(404);
            assertThat(system.offers(mother)).isEmpty();
        }
        Mother mother = system.offered();
        system.database()
                .update(
                        "update right_evaluation set outcome = 'NOT_ENTITLED' where person = ?",
                        system.person(mother.fin()));
        assertThat(RightsSystem.json(system.citizen(mother.fin(), "GET", MINE, null))
                        .at("/looks/0/outcome")
                        .asText())
                .as("none that was entitled and is told otherwise")
                .isNotEqualTo("ENTITLED");
    }

    /** What no register has is told in the law's words; what somebody with the database writes there is not told. */
    @Test
    @Tag("attack")
    void a_citizen_is_told_what_left_it_open_as_it_was_found() {
        Mother mother = system.mother();
        String person = system.person(mother.fin());
        UUID dossier = RecordId.next();
        Intent intent = new Intent(
                RecordId.next(),
                UUID.randomUUID(),
                "old-age-pension",
                person,
                person,
                Intent.content(RightsSystem.JSON.createObjectNode().put("fin", mother.fin()), mother.fin()));
        system.vahid
                .bean(ActRecord.class)
                .keep(
                        RecordId.next(),
                        "test",
                        RightsSystem.JSON.createObjectNode(),
                        system.vahid
                                .bean(Evaluations.class)
                                .keeping(dossier, intent, "UNDECIDED", "pensions,wanted.raisedChildren"));
        HttpResponse<byte[]> answer = system.citizen(mother.fin(), "GET", MINE, null);
        OpenApi.check(MINE, "get", answer);
        JsonNode missing = RightsSystem.json(answer).at("/looks/0/missing");
        assertThat(missing.at("/0/agency").asText()).isEqualTo("pensions");
        assertThat(missing.at("/1/title/en").asText()).startsWith("Whether the person raised five children");
        system.database().update("update right_evaluation set registers = 'tax' where dossier = ?", dossier);
        JsonNode changed = RightsSystem.json(system.citizen(mother.fin(), "GET", MINE, null))
                .at("/looks/0");
        assertThat(changed.path("outcome").asText()).isEqualTo("UNDECIDED");
        assertThat(changed.has("missing")).isFalse();
    }
}
