package az.dost.vahid.pages.auditor;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
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

/** Which papers a dossier asked for; of whom it is about, nothing. */
@Controller
final class DossierPapersController {
    static final String PATH = "/audit/dossiers";
    private final Gateway gateway;

    DossierPapersController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param verdict as the contract has it, for the colour beside its words */
    record Line(String title, String concerns, String verdict, String verdictName) {
        static Line of(JsonNode json, Wording w) {
            String verdict = json.path("verdict").asText();
            return new Line(
                    json.path("title").path(w.tag()).asText(),
                    w.value("dossier.document.concerns", json.path("concerns").asText()),
                    verdict,
                    w.value("dossier.document.verdict", verdict));
        }
    }

    @GetMapping(PATH)
    String form(Model model) {
        return form("", Map.of(), model);
    }

    private static String form(String id, Map<String, String> faults, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("faults", faults);
        return "audit/find";
    }

    @PostMapping(PATH)
    String find(@RequestParam(defaultValue = "") String id, HttpServletResponse response, Model model) {
        try {
            return "redirect:" + PATH + "/" + UUID.fromString(id.strip());
        } catch (IllegalArgumentException e) {
            response.setStatus(422);
            // What is no number of a dossier may be anything, and is not repeated.
            return form("", Map.of("id", id.isBlank() ? "audit.find.missing" : "audit.find.wrong"), model);
        }
    }

    @GetMapping(PATH + "/{id}")
    String show(@PathVariable UUID id, @RequestAttribute Wording w, Model model) {
        JsonNode found = gateway.get("/v1/audit/dossiers/{id}/verdicts", id).body();
        model.addAttribute("papers", Json.list(found.path("documents"), document -> Line.of(document, w)));
        model.addAttribute("id", found.path("dossierId").asText());
        model.addAttribute("at", w.moment(found.path("assembledAt").asText()));
        model.addAttribute("requester", found.path("requester").asText());
        model.addAttribute("official", found.path("official").asText());
        model.addAttribute("caseRef", found.path("caseRef").asText());
        model.addAttribute("service", w.service(found.path("service").asText()));
        model.addAttribute(
                "completeness",
                w.value("dossier.completeness", found.path("completeness").asText()));
        return "audit/verdicts";
    }
}
