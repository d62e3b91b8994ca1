package az.dost.vahid.pages.citizen;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What the citizen had corrected, and what became of it. */
@Controller
final class CorrectionsController {
    static final String PATH = "/my/corrections";
    static final String GATEWAY = "/v1/citizens/me/corrections";
    private final Gateway gateway;

    CorrectionsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String list(@RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "corrections",
                Json.list(gateway.get(GATEWAY).body().path("corrections"), json -> OwnCorrection.of(json, w)));
        return "citizen/corrections";
    }

    @GetMapping(PATH + "/{id}")
    String show(@PathVariable UUID id, @RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "correction",
                OwnCorrection.of(gateway.get(GATEWAY + "/{id}", id).body(), w));
        return "citizen/correction";
    }
}
