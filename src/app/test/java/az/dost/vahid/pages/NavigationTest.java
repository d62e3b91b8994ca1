package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever has many pages finds them in groups, by keyboard and without scripts. */
@Tag("pages")
class NavigationTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String MENUS = ".vahid-navigation > ul > li";

    private static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    @BeforeEach
    void an_operator() {
        gateway().knows("r.ismayilov", "OPERATOR").forget();
        PlayedOperations.lay(gateway());
    }

    @Test
    void an_operator_has_four_entries_in_place_of_sixteen_and_reaches_each_page() {
        try (Visit operator = new Visit(PAGES, Visit.Eyes.WITHOUT_SCRIPTS)
                .login("r.ismayilov")
                .english()) {
            assertThat(operator.page().locator(MENUS).count()).isEqualTo(4);
            assertThat(operator.page().locator(".vahid-navigation a").count()).isEqualTo(16);
            Locator letters = operator.page().locator(".vahid-navigation a[href='/operator/dead-letters']");
            assertThat(letters.isVisible()).isFalse();
            operator.page()
                    .locator(".vahid-menu summary", new Page.LocatorOptions().setHasText("Lookups and messages"))
                    .click();
            letters.click();
            operator.page().waitForURL("**/operator/dead-letters");
            assertThat(operator.page()
                            .locator(".vahid-menu summary[aria-current]")
                            .innerText())
                    .contains("Lookups and messages", "Dead letters");
            assertThat(operator.page()
                            .locator(".vahid-navigation a[aria-current]")
                            .count())
                    .isOne();
        }
    }

    @Test
    void a_group_opens_and_closes_by_the_keyboard_and_only_one_is_open() {
        try (Visit operator = new Visit(PAGES).login("r.ismayilov")) {
            Page page = operator.page();
            Locator first = page.locator(".vahid-menu").first();
            first.locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(first.getAttribute("open")).isNotNull();
            operator.picture("navigation-open-az").isAccessible().isNotTooWide();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.getAttribute('href')"))
                    .isEqualTo("/operator/trail");
            page.keyboard().press("Escape");
            assertThat(first.getAttribute("open")).isNull();
            assertThat(page.evaluate("() => document.activeElement.tagName")).isEqualTo("SUMMARY");
            page.keyboard().press("Space");
            page.locator(".vahid-menu").nth(1).locator("summary").click();
            assertThat(page.locator(".vahid-menu[open]").count()).isOne();
            page.locator("footer").click();
            assertThat(page.locator(".vahid-menu[open]").count()).isZero();
            operator.noticedNothing();
        }
    }

    @Test
    void an_open_group_fits_on_a_phone() {
        try (Visit operator = new Visit(PAGES, Visit.Eyes.NARROW).login("r.ismayilov")) {
            operator.page().locator(".vahid-menu summary").last().click();
            operator.picture("navigation-open-320-az").isAccessible().isNotTooWide();
        }
    }

    @Test
    void whoever_has_few_pages_has_them_beside_each_other() {
        gateway().knows("a.mammadova", "CLERK");
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            assertThat(clerk.page().locator(".vahid-menu").count()).isZero();
            assertThat(clerk.page().locator(".vahid-navigation a").count()).isEqualTo(5);
        }
    }

    @Test
    void forced_colours_mark_the_current_entry_and_no_other() {
        gateway().knows("a.mammadova", "CLERK");
        for (String who : List.of("r.ismayilov", "a.mammadova")) {
            gateway().knows(who, who.startsWith("r") ? "OPERATOR" : "CLERK");
            try (Visit visit = new Visit(PAGES).login(who)) {
                visit.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
                visit.picture("navigation-forced-colours-" + who);
                assertThat(
                                visit.page()
                                        .evaluate(
                                                "() => [...document.querySelectorAll('.vahid-navigation > ul > li > a, .vahid-menu summary, .vahid-languages a')]"
                                                        + ".filter(one => (parseFloat(getComputedStyle(one).borderBottomWidth) > 0) !== one.hasAttribute('aria-current')).length"))
                        .isEqualTo(0);
            }
        }
    }
}
