package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.offers.ChangedRequester;
import az.dost.vahid.offers.RightsSystem;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a clerk is told at an answer of rights that may be open. */
class ClerkRightsTest {
    private static final String PENSION = "old-age-pension";
    /** Asks for identity, vehicles, disability and the queue for a flat: of no insured record. */
    private static final String SERVICE = "ccu-car";

    private static final Person CLERK = new Person("a.mammadova");
    private static final LocalDate TODAY = LocalDate.ofInstant(java.time.Instant.now(), ZoneId.of("Asia/Baku"));
    private final RightsSystem system = RightsSystem.get();
    private final JdbcTemplate jdbc = RunningVahid.get().bean(JdbcTemplate.class);

    /** A living citizen of this age, of whom registers agree. @param last how many more of that kind are left out */
    private static String aged(int from, int to, int last) {
        Population people = RunningVahid.get().population();
        return IntStream.range(3_000, people.size())
                .filter(n -> people.facts("identity-register", n).get("identity") instanceof Facts.Identity identity
                        && identity.citizenship().equals("AZE")
                        && identity.birthDate().plusYears(from).isBefore(TODAY)
                        && identity.birthDate().plusYears(to).isAfter(TODAY)
                        && !people.facts("civil-status", n).containsKey("death")
                        && !people.facts("pensions", n).containsKey("death")
                        && !people.facts("disability", n).containsKey("disability"))
                .skip(last)
                .mapToObj(people::fin)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode asked(String fin, String caseRef) {
        HttpResponse<byte[]> answer = CLERK.lookUp(fin, SERVICE, caseRef, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Person.json(answer);
    }

    private static String path(JsonNode dossier) {
        return "/v1/dossiers/" + dossier.path("dossierId").asText() + "/rights";
    }

    private static JsonNode rights(JsonNode dossier) {
        HttpResponse<byte[]> answer = CLERK.get(path(dossier));
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        OpenApi.check("/v1/dossiers/{id}/rights", "get", answer);
        return Person.json(answer).path("rights");
    }

    private static Set<String> codes(JsonNode rights) {
        return rights.valueStream().map(right -> right.path("right").asText()).collect(Collectors.toSet());
    }

    private static JsonNode pension(JsonNode rights) {
        return rights.valueStream()
                .filter(right -> right.path("right").asText().equals(PENSION))
                .findFirst()
                .orElse(Gateway.JSON.missingNode());
    }

    private List<String> told(JsonNode dossier) {
        return jdbc.queryForList(
                "select entry::text from audit where entry ->> 'act' = 'desk-rights-shown' and entry ->> 'dossier' = ?",
                String.class,
                dossier.path("dossierId").asText());
    }

    @Test
    @Tag("attack")
    void what_the_lookup_did_not_ask_for_is_not_known_and_nothing_is_asked() {
        String fin = aged(66, 80, 0);
        JsonNode dossier = asked(fin, "RIGHTS/1");
        String lookups = "select count(*) from audit where entry ->> 'kind' = 'DOSSIER' and entry ->> 'person' = ?";
        String person = system.person(fin);
        Long before = jdbc.queryForObject(lookups, Long.class, person);
        JsonNode right = pension(rights(dossier));
        assertThat(right.path("outcome").asText()).isEqualTo("UNDECIDED");
        assertThat(right.path("awardedBy").asText()).isEqualTo("pensions");
        assertThat(right.path("conditions")).hasSize(3).allSatisfy(condition -> {
            boolean age = condition.path("id").asText().equals("age");
            assertThat(condition.path("outcome").asText()).isEqualTo(age ? "HOLDS" : "NOT_KNOWN");
            assertThat(condition.path("because").toString()).satisfies(because -> {
                if (!age) {
                    assertThat(because).contains("NOT_ASKED");
                }
            });
        });
        assertThat(right.has("offer")).isFalse();
        assertThat(jdbc.queryForObject(lookups, Long.class, person)).isEqualTo(before);
        assertThat(told(dossier))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .contains(PENSION, "a.mammadova", "centre-1-desk")
                        .doesNotContain(fin));
        assertThat(right.toString()).doesNotContain(fin, "1956", "value");
    }

    @Test
    void who_is_young_has_no_pension_to_come_and_one_who_died_nothing() {
        assertThat(codes(rights(asked(aged(30, 40, 0), "RIGHTS/2")))).doesNotContain(PENSION, "old-age-allowance");
        JsonNode dead = asked(Personas.DEAD_AND_ALIVE.fin(), "RIGHTS/3");
        assertThat(dead.at("/subject/state").asText()).isEqualTo("DECEASED");
        assertThat(rights(dead)).isEmpty();
        assertThat(told(dead)).as("nothing was told").isEmpty();
    }

    @Test
    void an_offer_that_is_open_is_told_with_its_right_and_one_that_was_declined_is_not() {
        String fin = aged(66, 80, 1);
        JsonNode dossier = asked(fin, "RIGHTS/4");
        String offer = system.planted(fin, PENSION);
        JsonNode told = pension(rights(dossier)).path("offer");
        assertThat(told.path("state").asText()).isEqualTo("OFFERED");
        assertThat(told.path("until").asText()).isNotEmpty();
        system.citizen(fin, "POST", "/v1/citizens/me/rights/" + offer + "/refusal", "");
        assertThat(pension(rights(dossier)).has("right")).isTrue();
        assertThat(pension(rights(dossier)).has("offer")).isFalse();
    }

    @Test
    void what_was_awarded_already_is_told_no_more() {
        String fin = aged(66, 80, 7);
        JsonNode dossier = asked(fin, "RIGHTS/11");
        String offer = system.planted(fin, PENSION);
        system.citizen(fin, "POST", "/v1/citizens/me/rights/" + offer + "/acceptance", "");
        assertThat(pension(rights(dossier)).at("/offer/state").asText()).isEqualTo("ACCEPTED");
        assertThat(system.fund("POST", "/v1/offers/" + offer + "/answer", "{\"answer\":\"AWARDED\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(codes(rights(dossier))).doesNotContain(PENSION);
    }

    @Test
    @Tag("attack")
    void an_answer_of_somebody_else_has_none() throws Exception {
        JsonNode dossier = asked(aged(66, 80, 2), "RIGHTS/5");
        HttpResponse<byte[]> other = new Person("e.guliyev").get(path(dossier));
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(Person.code(other)).isEqualTo("DOSSIER_UNKNOWN");
        ChangedRequester.with("centre-1-desk", "roles: [CENTRE_MANAGER]", "roles: [CLERK]", () -> {
            Person colleague = new Person("k.aliyev");
            assertThat(colleague
                            .get("/v1/dossiers/" + dossier.path("dossierId").asText())
                            .statusCode())
                    .as("the office's answers are everybody's there")
                    .isEqualTo(200);
            assertThat(colleague.get(path(dossier)).statusCode()).isEqualTo(404);
        });
    }

    @Test
    @Tag("attack")
    void what_the_office_is_not_granted_is_not_told() throws Exception {
        JsonNode dossier = asked(aged(66, 80, 3), "RIGHTS/6");
        assertThat(codes(rights(dossier))).contains(PENSION);
        ChangedRequester.with(
                "centre-1-desk",
                "  - proactive:" + PENSION + "\n",
                "",
                () -> assertThat(codes(rights(dossier))).doesNotContain(PENSION));
        HttpResponse<byte[]> asks = CLERK.lookUp(aged(66, 80, 3), "proactive:" + PENSION, "RIGHTS/6", null);
        assertThat(asks.statusCode()).as("the grant is none to look up").isEqualTo(400);
    }

    @Test
    @Tag("attack")
    void a_right_that_needs_a_special_fact_is_not_told_to_an_office_without_it() throws Exception {
        JsonNode dossier = asked(Personas.WAR_VETERAN.fin(), "RIGHTS/7");
        assertThat(codes(rights(dossier))).contains("war-disability-stipend");
        ChangedRequester.with("centre-1-desk", "specialFacts: [\"*\"]", "specialFacts: [medicalReferral]", () -> {
            HttpResponse<byte[]> answer = CLERK.get(path(dossier));
            assertThat(answer.statusCode()).as("nor is the answer given again").isEqualTo(404);
        });
    }

    @Test
    @Tag("attack")
    void of_a_protected_person_nothing_is_told() throws Exception {
        String fin = aged(66, 80, 4);
        JsonNode dossier = asked(fin, "RIGHTS/8");
        assertThat(codes(rights(dossier))).contains(PENSION);
        Path file = RunningVahid.get().data().resolve("keys/protected-persons.yaml");
        String before = Files.exists(file) ? Files.readString(file) : "persons: []\n";
        Files.writeString(file, "persons:\n  - person: " + system.person(fin) + "\n");
        try {
            Awaitility.await("protection").until(() -> rights(dossier).isEmpty());
        } finally {
            Files.writeString(file, before);
        }
        Awaitility.await("no protection").until(() -> !rights(dossier).isEmpty());
    }

    @Test
    void where_verdicts_alone_were_given_out_none_is_told() {
        HttpResponse<byte[]> answer = CLERK.lookUp(aged(66, 80, 5), SERVICE, "RIGHTS/9", "VERDICTS");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(rights(Person.json(answer))).isEmpty();
    }

    @Test
    @Tag("attack")
    void nobody_but_a_clerk_asks_and_head_reads_nothing() {
        JsonNode dossier = asked(aged(66, 80, 6), "RIGHTS/10");
        for (String login : List.of("k.aliyev", "l.huseynova", "r.ismayilov", "t.babayev", "g.ahmadova")) {
            assertThat(new Person(login).get(path(dossier)).statusCode())
                    .as(login)
                    .isEqualTo(403);
        }
        HttpResponse<byte[]> head =
                Gateway.send("HEAD", path(dossier), null, Map.of("Authorization", "Bearer " + CLERK.token()));
        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(told(dossier)).isEmpty();
        assertThat(CLERK.get("/v1/dossiers/" + UUID.randomUUID() + "/rights").statusCode())
                .isEqualTo(404);
    }
}
