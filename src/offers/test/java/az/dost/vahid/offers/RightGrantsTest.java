package az.dost.vahid.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.offers.RightsSystem.Mother;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.rights.Rights;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Period;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Nothing is looked for, and nothing given out, that no file grants. */
class RightGrantsTest {
    private final RightsSystem system = RightsSystem.get();

    private void with(String requester, String text, String by, ChangedRequester.Step step) throws Exception {
        ChangedRequester.with(requester, text, by, step);
    }

    @Test
    void a_right_that_is_granted_no_more_is_not_looked_for() throws Exception {
        with("rights", "  - proactive:birth-allowance\n", "", () -> {
            Mother mother = system.mother();
            UUID event = system.born(mother);
            system.await(event, Intent.State.REFUSED);
            assertThat(system.offers(mother)).isEmpty();
            assertThat(system.database()
                            .queryForObject(
                                    "select code from right_intent where event = ? and right_code = ?",
                                    String.class,
                                    event,
                                    RightsSystem.BIRTH))
                    .isEqualTo("NOT_GRANTED");
        });
    }

    @Test
    @Tag("attack")
    void who_awarded_once_and_awards_no_more_sees_no_offer() throws Exception {
        String offer = system.offer(system.offered());
        assertThat(system.fund("GET", "/v1/offers/" + offer, null).statusCode()).isEqualTo(200);
        with("pension-fund", "grants: [\"award:pensions\", \"look:pensions\"]", "grants: [\"award:tax\"]", () -> {
            assertThat(system.fund("GET", "/v1/offers/" + offer, null).statusCode())
                    .isEqualTo(404);
            assertThat(system.fund("POST", "/v1/offers/" + offer + "/answer", "{\"answer\":\"AWARDED\"}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(RightsSystem.json(system.fund("GET", "/v1/offers", null)).path("offers"))
                    .isEmpty();
        });
        with(
                "pension-fund",
                "grants: [\"award:pensions\", \"look:pensions\"]",
                "grants: []",
                () -> assertThat(system.fund("GET", "/v1/offers/" + offer, null).statusCode())
                        .isEqualTo(403));
    }

    @Test
    @Tag("attack")
    void who_ordered_looks_once_and_may_no_more_orders_none_and_reads_none() throws Exception {
        String fin = system.mother().fin();
        HttpResponse<byte[]> ordered = system.look("once-" + UUID.randomUUID(), fin);
        assertThat(ordered.statusCode()).isEqualTo(202);
        String order =
                "/v1/rights/looks/" + RightsSystem.json(ordered).path("id").asText();
        with("pension-fund", "look:pensions", "look:tax", () -> {
            HttpResponse<byte[]> answer = system.look("again-" + UUID.randomUUID(), fin);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(RightsSystem.json(answer).path("field").asText()).isEqualTo("right");
            assertThat(system.fund("GET", order, null).statusCode()).isEqualTo(404);
        });
        with("pension-fund", ", \"look:pensions\"", "", () -> {
            assertThat(system.look("more-" + UUID.randomUUID(), fin).statusCode())
                    .isEqualTo(403);
            assertThat(system.fund("GET", order, null).statusCode()).isEqualTo(403);
        });
    }

    @Test
    void what_would_be_forgotten_before_its_birthday_stops_the_start_where_rights_are_looked_for() {
        OffersConfiguration start = new OffersConfiguration();
        OfferSettings on = settings("classpath:contracts/rights", "rights", "rights");
        OfferSettings off = settings("", "rights", "rights");
        assertThatThrownBy(() -> start.findings(null, null, null, null, null, null, null, null, on, Period.ofDays(2)))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.rights.birthdays-within");
        assertThat(start.findings(null, null, null, null, null, null, null, null, on, Period.ofDays(3)))
                .isNotNull();
        assertThat(start.findings(null, null, null, null, null, null, null, null, off, Period.ofDays(2)))
                .isNotNull();
    }

    private static OfferSettings settings(String folder, String requester, String official) {
        Duration day = Duration.ofDays(1);
        return new OfferSettings(folder, requester, official, day, day, day, day, day);
    }

    private Rights start(String requester, String official) {
        OfferSettings settings = settings("classpath:contracts/rights", requester, official);
        return new OffersConfiguration()
                .rights(
                        settings,
                        new PathMatchingResourcePatternResolver(),
                        system.vahid.bean(AccessPolicy.class),
                        system.vahid.bean(PassportCatalogue.class));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, rights, No requester is called nobody",
        "rights, somebody, is not granted proactive:birth-allowance (official)",
        "dost-centre-1, test.official, is not granted proactive:birth-allowance (service)"
    })
    void a_grant_that_is_missing_stops_the_start_and_is_named(String requester, String official, String told) {
        assertThatThrownBy(() -> start(requester, official))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(told);
    }

    @Test
    void a_purpose_of_the_bus_stands_in_no_list_of_services() {
        Rights rights = start("rights", "rights");
        PassportCatalogue catalogue = system.vahid.bean(PassportCatalogue.class);
        assertThat(rights.codes()).hasSizeGreaterThan(9).allSatisfy(code -> {
            assertThat(catalogue.find("proactive:" + code)).isPresent();
            assertThat(rights.purpose(code).documents()).isEmpty();
        });
        assertThat(catalogue.all()).extracting(Passport::code).noneMatch(code -> code.contains(":"));
    }

    /** The kin of one who died stands in no event: the event's person is asked about first, and nobody else. */
    @Test
    void whose_right_it_is_comes_from_the_event_alone() {
        Rights rights = start("rights", "rights");
        var birth = RightsSystem.JSON
                .createObjectNode()
                .put("fin", "AAAAAAA")
                .put("motherFin", "BBBBBBB")
                .put("fatherFin", "CCCCCCC");
        assertThat(rights.persons("birth-allowance", birth)).containsExactly("BBBBBBB", "CCCCCCC");
        assertThat(rights.persons("disability-pension", birth)).containsExactly("AAAAAAA");
        assertThat(rights.persons("survivor-pension", birth)).containsExactly("AAAAAAA");
        assertThat(rights.own()).contains("old-age-pension").doesNotContain("survivor-pension", "birth-allowance");
    }
}
