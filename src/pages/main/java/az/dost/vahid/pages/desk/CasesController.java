package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.ListQuery;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.lookup.ServiceFinder;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody did last: he finds a case again by its number, by the day or by the service, page after page. */
@Controller
final class CasesController {
    /** The gateway keeps them so long. */
    private static final int DAYS = 92;

    private final Gateway gateway;
    private final ServiceFinder services;
    private final Visitors visitors;

    CasesController(Gateway gateway, ServiceFinder services, Visitors visitors) {
        this.gateway = gateway;
        this.services = services;
        this.visitors = visitors;
    }

    /**
     * @param day blank for all
     * @param service a code; blank for all
     * @param before where older cases begin, as the page before says; blank for the newest
     * @throws NotThere for what no form of ours sends
     */
    @GetMapping("/desk/cases")
    String cases(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        if (!day.isEmpty() && !VisitsController.isDay(day)) {
            throw new NotThere();
        }
        JsonNode page = new ListQuery("/v1/officials/me/cases")
                .with("day", day)
                .with("service", service)
                .with("page", before)
                .of(gateway);
        model.addAttribute("cases", Json.list(page.path("cases"), one -> Case.of(one, w)))
                .addAttribute("next", page.path("next").asText())
                .addAttribute("day", day)
                .addAttribute("service", service)
                .addAttribute("before", before)
                .addAttribute("first", LocalDate.now(Wording.BAKU).minusDays(DAYS - 1))
                .addAttribute("last", LocalDate.now(Wording.BAKU))
                .addAttribute("services", services.all(visitors.of(request), w));
        return "desk/cases";
    }
}
