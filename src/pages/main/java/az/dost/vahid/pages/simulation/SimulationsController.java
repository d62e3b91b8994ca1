package az.dost.vahid.pages.simulation;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Simulations that were asked for, and the form that asks for one. */
@Controller
final class SimulationsController {
    static final String PATH = "/simulations";
    static final String GATEWAY = "/v1/rights/simulations";
    private final Gateway gateway;
    private final Visitors visitors;

    SimulationsController(Gateway gateway, Visitors visitors) {
        this.gateway = gateway;
        this.visitors = visitors;
    }

    /** The newest hundred. */
    @GetMapping(PATH)
    String list(HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        JsonNode found = gateway.get(GATEWAY).body();
        model.addAttribute("simulations", Json.list(found.path("simulations"), one -> SimulationLine.of(one, w)));
        model.addAttribute("asks", visitors.of(request).hasOneOf(Set.of(VisitorRole.ANALYST)));
        return "simulation/simulations";
    }

    @GetMapping(PATH + "/new")
    String form(@RequestAttribute Wording w, Model model) {
        return form(SimulationForm.empty(w), Map.of(), List.of(), model);
    }

    @PostMapping(PATH + "/new")
    String ask(SimulationForm sent, HttpServletResponse response, Model model) {
        Map<String, String> faults = sent.faults();
        List<String> findings = List.of();
        if (faults.isEmpty()) {
            try {
                return "redirect:" + PATH + "/"
                        + UUID.fromString(gateway.post(sent.body(), Map.of("Idempotency-Key", sent.once()), GATEWAY)
                                .body()
                                .path("id")
                                .asText());
            } catch (Refused wrong) {
                if (wrong.code().equals("RIGHTS_REFUSED")) {
                    faults.put("text", "simulation.ask.text.errors");
                    findings = wrong.detail().lines().toList();
                } else if (wrong.field().equals("count")) {
                    faults.put("count", "simulation.ask.count.none");
                } else {
                    throw wrong;
                }
            }
        }
        response.setStatus(422);
        return form(sent, faults, findings, model);
    }

    /** @param findings what is wrong with the rule, by file and line */
    private static String form(SimulationForm form, Map<String, String> faults, List<String> findings, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("findings", findings);
        return "simulation/ask";
    }
}
