package az.dost.vahid.pages.auditor;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Named reports, and the form that asks for one. */
@Controller
final class ReportsController {
    static final String PATH = "/audit/reports";
    private final Gateway gateway;
    private final Visitors visitors;

    ReportsController(Gateway gateway, Visitors visitors) {
        this.gateway = gateway;
        this.visitors = visitors;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(required = false) UUID before,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        JsonNode found = before == null
                ? gateway.get("/v1/audit/reports").body()
                : gateway.get("/v1/audit/reports?page={before}", before).body();
        model.addAttribute("reports", Json.list(found.path("reports"), report -> ReportLine.of(report, w)));
        model.addAttribute("next", found.path("before").asText());
        model.addAttribute("decides", HitController.decides(visitors.of(request)));
        return "audit/reports";
    }

    /**
     * @param hit whose official it is about; no login stands in an address
     * @param about of whom, as {@link ReportForm} has it
     */
    @GetMapping(PATH + "/new")
    String form(
            @RequestParam(required = false) UUID hit,
            @RequestParam(defaultValue = "") String about,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        onlyWhoDecides(request);
        if (about.equals(ReportForm.CITIZEN)) {
            return form(ReportForm.aboutCitizen(w), Map.of(), model);
        }
        JsonNode found =
                hit == null ? null : gateway.get("/v1/audit/hits/{id}", hit).body();
        return form(
                ReportForm.about(
                        found == null ? "" : found.path("requester").asText(),
                        found == null ? "" : found.path("official").asText(),
                        w),
                Map.of(),
                model);
    }

    @PostMapping(PATH + "/new")
    String ask(ReportForm sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        onlyWhoDecides(request);
        Map<String, String> faults = sent.faults();
        if (faults.isEmpty()) {
            try {
                return "redirect:" + PATH + "/"
                        + UUID.fromString(gateway.post(sent.body(), "/v1/audit/reports")
                                .body()
                                .path("id")
                                .asText());
            } catch (Refused wrong) {
                if (!wrong.field().equals("requester")) {
                    throw wrong;
                }
                faults.put("requester", "audit.ask.requester.unknown");
            }
        }
        response.setStatus(422);
        return form(sent.again(), faults, model);
    }

    private static String form(ReportForm form, Map<String, String> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "audit/ask";
    }

    private void onlyWhoDecides(HttpServletRequest request) {
        if (!HitController.decides(visitors.of(request))) {
            throw new NotThere();
        }
    }
}
