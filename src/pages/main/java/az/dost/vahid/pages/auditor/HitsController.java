package az.dost.vahid.pages.auditor;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list of what looked like misuse: the newest first, a page for each state. */
@Controller
final class HitsController {
    static final String PATH = "/audit/hits";
    private static final List<String> STATES = List.of("OPEN", "ASSIGNED", "CLOSED");
    private final Gateway gateway;

    HitsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(required = false) UUID before,
            @RequestAttribute Wording w,
            Model model) {
        if (!STATES.contains(state)) {
            throw new NotThere();
        }
        JsonNode found = before == null
                ? gateway.get("/v1/audit/hits?state={state}", state).body()
                : gateway.get("/v1/audit/hits?state={state}&page={before}", state, before)
                        .body();
        model.addAttribute("hits", Json.list(found.path("hits"), hit -> HitLine.of(hit, w, Instant.now())));
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        model.addAttribute("next", found.path("before").asText());
        return "audit/hits";
    }
}
