package az.dost.vahid.pages.auditor;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** One named report: who asked, who decides, and what it says once it is released. */
@Controller
final class ReportController {
    private static final String PATH = ReportsController.PATH + "/{id}";
    private static final String GATEWAY = "/v1/audit/reports/{id}";
    private static final int LONGEST = 1000;
    private static final ObjectMapper JSON = Json.mapper();
    private final Gateway gateway;
    private final Visitors visitors;

    ReportController(Gateway gateway, Visitors visitors) {
        this.gateway = gateway;
        this.visitors = visitors;
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID id, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        return page(id, "", Map.of(), request, w, model);
    }

    private String page(
            UUID id, String note, Map<String, String> faults, HttpServletRequest request, Wording w, Model model) {
        ReportLine report = ReportLine.of(gateway.get(GATEWAY, id).body(), w);
        Visitor visitor = visitors.of(request);
        model.addAttribute("report", report);
        model.addAttribute("note", note);
        model.addAttribute("faults", faults);
        model.addAttribute("mine", report.askedBy().equals(visitor.official()));
        model.addAttribute("decides", HitController.decides(visitor));
        return "audit/report";
    }

    @PostMapping(path = PATH, params = "release")
    String release(@PathVariable UUID id, HttpServletRequest request) {
        onlyWhoDecides(request);
        gateway.post(JSON.createObjectNode(), GATEWAY + "/release", id);
        return "redirect:" + ReportsController.PATH + "/" + id;
    }

    @PostMapping(path = PATH, params = "refuse")
    String refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        onlyWhoDecides(request);
        String said = note.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            response.setStatus(422);
            return page(
                    id,
                    said,
                    Map.of("note", said.isEmpty() ? "audit.refuse.missing" : "audit.note.long"),
                    request,
                    w,
                    model);
        }
        gateway.post(JSON.createObjectNode().put("note", said), GATEWAY + "/refusal", id);
        return "redirect:" + ReportsController.PATH + "/" + id;
    }

    private void onlyWhoDecides(HttpServletRequest request) {
        if (!HitController.decides(visitors.of(request))) {
            throw new NotThere();
        }
    }

    /**
     * @param official who looked, blank in a report about an official, as is requester
     * @param person blank in a report about a citizen
     * @param outcome blank for a lookup that was answered
     */
    record Entry(
            String at,
            String requester,
            String official,
            String service,
            String caseRef,
            String person,
            String outcome) {
        static Entry of(JsonNode json, Wording w) {
            return new Entry(
                    w.moment(json.path("at").asText()),
                    json.path("requester").asText(),
                    json.path("official").asText(),
                    json.has("service") ? w.service(json.path("service").asText()) : "",
                    json.path("caseRef").asText(),
                    ReportLine.shortened(json.path("person").asText()),
                    json.has("code") ? w.of("problems", json.path("code").asText()) : "");
        }
    }

    @GetMapping(PATH + "/entries")
    String entries(@PathVariable UUID id, @RequestAttribute Wording w, Model model) {
        JsonNode found = gateway.get(GATEWAY + "/entries", id).body();
        model.addAttribute("report", ReportLine.of(found.path("report"), w));
        model.addAttribute("entries", Json.list(found.path("entries"), entry -> Entry.of(entry, w)));
        model.addAttribute("withheld", found.path("withheld").asInt());
        model.addAttribute("whole", found.path("whole").asBoolean());
        return "audit/entries";
    }
}
