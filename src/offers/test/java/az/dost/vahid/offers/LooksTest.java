package az.dost.vahid.offers;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.faces.OpenApi;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.journeys.lookup.OpenDossier;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.rights.Basis;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rights that are looked at because whoever awards lists people, and because a birthday comes. */
class LooksTest {
    private static final String LOOKS = "/v1/rights/looks";
    private static final String PENSION = "old-age-pension";
    private final RightsSystem system = RightsSystem.get();

    private HttpResponse<byte[]> order(String key, String right, List<String> people) {
        ObjectNode body =
                RightsSystem.JSON.createObjectNode().put("right", right).put("because", "LAW");
        ArrayNode list = body.putArray("people");
        people.forEach(list::add);
        HttpResponse<byte[]> answer = system.look(key, body);
        OpenApi.check(LOOKS, "post", answer);
        return answer;
    }

    private JsonNode progress(String order) {
        HttpResponse<byte[]> answer = system.fund("GET", LOOKS + "/" + order, null);
        OpenApi.check(LOOKS + "/{id}", "get", answer);
        return RightsSystem.json(answer);
    }

    private long told(String order) {
        return system.database()
                .queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'right-looks-ordered' and entry ->> 'order' = ?",
                        Long.class,
                        order);
    }

    @Test
    void each_person_of_a_list_is_looked_at_once_however_often_it_is_sent() {
        List<String> people =
                Stream.generate(() -> system.mother().fin()).limit(5).toList();
        String key = "list-" + UUID.randomUUID();
        HttpResponse<byte[]> first = order(key, PENSION, people);
        assertThat(first.statusCode()).isEqualTo(202);
        String order = RightsSystem.json(first).path("id").asText();
        assertThat(first.headers().firstValue("Location")).contains(LOOKS + "/" + order);
        assertThat(RightsSystem.json(first).path("people").asInt()).isEqualTo(5);
        Awaitility.await("all are looked at")
                .atMost(RightsSystem.LONGEST)
                .until(() -> progress(order).path("open").asInt() == 0);
        HttpResponse<byte[]> again = order(key, PENSION, people);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(RightsSystem.json(again)).isEqualTo(progress(order));
        assertThat(told(order)).isEqualTo(1);
        assertThat(system.database()
                        .queryForList("select state from right_intent where event = ?::uuid", String.class, order))
                .hasSize(5)
                .doesNotContain("FAILED", "REFUSED");
        assertThat(order(key, PENSION, people.subList(0, 4)).statusCode()).isEqualTo(409);
        assertThat(order(key, "old-age-allowance", people).statusCode()).isEqualTo(409);
        String said = system.database()
                .queryForObject("select entry::text from audit where entry ->> 'order' = ?", String.class, order);
        assertThat(people).allSatisfy(fin -> assertThat(said).doesNotContain(fin));
    }

    @Test
    @Tag("attack")
    void whoever_orders_is_told_nothing_of_a_person() {
        String fin = system.mother().fin();
        String order = RightsSystem.json(order("one-" + UUID.randomUUID(), PENSION, List.of(fin)))
                .path("id")
                .asText();
        Awaitility.await()
                .atMost(RightsSystem.LONGEST)
                .until(() -> progress(order).path("open").asInt() == 0);
        assertThat(progress(order).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "right", "people", "open");
        assertThat(RightsSystem.json(system.citizen(fin, "GET", "/v1/citizens/me/rights", null))
                        .path("looks")
                        .findValuesAsText("right"))
                .as("the citizen is")
                .contains(PENSION);
    }

    @Test
    @Tag("attack")
    void no_right_is_ordered_that_the_agency_does_not_award_and_nobody_else_orders() {
        String fin = system.mother().fin();
        for (String right : List.of("no-such-right", "birth-allowance", "survivor-pension")) {
            HttpResponse<byte[]> answer = order("other-" + UUID.randomUUID(), right, List.of(fin));
            assertThat(answer.statusCode()).as(right).isEqualTo(400);
            assertThat(RightsSystem.json(answer).path("field").asText()).isEqualTo("right");
        }
        assertThat(system.send(
                                "GET",
                                LOOKS + "/" + UUID.randomUUID(),
                                null,
                                Map.of("Authorization", "Bearer demo-pension-fund"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(system.send(
                                "GET",
                                LOOKS + "/" + UUID.randomUUID(),
                                null,
                                Map.of("Authorization", "Bearer demo-dost-centre-1"))
                        .statusCode())
                .isEqualTo(403);
    }

    /** A living citizen with 25 years of insurance whose 60th birthday is to come, another one for each number. */
    private String insured(int number) {
        Population people = system.vahid.population();
        return IntStream.range(0, people.size())
                .filter(n -> people.facts("identity-register", n).get("identity") instanceof Facts.Identity identity
                        && identity.citizenship().equals("AZE")
                        && identity.birthDate().plusYears(60).isAfter(LocalDate.now(Baku.CLOCK)))
                .filter(n -> people.facts("pensions", n).get("insuredRecord") instanceof Facts.InsuredRecord record
                        && record.totalMonths() >= 300)
                .filter(n -> !people.facts("civil-status", n).containsKey("death")
                        && !people.facts("pensions", n).containsKey("death"))
                .mapToObj(people::fin)
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    private OpenDossier looked(String fin) {
        String order = RightsSystem.json(order("born-" + UUID.randomUUID(), PENSION, List.of(fin)))
                .path("id")
                .asText();
        Awaitility.await()
                .atMost(RightsSystem.LONGEST)
                .until(() -> progress(order).path("open").asInt() == 0);
        UUID dossier = system.database()
                .queryForList(
                        "select dossier from right_evaluation where person = ? and right_code = ? order by dossier desc",
                        UUID.class,
                        system.person(fin),
                        PENSION)
                .get(0);
        return system.vahid.bean(BackgroundLookups.class).find(dossier, "rights");
    }

    /** The same, as if it had been looked up once more. */
    private static Look anew(OpenDossier dossier) {
        JsonNode none = MissingNode.getInstance();
        return new Look(RecordId.next(), new Basis(dossier.content(), none, none));
    }

    /** In the hands of this test: nobody else takes it before a year is over. */
    private TakenIntent held(String fin, UUID dossier) {
        UUID event = UUID.randomUUID();
        String person = system.person(fin);
        ObjectNode data = RightsSystem.JSON.createObjectNode().put("fin", fin);
        Intent intent = new Intent(RecordId.next(), event, PENSION, person, person, Intent.content(data, fin));
        system.vahid
                .bean(az.dost.vahid.proof.record.ActRecord.class)
                .keep(
                        RecordId.next(),
                        "test",
                        RightsSystem.JSON.createObjectNode(),
                        connection -> system.vahid
                                        .bean(Intents.class)
                                        .keeping(intent, Intent.State.WAITING)
                                        .make(connection)
                                && connection
                                                .createStatement()
                                                .executeUpdate(
                                                        "update right_intent set next_at = statement_timestamp() + interval '1 year' where id = '"
                                                                + intent.id() + "'")
                                        == 1);
        ClaimedRow<UUID> row = system.vahid
                .bean(LeaseKeeper.class)
                .of("right_intent", "id")
                .take(
                        new ClaimQuery("r.id = '" + intent.id() + "'", "r.next_at", "", "id"),
                        (each, n) -> each.getObject(1, UUID.class))
                .orElseThrow();
        return new TakenIntent(row.lease(), intent.id(), intent, dossier, 0, false);
    }

    private Instant next(UUID intent) {
        return system.database()
                .queryForObject(
                        "select next_at from right_intent where id = ? and state = 'WAITING'",
                        OffsetDateTime.class,
                        intent)
                .toInstant();
    }

    private String state(UUID intent) {
        return system.database().queryForObject("select state from right_intent where id = ?", String.class, intent);
    }

    @Test
    void the_man_who_turns_65_is_looked_at_on_that_day_and_offered_his_pension() {
        String fin = insured(0);
        OpenDossier dossier = looked(fin);
        LocalDate birthday = LocalDate.parse(
                        dossier.content().at("/facts/identity/value/birthDate").asText())
                .plusYears(65);
        Findings findings = system.vahid.bean(Findings.class);

        TakenIntent early = held(fin, dossier.id());
        findings.decide(early, anew(dossier), birthday.minusDays(51));
        assertThat(state(early.id())).as("too long before it").isEqualTo("UNDECIDED");

        TakenIntent before = held(fin, dossier.id());
        findings.decide(before, anew(dossier), birthday.minusDays(50));
        assertThat(next(before.id())).isEqualTo(birthday.atStartOfDay(Baku.ZONE).toInstant());

        TakenIntent then = held(fin, dossier.id());
        findings.decide(then, anew(dossier), birthday);
        assertThat(state(then.id())).isEqualTo("OFFERED");
        assertThat(system.vahid.bean(Offers.class).of(system.person(fin)))
                .extracting(Offer::right, Offer::state)
                .contains(org.assertj.core.groups.Tuple.tuple(PENSION, Offer.State.OFFERED));
    }

    @Test
    void nobody_is_looked_up_for_a_birthday_of_one_who_died() {
        String fin = insured(1);
        OpenDossier dossier = looked(fin);
        LocalDate birthday = LocalDate.parse(
                        dossier.content().at("/facts/identity/value/birthDate").asText())
                .plusYears(65);
        TakenIntent waits = held(fin, dossier.id());
        system.vahid.bean(Findings.class).decide(waits, anew(dossier), birthday.minusDays(3));
        assertThat(state(waits.id())).isEqualTo("WAITING");
        system.await(system.died(fin), Intent.State.WITHDRAWN);
        assertThat(state(waits.id())).isEqualTo("WITHDRAWN");
    }
}
