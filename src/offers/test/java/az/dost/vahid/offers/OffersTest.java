package az.dost.vahid.offers;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.quality.PlantedTicket;
import az.dost.vahid.journeys.quality.TicketJob;
import az.dost.vahid.journeys.quality.Tickets;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.offers.RightsSystem.Mother;
import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.whole.FaultSwitch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From an event to an offer, in the whole running system. */
class OffersTest {
    private final RightsSystem system = RightsSystem.get();

    private JsonNode text(Offer offer) throws Exception {
        String jws = system.vahid.bean(Offers.class).text(offer).orElseThrow();
        return RightsSystem.JSON.readTree(JWSObject.parse(jws).getPayload().toString());
    }

    @Test
    void a_birth_becomes_an_offer_within_a_minute_that_says_why() throws Exception {
        Mother mother = system.mother();
        long began = System.nanoTime();
        UUID event = system.born(mother);
        system.await(event, Intent.State.OFFERED);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(took).isLessThan(Duration.ofSeconds(60));

        Offer offer = system.offers(mother).get(0);
        JsonNode text = text(offer);
        assertThat(text.path("offerId").asText()).isEqualTo(offer.id().toString());
        assertThat(text.at("/person/fin").asText()).isEqualTo(mother.fin());
        assertThat(text.path("right").asText()).isEqualTo(RightsSystem.BIRTH);
        assertThat(text.path("lawFrom").asText()).isEqualTo("2025-07-01");
        assertThat(text.at("/amount/azn").asText()).isEqualTo("600.00");
        assertThat(text.path("outcome").asText()).isEqualTo("ENTITLED");
        assertThat(text.path("eventId").asText()).isEqualTo(event.toString());
        assertThat(text.path("conditions")).hasSize(4).allSatisfy(condition -> {
            assertThat(condition.path("outcome").asText()).isEqualTo("HOLDS");
            assertThat(condition.at("/title/az").asText()).isNotBlank();
            assertThat(condition.path("facts").toString()).contains("source", "asOf", "evidence");
        });
        assertThat(text.path("conditions").toString()).doesNotContain(mother.fin(), mother.child());
        assertThat(system.acts(offer.id())).containsExactly("right-offered");

        String entry = system.database()
                .queryForObject(
                        "select entry::text from audit where entry ->> 'id' = ?",
                        String.class,
                        text.path("dossierId").asText());
        JsonNode lookup = RightsSystem.JSON.readTree(entry);
        assertThat(lookup.path("service").asText()).isEqualTo("proactive:birth-allowance");
        assertThat(lookup.path("requester").asText()).isEqualTo("rights");
        assertThat(lookup.path("facts").valueStream().map(JsonNode::asText))
                .as("only what the conditions name")
                .containsExactlyInAnyOrder("death", "employment", "family", "identity", "residencePermit", "taxpayer");
    }

    @Test
    void no_more_of_a_fact_is_kept_than_the_conditions_read() {
        Mother mother = system.offered();
        JsonNode dossier = system.vahid
                .bean(az.dost.vahid.journeys.lookup.BackgroundLookups.class)
                .find(
                        UUID.fromString(system.database()
                                .queryForObject(
                                        "select entry ->> 'dossier' from audit where entry ->> 'id' = ?",
                                        String.class,
                                        system.offers(mother).get(0).id().toString())),
                        "rights")
                .content();
        ObjectNode identity = (ObjectNode) dossier.at("/facts/identity/value");
        assertThat(identity.propertyStream().map(Map.Entry::getKey))
                .contains("sex", "citizenship")
                .doesNotContain("photo", "documentNumber", "birthPlace");
        assertThat(dossier.at("/facts/employment/value/0").has("monthlySalary")).isFalse();
    }

    @Test
    void the_citizen_sees_that_the_bus_looked_and_what_for() {
        Mother mother = system.offered();
        JsonNode lookups = RightsSystem.json(system.citizen(mother.fin(), "GET", "/v1/citizens/me/lookups", null))
                .path("lookups");
        assertThat(lookups.toString())
                .contains(
                        "proactive:birth-allowance",
                        "Whether there is a right: Lump-sum allowance for the birth of a child",
                        "Law on Social Allowances");
    }

    @Test
    void one_event_twice_and_two_events_of_one_birth_are_one_offer() {
        Mother mother = system.mother();
        String name = RightsSystem.name();
        Instant at = Instant.now();
        UUID event = system.born(name, mother, at);
        assertThat(system.born(name, mother, at)).isEqualTo(event);
        system.await(event, Intent.State.OFFERED);
        system.await(system.born(mother), Intent.State.KNOWN);
        assertThat(system.offers(mother)).hasSize(1);
    }

