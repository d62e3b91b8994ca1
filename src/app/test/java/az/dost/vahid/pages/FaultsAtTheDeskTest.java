package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.pages.visit.Desk;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever an agency does wrong, the clerk reads whom could not be asked, and that the citizen need bring nothing for
 * it.
 */
@Tag("pages")
class FaultsAtTheDeskTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final RunningPages PAGES = RunningPages.real();
    private static final Set<String> SAID = Set.of("ANSWERED", "NO_RECORD");

    /** One of each kind of call. */
    private static List<Connector> agencies() {
        Map<Connector.Protocol, Connector> some = new TreeMap<>();
        VAHID.connectors().stream()
                .filter(connector -> connector.protocol() != Connector.Protocol.FILE)
                .forEach(connector -> some.putIfAbsent(connector.protocol(), connector));
        return List.copyOf(some.values());
    }

    private static List<String> silent(JsonNode dossier) {
        List<String> silent = new ArrayList<>();
        for (JsonNode source : dossier.path("sources")) {
            if (!SAID.contains(source.path("verdict").asText())
                    || !source.path("unmappable").isEmpty()) {
                silent.add(source.path("agency").asText());
            }
        }
        return silent;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void the_clerk_reads_who_could_not_be_asked(Fault fault) {
        List<Connector> agencies = agencies();
        try (Visit clerk = new Visit(PAGES).login("a.mammadova");
                FaultSwitch faults = VAHID.faults()) {
            agencies.forEach(agency -> faults.set(agency.id(), fault));
            Desk desk = new Desk(clerk)
                    .ask(Personas.MARTYRS_WIDOW.fin(), "ccu-intake", "FAULT/" + fault.ordinal())
                    .answered();
            List<String> silent = silent(desk.dossier());
            assertThat(silent).isSubsetOf(agencies.stream().map(Connector::id).toList());
            assertThat(clerk.page()
                            .locator("[aria-labelledby=unasked] > ul > li")
                            .count())
                    .isEqualTo(silent.size());
            clerk.picture("fault-" + fault.name().toLowerCase().replace('_', '-') + "-az")
                    .isAccessible()
                    .english();
            clerk.picture("fault-" + fault.name().toLowerCase().replace('_', '-') + "-en")
                    .isAccessible()
                    .noticedNothing();
        }
    }

    @Test
    void somebody_who_waits_for_an_agency_that_hangs_is_told_so_and_may_leave() {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova");
                FaultSwitch faults = VAHID.faults()) {
            agencies().forEach(agency -> faults.set(agency.id(), Fault.HANG));
            new Desk(clerk).ask(Personas.WAR_VETERAN.fin(), "ccu-intake", "HANG/1");
            clerk.page().waitForSelector("#waiting");
            clerk.picture("real-desk-waiting-az").isAccessible();
            clerk.page().locator("#waiting button").click();
            clerk.page().waitForSelector("#form");
            clerk.noticedNothing();
        }
    }

    @Test
    void a_form_that_is_sent_twice_makes_one_dossier() {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            clerk.page().locator("#fin").fill(Personas.NEWBORN.fin());
            clerk.page().locator("#service-ccu-intake").check();
            clerk.page().locator("#caseRef").fill("TWICE/1");
            // As a browser without our script would.
            clerk.page().evaluate("() => delete document.querySelector('form[data-once]').dataset.once");
            Object form = clerk.page()
                    .evaluate(
                            "() => new URLSearchParams(new FormData(document.getElementById('fin').form)).toString()");
            clerk.page().locator("#send").dblclick();
            clerk.page().waitForURL("**/desk/dossiers/*");
            String dossier = clerk.page().url();
            clerk.page().goBack();
            clerk.page().waitForSelector("#form");
            assertThat(clerk.page().locator("#fin").inputValue()).isEmpty();
            // As a browser that has kept the form would.
            clerk.page().navigate((String) clerk.page()
                    .evaluate(
                            "form => fetch('/desk', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: form}).then(answer => answer.url)",
                            form));
            clerk.page().waitForURL("**/desk/dossiers/*");
            assertThat(clerk.page().url()).isEqualTo(dossier);
            clerk.open("/desk/cases");
            assertThat(clerk.page().locator("tbody tr:has-text('TWICE/1')").count())
                    .isEqualTo(1);
        }
    }
}
