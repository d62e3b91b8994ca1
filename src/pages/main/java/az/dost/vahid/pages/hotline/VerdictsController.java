package az.dost.vahid.pages.hotline;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.lookup.AskedPapers;
import az.dost.vahid.pages.lookup.FollowedDossier;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/**
 * Which papers a caller still needs. The gateway gives the hot-line nothing else; an answer that had more would not be
 * shown at all.
 */
@Controller
final class VerdictsController {
    static final String PATH = "/hot-line/calls/verdicts/";
    private final Gateway gateway;

    VerdictsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH + "{id}")
    String verdicts(@PathVariable UUID id, @RequestAttribute Wording w, Model model) {
        JsonNode answer = gateway.get("/v1/dossiers/{id}", id).body();
        if (!answer.path("view").asText().equals("VERDICTS") || answer.has("facts")) {
            throw new NotThere();
        }
        AskedPapers papers = new AskedPapers(answer, w);
        model.addAttribute("papers", papers);
        model.addAttribute("call", answer.path("caseRef").asText());
        model.addAttribute("slip", false);
        model.addAttribute(
                "followUp",
                papers.getCompleteness().equals("COMPLETE") ? null : FollowedDossier.of(gateway, papers.getId(), w));
        return "hotline/verdicts";
    }

    @PostMapping(PATH + "{id}/follow")
    String follow(@PathVariable UUID id) {
        FollowedDossier.begin(gateway, id);
        return "redirect:" + PATH + id;
    }

    @PostMapping(PATH + "{id}/follow/stop")
    String stop(@PathVariable UUID id) {
        FollowedDossier.stop(gateway, id);
        return "redirect:" + PATH + id;
    }
}