    @Test
    void a_late_event_and_a_refused_one_bring_nothing_about() {
        Mother mother = system.mother();
        UUID late = system.born(RightsSystem.name(), mother, Instant.now().minus(Duration.ofDays(181)));
        assertThat(system.intent(late)).isEqualTo("LATE");
        int before = system.database().queryForObject("select count(*) from right_intent", Integer.class);
        ObjectNode data = RightsSystem.JSON
                .createObjectNode()
                .put("fin", mother.child())
                .put("percentage", "81-100")
                .put("decidedOn", "2026-11-30")
                .put("decisionNumber", "1");
        assertThat(system.publish(RightsSystem.name(), "az.dost.disability-decision.v1", Instant.now(), data)
                        .statusCode())
                .as("the registry publishes no decisions of others")
                .isEqualTo(403);
        assertThat(system.database().queryForObject("select count(*) from right_intent", Integer.class))
                .isEqualTo(before);
        assertThat(system.offers(mother)).isEmpty();
    }

    @Test
    void a_death_withdraws_what_is_offered_and_lets_nothing_follow() {
        Mother mother = system.offered();
        system.await(system.died(mother.fin()), Intent.State.WITHDRAWN);
        Offer offer = system.offers(mother).get(0);
        assertThat(offer.state()).isEqualTo(Offer.State.WITHDRAWN);
        assertThat(offer.reason()).isEqualTo("DEATH");
        assertThat(system.acts(offer.id())).containsExactly("right-offered", "offer-withdrawn");
        system.await(system.born(mother), Intent.State.KNOWN);
        assertThat(system.offers(mother)).as("the registers do not know yet").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"civil-status", "employment", "identity-register"})
    void a_silent_register_decides_nothing_and_is_asked_again(String register) {
        Mother mother = system.mother();
        UUID event;
        try (var faults = system.vahid.faults().set(register, Fault.HTTP_500)) {
            event = system.born(mother);
            Awaitility.await()
                    .atMost(RightsSystem.LONGEST)
                    .until(() -> system.database()
                                    .queryForObject(
                                            "select asked from right_intent where event = ? and right_code = ?",
                                            Integer.class,
                                            event,
                                            RightsSystem.BIRTH)
                            > 0);
            assertThat(system.offers(mother)).isEmpty();
            assertThat(system.database()
                            .queryForObject(
                                    "select code from right_intent where event = ? and right_code = ?",
                                    String.class,
                                    event,
                                    RightsSystem.BIRTH))
                    .contains(register);
            assertThat(system.database()
                            .queryForList(
                                    "select outcome from right_evaluation where person = ? and right_code = ?",
                                    String.class,
                                    system.person(mother.fin()),
                                    RightsSystem.BIRTH))
                    .containsOnly("UNDECIDED");
            assertThat(RightsSystem.json(system.citizen(mother.fin(), "GET", "/v1/citizens/me/rights", null))
                            .path("looks")
                            .valueStream()
                            .filter(look -> look.path("right").asText().equals(RightsSystem.BIRTH))
                            .flatMap(look -> look.path("missing").findValuesAsText("agency").stream()))
                    .as("the citizen is told")
                    .contains(register);
        }
        system.await(event, Intent.State.OFFERED);
        assertThat(system.offers(mother)).hasSize(1);
    }

    @Test
    void a_protected_person_is_not_looked_up() throws Exception {
        Mother mother = system.mother();
        Path file = system.vahid.data().resolve("keys/protected-persons.yaml");
        String before = Files.exists(file) ? Files.readString(file) : "persons: []\n";
        Files.writeString(file, "persons:\n  - person: " + system.person(mother.fin()) + "\n");
        try {
            Awaitility.await("protection").atMost(RightsSystem.LONGEST).until(() -> {
                UUID event = system.born(mother);
                Awaitility.await().atMost(RightsSystem.LONGEST).until(() -> !"WAITING".equals(system.intent(event)));
                return "REFUSED".equals(system.intent(event));
            });
        } finally {
            Files.writeString(file, before);
        }
    }

    @Test
    void what_a_citizen_disputes_is_offered_once_it_is_decided() {
        Mother mother = system.mother();
        assertThat(system.citizen(
                                mother.fin(),
                                "POST",
                                "/v1/citizens/me/corrections",
                                "{\"fact\":\"employment\",\"source\":\"employment\",\"claim\":\"I work no more.\"}")
                        .statusCode())
                .isEqualTo(202);
        UUID event = system.born(mother);
        undecidedOnce(event);
        assertThat(system.offers(mother)).isEmpty();
    }

    private void undecidedOnce(UUID event) {
        Awaitility.await()
                .atMost(RightsSystem.LONGEST)
                .until(() -> system.database()
                                .queryForObject(
                                        "select asked from right_intent where event = ? and right_code = ?",
                                        Integer.class,
                                        event,
                                        RightsSystem.BIRTH)
                        > 0);
    }

    @Test
    void what_its_publisher_takes_back_brings_nothing_about_and_takes_its_offer_away() {
        Mother mother = system.mother();
        String name = RightsSystem.name();
        system.await(system.born(name, mother, Instant.now()), Intent.State.OFFERED);
        system.withdrawn(name, mother.child());
        Awaitility.await()
                .atMost(RightsSystem.LONGEST)
                .until(() -> system.offers(mother).get(0).state() == Offer.State.WITHDRAWN);
        assertThat(system.offers(mother)).hasSize(1);
        assertThat(system.offers(mother).get(0).reason()).isEqualTo("EVENT_WITHDRAWN");
    }

    @Test
    @Tag("attack")
    void an_event_is_taken_back_by_its_publisher_and_for_its_person_alone() {
        Mother mother = system.mother();
        String name = RightsSystem.name();
        UUID event = system.born(name, mother, Instant.now());
        system.await(event, Intent.State.OFFERED);
        system.withdrawn(name, system.mother().child());
        system.withdrawn(RightsSystem.name(), mother.child());
        assertThat(system.intent(event)).isEqualTo("OFFERED");
        assertThat(system.send(
                                "POST",
                                "/v1/events",
                                RightsSystem.withdrawal(name, mother).toString(),
                                Map.of(
                                        "Authorization",
                                        "Bearer demo-dost-centre-1",
                                        "Content-Type",
                                        "application/cloudevents+json"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(system.intent(event)).isEqualTo("OFFERED");
    }

    @Test
    void what_was_told_twice_and_taken_back_once_is_offered_anew() {
        Mother mother = system.mother();
        String name = RightsSystem.name();
        system.await(system.born(name, mother, Instant.now()), Intent.State.OFFERED);
        UUID second = system.born(mother);
        system.await(second, Intent.State.KNOWN);
        system.withdrawn(name, mother.child());
        system.await(second, Intent.State.OFFERED);
        assertThat(system.offers(mother))
                .extracting(Offer::state)
                .containsExactly(Offer.State.OFFERED, Offer.State.WITHDRAWN);
    }

    @Test
    void who_did_not_die_is_offered_again_what_was_offered() {
        Mother mother = system.offered();
        String name = RightsSystem.name();
        system.await(system.died(name, mother.fin()), Intent.State.WITHDRAWN);
        system.withdrawn(name, mother.fin());
        Awaitility.await()
                .atMost(RightsSystem.LONGEST)
                .until(() -> system.offers(mother).get(0).state() == Offer.State.OFFERED);
        assertThat(system.offers(mother)).hasSize(2);
    }

    /** It waited for a register when the death came. */
    @Test
    void who_did_not_die_is_looked_at_where_a_register_was_waited_for() {
        Mother mother = system.mother();
        UUID event = system.born(RightsSystem.name(), mother, Instant.now().minus(Duration.ofDays(181)));
        String death = RightsSystem.name();
        system.await(system.died(death, mother.fin()), Intent.State.WITHDRAWN);
        system.database()
                .update(
                        "update right_intent set state = 'WITHDRAWN', code = 'civil-status' where event = ? and right_code = ?",
                        event,
                        RightsSystem.BIRTH);
        system.withdrawn(death, mother.fin());
        system.await(event, Intent.State.OFFERED);
    }

    @Test
    void who_died_by_another_event_too_is_not_looked_at_again() {
        Mother mother = system.offered();
        String first = RightsSystem.name();
        system.await(system.died(first, mother.fin()), Intent.State.WITHDRAWN);
        system.await(system.died(mother.fin()), Intent.State.WITHDRAWN);
        system.withdrawn(first, mother.fin());
        assertThat(system.database()
                        .queryForObject(
                                "select count(*) from right_intent where person = ? and right_code = ? and state = 'WAITING'",
                                Integer.class,
                                system.person(mother.fin()),
                                RightsSystem.BIRTH))
                .isZero();
        assertThat(system.offers(mother)).extracting(Offer::state).containsExactly(Offer.State.WITHDRAWN);
    }

    private static final String SURVIVORS = "survivor-pension";

    private List<String> lookedAt(UUID event) {
        return system.database()
                .queryForList(
                        "select person from right_intent where event = ? and right_code = ?",
                        String.class,
                        event,
                        SURVIVORS);
    }

    /** Null while nobody is to be looked at. */
    private String kinState(UUID event, String fin) {
        return system
                .database()
                .queryForList(
                        "select state from right_intent where event = ? and right_code = ? and person = ?",
                        String.class,
                        event,
                        SURVIVORS,
                        system.person(fin))
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Test
    void after_a_death_kin_are_looked_at_each_on_their_own_and_nobody_else_is() {
        RightsSystem.Head dead = system.head();
        UUID event = system.died(dead.fin());
        Awaitility.await().atMost(RightsSystem.LONGEST).until(() -> "KIN_FOUND".equals(kinState(event, dead.fin())));
        List<String> expected =
                new ArrayList<>(dead.kin().stream().map(system::person).toList());
        expected.add(system.person(dead.fin()));
        assertThat(lookedAt(event)).containsExactlyInAnyOrderElementsOf(expected);
        for (String fin : dead.kin()) {
            Awaitility.await()
                    .atMost(RightsSystem.LONGEST)
                    .until(() -> system.database()
                                    .queryForObject(
                                            "select count(*) from right_evaluation where person = ? and right_code = ?",
                                            Integer.class,
                                            system.person(fin),
                                            SURVIVORS)
                            > 0);
        }
        assertThat(system.database()
                        .queryForList(
                                "select entry::text from audit where entry ->> 'event' = ?",
                                String.class,
                                event.toString()))
                .isNotEmpty()
                .noneMatch(entry -> dead.kin().stream().anyMatch(entry::contains) || entry.contains(dead.fin()));
    }

    @Test
    void the_widow_of_a_pensioner_is_offered_what_his_record_gives_her_and_it_says_whose_that_is() throws Exception {
        RightsSystem.Widow widow = system.widow();
        UUID event = system.died(widow.husband());
        Awaitility.await().atMost(RightsSystem.LONGEST).until(() -> "OFFERED".equals(kinState(event, widow.fin())));
        Offer offer = system.vahid.bean(Offers.class).of(system.person(widow.fin())).stream()
                .filter(one -> one.right().equals(SURVIVORS))
                .findFirst()
                .orElseThrow();
        JsonNode text = text(offer);
        assertThat(text.path("conditions").findValuesAsText("fact"))
                .contains("about.death", "about.insuredRecord.totalMonths", "about.family.spouse.fin");
        assertThat(text.path("conditions").toString()).doesNotContain(widow.fin(), widow.husband());
        String about = text.path("dossierAboutId").asText();
        assertThat(about).isNotEqualTo(text.path("dossierId").asText());
        JsonNode lookup = RightsSystem.JSON.readTree(system.database()
                .queryForObject("select entry::text from audit where entry ->> 'id' = ?", String.class, about));
        assertThat(lookup.path("facts").valueStream().map(JsonNode::asText))
                .as("of the deceased no more than the law reads, and the kin")
                .containsExactlyInAnyOrder("death", "family", "identity", "insuredRecord");
        JsonNode own = RightsSystem.json(system.citizen(widow.fin(), "GET", "/v1/citizens/me/lookups", null));
        assertThat(own.toString()).doesNotContain(about);
    }

    @Test
    void kin_of_whom_the_register_was_not_heard_are_found_once_it_is() {
        RightsSystem.Head dead = system.head();
        UUID event;
        try (FaultSwitch faults = system.vahid.faults()) {
            faults.set("civil-status", Fault.HTTP_500);
            event = system.died(dead.fin());
            Awaitility.await()
                    .atMost(RightsSystem.LONGEST)
                    .until(() -> system.database()
                                    .queryForObject(
                                            "select asked from right_intent where event = ? and right_code = ?",
                                            Integer.class,
                                            event,
                                            SURVIVORS)
                            > 0);
            assertThat(lookedAt(event)).hasSize(1);
        }
        Awaitility.await()
                .atMost(RightsSystem.LONGEST)
                .until(() -> lookedAt(event).size() == dead.kin().size() + 1);
    }

    private void disagree(Mother mother) {
        PlantedTicket.open(
                system.vahid.bean(Tickets.class),
                system.person(mother.fin()),
                "death",
                "date",
                "pensions",
                "civil-status");
    }

    private JsonNode mine(Mother mother) {
        return RightsSystem.json(system.citizen(mother.fin(), "GET", "/v1/citizens/me/rights", null))
                .at("/offers/0");
    }

    @Test
    void what_registers_disagree_about_is_offered_once_a_lookup_has_seen_them_agree() {
        Mother mother = system.mother();
        disagree(mother);
        UUID event = system.born(mother);
        undecidedOnce(event);
        assertThat(system.offers(mother)).isEmpty();
        assertThat(system.database()
                        .queryForList(
                                "select entry::text from audit where entry ->> 'act' = 'right-evaluated'"
                                        + " and entry ->> 'event' = ? and entry ->> 'right' = ?",
                                String.class,
                                event.toString(),
                                RightsSystem.BIRTH))
                .isNotEmpty()
                .allMatch(entry -> entry.contains("DISPUTED"))
                .as("reports count the first of them")
                .anyMatch(entry -> entry.matches(".*\"asked\": ?0.*"));
        system.vahid.bean(TicketJob.class).run();
        system.await(event, Intent.State.OFFERED);
        assertThat(mine(mother).has("disputed")).isFalse();
    }

    /** It was found before, and registers may be wrong about what comes into doubt. */
    @Test
    void what_comes_into_doubt_later_is_said_beside_the_offer_to_the_citizen_and_to_whoever_awards() {
        Mother mother = system.offered();
        disagree(mother);
        assertThat(mine(mother).path("disputed")).extracting(JsonNode::asText).containsExactly("death");
        assertThat(mine(mother).path("state").asText()).isEqualTo("OFFERED");
        UUID before =
                RecordId.at(RecordId.time(system.offers(mother).get(0).step()).toEpochMilli() - 1);
        List<JsonNode> told = RightsSystem.json(system.fund("GET", "/v1/offers?after=" + before, null))
                .path("offers")
                .valueStream()
                .filter(offer -> offer.path("id").asText().equals(system.offer(mother)))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("disputed")).extracting(JsonNode::asText).containsExactly("death");
    }

    @Test
    void a_disagreement_about_something_else_keeps_nobody_from_an_offer() {
        Mother mother = system.mother();
        PlantedTicket.open(
                system.vahid.bean(Tickets.class),
                system.person(mother.fin()),
                "address",
                "apartment",
                "local-executive",
                "identity-register");
        system.await(system.born(mother), Intent.State.OFFERED);
    }

    /** As if the gateway had died after each of its transactions, and another had taken the intent up. */
    @Test
    void whatever_is_taken_up_again_is_offered_once() {
        Mother mother = system.offered();
        String again =
                "update right_intent set state = 'WAITING', next_at = now(), lease = null, leased_until = '-infinity'";
        for (String change : List.of("", ", dossier = null")) {
            system.database()
                    .update(
                            again + change + " where person = ? and right_code = ?",
                            system.person(mother.fin()),
                            RightsSystem.BIRTH);
            Awaitility.await()
                    .atMost(RightsSystem.LONGEST)
                    .until(() -> system.database()
                            .queryForList(
                                    "select state from right_intent where person = ? and right_code = ?",
                                    String.class,
                                    system.person(mother.fin()),
                                    RightsSystem.BIRTH)
                            .equals(List.of("KNOWN")));
        }
        assertThat(system.offers(mother)).hasSize(1);
        assertThat(system.acts(system.offers(mother).get(0).id())).containsExactly("right-offered");
    }

    /** An agency says that it corrected a fact: the offer is looked at anew, and stands or is withdrawn. */
    @Test
    void a_correction_that_takes_a_condition_away_withdraws_the_offer_and_no_other() {
        Mother kept = system.offered();
        Mother lost = system.offered();
        try (var replies = system.vahid
                .replies()
                .replaceAll(
                        "civil-status",
                        lost.fin(),
                        lost.child(),
                        system.vahid.population().fin(1))) {
            correct(kept);
            correct(lost);
            Awaitility.await()
                    .atMost(RightsSystem.LONGEST)
                    .until(() -> system.offers(lost).get(0).state() == Offer.State.WITHDRAWN);
            assertThat(system.offers(lost).get(0).reason()).isEqualTo("LATER_FACT");
            Awaitility.await()
                    .atMost(RightsSystem.LONGEST)
                    .until(() -> system.database()
                            .queryForList(
                                    "select state from right_intent where person = ? and right_code = ?",
                                    String.class,
                                    system.person(kept.fin()),
                                    RightsSystem.BIRTH)
                            .equals(List.of("KNOWN")));
            assertThat(system.offers(kept).get(0).state()).isEqualTo(Offer.State.OFFERED);
        }
    }

    private void correct(Mother mother) {
        Corrections corrections = system.vahid.bean(Corrections.class);
        UUID id = RecordId.next();
        corrections.keep(
                id,
                system.person(mother.fin()),
                "civil-status",
                "{\"fact\":\"family\"}".getBytes(StandardCharsets.UTF_8));
        corrections.step(id, Correction.State.ACCEPTED, new byte[0]);
    }
}
