package az.dost.vahid.pages;

import static az.dost.vahid.pages.HotLineVisits.BOTH;
import static az.dost.vahid.pages.HotLineVisits.CALL;
import static az.dost.vahid.pages.HotLineVisits.GET_DOSSIER;
import static az.dost.vahid.pages.HotLineVisits.VERDICTS;
import static az.dost.vahid.pages.HotLineVisits.check;
import static az.dost.vahid.pages.HotLineVisits.gateway;
import static az.dost.vahid.pages.HotLineVisits.posts;
import static az.dost.vahid.pages.HotLineVisits.seen;
import static az.dost.vahid.pages.HotLineVisits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked up in a call: verdicts, and no fact whoever gives one. */
@Tag("pages")
class CallVerdictsTest {
    @BeforeEach
    void an_official_of_the_hot_line() {
        HotLineVisits.lay();
    }

    @Test
    void a_checked_caller_is_looked_up_for_verdicts_and_nothing_else() {
        try (Visit official = visit()) {
            check(official);
            assertThat(posts())
                    .singleElement()
                    .satisfies(asked ->
                            assertThat(asked.body()).contains("\"birthDate\":\"1984-03-09\"", "\"fin\":\"W1D0W01\""));
            seen(official, "hotline-call-new");
            // What looked at the page left its marks in it.
            official.open(CALL);
            gateway().finds(HotLineDossiers.GUIDE, "ccu-martyr-family-pension");
            official.page().locator("#service").fill("martyr family pension");
            official.page().waitForFunction("() => document.querySelectorAll('#services input').length < 5");
            official.page().locator("#service-ccu-martyr-family-pension").check();
            official.page().locator("#send").click();
            official.page().waitForURL("**" + VERDICTS);
            PlayedGateway.Asked lookup = posts().stream()
                    .filter(asked -> asked.path().equals("/v1/dossiers"))
                    .findFirst()
                    .orElseThrow();
            assertThat(lookup.body())
                    .contains(
                            "\"view\":\"VERDICTS\"",
                            "\"channel\":\"CALL_CENTRE\"",
                            "\"caseRef\":\"" + HotLineDossiers.CALL + "\"");
            assertThat(lookup.header("Idempotency-Key")).hasSize(36);
            assertThat(official.text()).contains("2 papers are needed").doesNotContain(Dossiers.FIN);
            assertThat(official.addresses()).noneMatch(address -> address.contains(Dossiers.FIN));
            official.noticedNothing();
        }
    }

