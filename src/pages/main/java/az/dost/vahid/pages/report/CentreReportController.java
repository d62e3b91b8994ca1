package az.dost.vahid.pages.report;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The manager's own centre in the reports of closed periods; the gateway refuses another one's. */
@Controller
final class CentreReportController {
    static final String PATH = "/centre/reports";
    private final Gateway gateway;
    private final Visitors visitors;
    private final MessageSource messages;

    CentreReportController(Gateway gateway, Visitors visitors, MessageSource messages) {
        this.gateway = gateway;
        this.visitors = visitors;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String periods(@RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "periods", PeriodLine.all(gateway.get(PeriodsController.GATEWAY).body(), messages, w));
        return "report/centre-periods";
    }

    @GetMapping(PATH + "/{period}")
    String report(
            @PathVariable String period,
            @RequestParam(required = false) Integer version,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        String address = PeriodsController.GATEWAY + "/{period}/centres/{centre}";
        String office = visitors.of(request).office();
        if (office.isBlank()) {
            throw new NotThere();
        }
        JsonNode json = version == null
                ? gateway.get(address, PeriodName.checked(period), office).body()
                : gateway.get(address + "?version={version}", PeriodName.checked(period), office, version)
                        .body();
        List<PrintedCell> cells = new ArrayList<>();
        json.path("figures").forEach(figure -> {
            if (json.path("cells").has(figure.asText())) {
                cells.add(PrintedCell.of(figure.asText(), json.path("cells").path(figure.asText()), w));
            }
        });
        model.addAttribute("period", PeriodName.of(period, messages, w));
        model.addAttribute("centre", json.path("centre").asText());
        model.addAttribute("version", json.path("version").asInt());
        model.addAttribute("closedAt", w.moment(json.path("closedAt").asText()));
        model.addAttribute("ownRow", json.path("ownRow").asBoolean());
        model.addAttribute("cells", cells);
        return "report/centre";
    }
}
