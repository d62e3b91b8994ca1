package az.dost.vahid.pages;

import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import java.time.Instant;
import java.util.List;

/** What tests of the hot-line's pages have: an official who has logged in, at a gateway that answers for one call. */
final class HotLineVisits {
    static final RunningPages PAGES = RunningPages.get();
    static final String CALL = "/hot-line/calls/" + HotLineDossiers.CALL;
    static final String GET_CALL = "GET /v1/hot-line/calls/" + HotLineDossiers.CALL;
    static final String CHECK = "POST /v1/hot-line/calls";
    static final String GET_DOSSIER = "GET /v1/dossiers/" + Dossiers.ID;
    static final String VERDICTS = "/hot-line/calls/verdicts/" + Dossiers.ID;
    static final String BACK = "GET /v1/hot-line/call-backs";
    static final List<Visit.Eyes> BOTH = List.of(Visit.Eyes.USUAL, Visit.Eyes.NARROW);

    static PlayedGateway gateway() {
        return PAGES.gateway();
    }

    static void lay() {
        String until = Instant.now().plusSeconds(900).toString();
        gateway().knows("l.huseynova", "HOT_LINE").forget();
        gateway()
                .answers("GET /v1/catalogue/services", 200, HotLineDossiers.GUIDE)
                .answers("GET /v1/catalogue/services/ccu-car/manual", 200, HotLineDossiers.MANUAL)
                .answers("GET /v1/catalogue/centres", 200, HotLineDossiers.CENTRES)
                .answers(BACK, 200, "{\"callBacks\":[]}")
                .answers(CHECK, 201, "{\"call\":\"" + HotLineDossiers.CALL + "\",\"until\":\"" + until + "\"}")
                .answers(GET_CALL, 200, HotLineDossiers.call(until))
                .answers(
                        "POST /v1/dossiers",
                        200,
                        HotLineDossiers.verdicts(Dossiers.partial()).toString())
                .answers(
                        GET_DOSSIER,
                        200,
                        HotLineDossiers.verdicts(Dossiers.partial()).toString())
                .refuses(GET_DOSSIER + "/follow", 404, "FOLLOW_UP_UNKNOWN");
    }

    static Visit visit(Visit.Eyes eyes) {
        return new Visit(PAGES, eyes).login("l.huseynova");
    }

    static Visit visit() {
        return visit(Visit.Eyes.USUAL);
    }

    static void seen(Visit visit, String name) {
        visit.picture(name + "-az").isAccessible().isNotTooWide().english();
        visit.picture(name + "-en").isAccessible().isNotTooWide().noticedNothing();
    }

    static void check(Visit visit) {
        visit.open("/hot-line/calls");
        visit.page().locator("#fin").fill("w1d0w01");
        visit.page().locator("#birthDate").fill("9.3.1984");
        visit.page().locator("#documentNumber").fill("AA 1234567");
        visit.page().locator("#send").click();
        visit.page().waitForSelector("#call");
    }

    static List<PlayedGateway.Asked> posts() {
        return gateway().asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    private HotLineVisits() {}
}