    @Test
    void a_service_must_be_chosen() {
        try (Visit official = visit()) {
            check(official);
            official.page().locator("#send").click();
            official.page().waitForSelector("#service-error");
            official.picture("hotline-call-faults-az").isAccessible().noticedNothing();
        }
    }

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of("complete", Dossiers.complete(), "No paper is needed"),
                Arguments.of("partial", Dossiers.partial(), "2 papers are needed"),
                Arguments.of("nobody", Dossiers.nobody(), "No register knows a person with this FIN"),
                Arguments.of("deceased", Dossiers.deceased(), "the person has died"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verdicts")
    void verdicts_begin_with_their_sentence_and_have_no_fact(String kind, ObjectNode dossier, String sentence) {
        gateway().answers(GET_DOSSIER, 200, HotLineDossiers.verdicts(dossier).toString());
        for (Visit.Eyes eyes : BOTH) {
            try (Visit official = visit(eyes)) {
                official.open(VERDICTS);
                seen(official, "hotline-verdicts-" + kind + "-" + eyes.width());
                assertThat(official.text()).contains(sentence).doesNotContain(Dossiers.FIN, "{", "()");
            }
        }
    }

    @Test
    @Tag("attack")
    void an_answer_with_facts_is_not_shown_whoever_gave_it() {
        gateway().answers(GET_DOSSIER, 200, Dossiers.partial().toString());
        try (Visit official = visit()) {
            assertThat(official.open(VERDICTS).status()).isEqualTo(404);
            gateway()
                    .answers(
                            GET_DOSSIER,
                            200,
                            Dossiers.partial().put("view", "VERDICTS").toString());
            assertThat(official.open(VERDICTS).status()).isEqualTo(404);
            assertThat(official.page().content()).doesNotContain(Dossiers.FIN, "İSMAYILOVA");
        }
    }

    @Test
    @Tag("attack")
    void the_clerks_pages_of_a_dossier_are_not_there() {
        try (Visit official = visit()) {
            for (String address : List.of(
                    "/desk",
                    "/desk/dossiers/" + Dossiers.ID,
                    "/desk/dossiers/" + Dossiers.ID + "/photo",
                    "/desk/dossiers/" + Dossiers.ID + "/dossier.json",
                    "/centre")) {
                assertThat(official.open(address).status()).as(address).isEqualTo(404);
            }
        }
    }

    @Test
    void agencies_are_asked_again_and_the_page_says_how_far_it_is() {
        gateway().answers("POST /v1/dossiers/" + Dossiers.ID + "/follow", 202, "{}");
        try (Visit official = visit()) {
            official.open(VERDICTS);
            gateway()
                    .answers(
                            GET_DOSSIER + "/follow",
                            200,
                            "{\"dossier\":\"" + Dossiers.ID + "\",\"latest\":\"" + Dossiers.ID
                                    + "\",\"until\":\"2026-11-28T16:00:00Z\",\"next\":\"2026-11-28T08:05:00Z\",\"state\":\"WAITING\",\"attempts\":1}");
            official.press("Cavab verməyən qurumlara təkrar sorğu göndər (8 saat ərzində)");
            official.page().waitForSelector("form[action$='/follow/stop']");
            assertThat(posts())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"withinMinutes\":480}"));
            seen(official, "hotline-verdicts-followed");
        }
    }

    @Test
    void a_slip_of_the_caller_is_found_by_its_code() {
        gateway()
                .answers(
                        "POST /v1/hot-line/slips",
                        200,
                        HotLineDossiers.verdicts(Dossiers.partial())
                                .put("caseRef", "DOST-1/7")
                                .toString());
        try (Visit official = visit()) {
            check(official);
            official.page().locator("#code").fill("88fd 6dac-9199");
            official.press("Yaddaş vərəqini tap");
            official.page().waitForSelector("#verdicts");
            assertThat(posts().get(posts().size() - 1).body())
                    .isEqualTo("{\"call\":\"" + HotLineDossiers.CALL
                            + "\",\"fin\":\"W1D0W01\",\"code\":\"88FD-6DAC-9199\"}");
            seen(official, "hotline-slip");
            assertThat(official.text()).contains("The slip was given on").doesNotContain("DOST-1/7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"88FD-6DAC", "W1D0W01", "ZZZZ-ZZZZ-ZZZZ", ""})
    void a_code_that_is_none_is_told_at_its_field(String code) {
        try (Visit official = visit(Visit.Eyes.WITHOUT_SCRIPTS)) {
            check(official);
            official.page().locator("#code").fill(code);
            official.press("Yaddaş vərəqini tap");
            official.page().waitForSelector("#code-error");
            assertThat(posts()).hasSize(1);
        }
    }

    @Test
    void a_call_says_that_papers_are_not_known_yet_in_place_of_none() {
        gateway()
                .answers(
                        HotLineVisits.GET_CALL,
                        200,
                        HotLineDossiers.call(
                                null,
                                HotLineDossiers.lookup().replace("\"stillNeeded\":2", "\"stillNeeded\":0,\"open\":3")));
        try (Visit official = visit()) {
            official.open(HotLineVisits.CALL);
            assertThat(official.text()).contains("3 sənəd barədə cavab gözlənilir");
            assertThat(official.english().text()).contains("No paper known so far; 3 not known yet");
        }
    }

    @Test
    void a_slip_of_somebody_else_is_not_there() {
        gateway().refuses("POST /v1/hot-line/slips", 404, "NOT_FOUND");
        try (Visit official = visit()) {
            check(official);
            official.page().locator("#code").fill("88FD-6DAC-9199");
            official.press("Yaddaş vərəqini tap");
            official.page().waitForSelector("#state");
            assertThat(official.page().locator("h1").innerText()).isEqualTo("Səhifə tapılmadı");
        }
    }
}
