package az.dost.vahid.pages.citizen;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.List;
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
        List<OwnCorrection> corrections = new ArrayList<>();
        gateway.get(GATEWAY).body().path("corrections").forEach(json -> corrections.add(OwnCorrection.of(json, w)));
        model.addAttribute("corrections", corrections);
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
