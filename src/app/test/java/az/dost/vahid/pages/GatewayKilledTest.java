package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.leak.LeakListener;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.pages.visit.Desk;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import az.dost.vahid.whole.SeparateGateway;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway dies in the middle of a lookup: the clerk is told, and the same page gets the answer once it is back. */
@Tag("pages")
class GatewayKilledTest {
    @Test
    void a_lookup_whose_gateway_died_is_answered_by_the_same_page_once_it_is_back(@TempDir Path folder)
            throws Exception {
        RunningVahid vahid = RunningVahid.get();
        Map<String, String> tokens =
                Map.of("vahid.tokens.issuer", vahid.issuer(), "vahid.tokens.keys", vahid.issuer() + "/keys");
        try (SeparateGateway gateway = new SeparateGateway(folder, vahid, tokens)) {
            gateway.start();
            try (RunningPages pages = RunningPages.elsewhere("http://localhost:" + gateway.port(), vahid.issuer());
                    Visit clerk = new Visit(pages).login("a.mammadova")) {
                try (FaultSwitch faults = vahid.faults()) {
                    vahid.connectors().forEach(agency -> faults.set(agency.id(), Fault.HANG));
                    new Desk(clerk).ask(Personas.MARTYRS_WIDOW.fin(), "ccu-intake", "KILLED/1");
                    clerk.page().waitForSelector("#waiting");
                    gateway.kill();
                    clerk.page().waitForSelector("#state");
                    clerk.picture("state-gateway-died-az").isAccessible();
                    assertThat(clerk.text()).contains("Sorğu sistemi cavab vermir");
                }
                gateway.start();
                clerk.page().reload();
                clerk.page().waitForURL("**/desk/dossiers/*");
                assertThat(clerk.page().content()).contains("KILLED/1");
                clerk.noticedNothing();
                LeakListener.log(gateway.log());
            }
        }
    }
}
