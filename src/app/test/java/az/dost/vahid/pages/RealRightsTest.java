package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Nothing is played: something happens in somebody's life, a register tells of it, the bus finds the right, the citizen
 * accepts it at the pages, and the fund awards it.
 */
class RealRightsTest {
    private static final RunningPages PAGES = RunningPages.real();
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Of whoever is as old on this day that does not depend on when this runs. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Population people = VAHID.population();

    @Test
    void a_child_is_born_and_the_mother_draws_the_allowance() throws Exception {
        int mother = one(n -> identity(n) != null
                && identity(n).sex().equals("FEMALE")
                && lives(n)
                && fact("employment", "employment", n) instanceof List<?> jobs
                && jobs.stream().map(Facts.Employment.class::cast).anyMatch(job -> job.endedOn() == null)
                && family(n) != null
                && !children(n).isEmpty());
        happened(
                "az.dost.birth.v1",
                Map.of("fin", children(mother).get(0), "dateOfBirth", DAY.toString(), "motherFin", people.fin(mother)));
        fromOfferToAward(people.fin(mother), "rights-birth", "600");
    }

    @Test
    void a_mother_bears_her_sixth_child_and_draws_the_allowance() throws Exception {
        int mother = one(n -> identity(n) != null
                && identity(n).sex().equals("FEMALE")
                && lives(n)
                && family(n) != null
                && children(n).size() == 6);
        String sixth = family(mother).children().stream()
                .max(Comparator.comparing(Facts.Family.Child::birthDate))
                .orElseThrow()
                .fin();
        happened(
                "az.dost.birth.v1", Map.of("fin", sixth, "dateOfBirth", "2026-10-20", "motherFin", people.fin(mother)));
        fromOfferToAward(people.fin(mother), "rights-six", "600");
    }

    @Test
    void a_pensioner_dies_and_his_widow_draws_what_his_record_gives_her() throws Exception {
        int husband = one(n -> fact("civil-status", "death", n) instanceof Facts.Death death
                && fact("pensions", "death", n) instanceof Facts.DeathDate told
                && told.date().equals(death.date())
                && months(n) >= 260
                && family(n) != null
                && family(n).spouse() != null
                && old(people.number(family(n).spouse().fin()).orElseThrow()));
        happened("az.dost.death.v1", Map.of("fin", people.fin(husband), "dateOfDeath", DAY.toString()));
        fromOfferToAward(family(husband).spouse().fin(), "rights-widow", "");
    }

    @Test
    void a_man_is_65_and_draws_his_pension() throws Exception {
        int man = one(n -> identity(n) != null && identity(n).sex().equals("MALE") && old(n) && months(n) >= 300);
        look(man, "BIRTHDAY");
        fromOfferToAward(people.fin(man), "rights-65", "");
    }

    /** A mother of several is told what was looked at and that it is open: no register says whom she raised. */
    @Test
    void a_mother_who_may_draw_her_pension_earlier_is_refused_by_nobody() throws Exception {
        int mother = one(n -> identity(n) != null
                && identity(n).sex().equals("FEMALE")
                && lives(n)
                && months(n) >= 300
                && identity(n).birthDate().plusYears(61).isBefore(DAY)
                && identity(n).birthDate().plusYears(64).isAfter(DAY)
                && family(n) != null
                && !children(n).isEmpty());
        look(mother, "LAW");
        try (Visit citizen = new Visit(PAGES).login(people.fin(mother))) {
            Awaitility.await().atMost(LONGEST).until(() -> {
                citizen.open("/my/rights");
                return citizen.page().locator("#looks").count() > 0;
            });
            citizen.in("en");
            assertThat(citizen.text())
                    .contains("Old-age labour pension", "It could not be found out, which is no refusal");
            citizen.picture("rights-raised-children").isAccessible().noticedNothing();
        }
    }

    /** The fund has the pension of somebody looked at. */
    private void look(int n, String because) throws Exception {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("right", "old-age-pension")
                .put("because", because);
        order.putArray("people").add(people.fin(n));
        assertThat(post("/v1/rights/looks", "demo-pension-fund", order).statusCode())
                .isEqualTo(202);
    }

    private void fromOfferToAward(String fin, String picture, String amount) throws Exception {
        try (Visit citizen = new Visit(PAGES).login(fin)) {
            Locator accept = citizen.page().locator("form[action$='/acceptance'] button");
            Awaitility.await().atMost(LONGEST).until(() -> {
                citizen.open("/my/rights");
                return accept.count() > 0;
            });
            citizen.page().locator("details summary").first().click();
            citizen.picture(picture + "-offered").isAccessible();
            assertThat(citizen.text()).contains(amount).doesNotContain(fin);
            String offer = citizen.page()
                    .locator("h3[id^='offer-']")
                    .first()
                    .getAttribute("id")
                    .replaceFirst("offer-", "");
            accept.first().click();
            citizen.page().waitForCondition(() -> accept.count() == 0);
            HttpResponse<byte[]> awarded = post(
                    "/v1/offers/" + offer + "/answer",
                    "demo-pension-fund",
                    JsonNodeFactory.instance.objectNode().put("answer", "AWARDED"));
            assertThat(awarded.statusCode()).isEqualTo(200);
            citizen.open("/my/rights");
            assertThat(citizen.page().locator(".vahid-tag--good").count()).isEqualTo(1);
            citizen.picture(picture + "-awarded").isAccessible().noticedNothing();
        }
    }

    private int one(IntPredicate who) {
        return IntStream.range(0, people.size()).filter(who).findFirst().orElseThrow();
    }

    private Object fact(String agency, String fact, int n) {
        return people.facts(agency, n).get(fact);
    }

    /** A citizen's; null for anybody else. */
    private Facts.Identity identity(int n) {
        return fact("identity-register", "identity", n) instanceof Facts.Identity identity
                        && identity.citizenship().equals("AZE")
                ? identity
                : null;
    }

    private Facts.Family family(int n) {
        return (Facts.Family) fact("civil-status", "family", n);
    }

    private List<String> children(int n) {
        return family(n).children().stream()
                .filter(child -> child.diedOn() == null)
                .map(Facts.Family.Child::fin)
                .toList();
    }

    private boolean lives(int n) {
        return fact("civil-status", "death", n) == null && fact("pensions", "death", n) == null;
    }

    private boolean old(int n) {
        return identity(n) != null
                && lives(n)
                && identity(n).birthDate().plusYears(65).isBefore(DAY);
    }

    private int months(int n) {
        return fact("pensions", "insuredRecord", n) instanceof Facts.InsuredRecord record ? record.totalMonths() : 0;
    }

    private void happened(String type, Map<String, String> data) throws Exception {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "urn:dost:publisher:civil-registry")
                .put("type", type)
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        ObjectNode said = event.putObject("data").put("recordNumber", "1");
        data.forEach(said::put);
        assertThat(post("/v1/events", "demo-civil-registry", event).statusCode())
                .isEqualTo(202);
    }

    private static HttpResponse<byte[]> post(String path, String token, JsonNode body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(VAHID.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .header(
                                "Content-Type",
                                path.endsWith("events") ? "application/cloudevents+json" : "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(Json.mapper().writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
