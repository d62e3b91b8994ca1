package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.whole.RunningVahid;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing is played: a citizen asks at the pages for a proof to carry, registers are asked, and he ends it. */
class RealCredentialsTest {
    private static final RunningPages PAGES = RunningPages.real();
    private static final RunningVahid VAHID = RunningVahid.get();
    private final Population people = VAHID.population();

    private String disabled() {
        return IntStream.range(2_000, people.size())
                .filter(n -> !people.facts("civil-status", n).containsKey("death")
                        && !people.facts("pensions", n).containsKey("death")
                        && people.facts("disability", n).get("disability") instanceof Facts.Disability one
                        && (one.reviewOn() == null
                                || one.reviewOn()
                                        .isAfter(LocalDate.now(Baku.CLOCK).plusDays(2))))
                .mapToObj(people::fin)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_citizen_gets_codes_for_a_wallet_sees_the_lookup_and_ends_it() {
        String fin = disabled();
        try (Visit citizen = new Visit(PAGES).login(fin)) {
            citizen.open("/my/credentials");
            citizen.in("az");
            citizen.page().getByLabel("Əlillik").check();
            citizen.press("Sənədi istə");
            citizen.page().waitForSelector("#code");
            assertThat(citizen.page().locator("#code").innerText()).matches("[0-9]{6}");
            assertThat(citizen.page().content()).doesNotContain(fin);
            citizen.picture("credential-offered-real").isAccessible();
            citizen.press("Rəqəmsal sənədlər");
            citizen.page().waitForSelector("#own");
            assertThat(citizen.text()).contains("Rəqəmsal pulqabına əlavə edilməyi gözləyir");
            citizen.press("Ləğv et");
            citizen.page().waitForSelector("text=Götürülməyib");
            citizen.open("/my/lookups");
            assertThat(citizen.text()).contains("Əlillik");
            citizen.noticedNothing();
        }
    }

    @Test
    void with_nothing_to_prove_a_citizen_reads_why() {
        String fin = IntStream.range(2_000, people.size())
                .filter(n -> !people.facts("civil-status", n).containsKey("death")
                        && !people.facts("pensions", n).containsKey("death")
                        && !people.facts("disability", n).containsKey("disability"))
                .mapToObj(people::fin)
                .findFirst()
                .orElseThrow();
        try (Visit citizen = new Visit(PAGES).login(fin)) {
            citizen.open("/my/credentials");
            citizen.in("en");
            citizen.page().getByLabel("Disability").check();
            citizen.press("Ask for it");
            citizen.page().waitForSelector("#error-summary");
            assertThat(citizen.text()).contains("Registers do not say so");
        }
    }
}
