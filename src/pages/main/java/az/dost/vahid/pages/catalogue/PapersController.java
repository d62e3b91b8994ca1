package az.dost.vahid.pages.catalogue;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Which paper a register replaces, and which it could. */
@Controller
final class PapersController {
    private final Gateway gateway;

    PapersController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(CatalogueController.PATH + "/papers")
    String papers(
            @RequestParam(defaultValue = "") String replacement,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        List<String> choices = w.values(PaperRow.REPLACEMENT);
        boolean wrong = !replacement.isEmpty() && !choices.contains(replacement);
        if (wrong) {
            response.setStatus(422);
        }
        List<PaperRow> all =
                Json.list(gateway.get("/v1/catalogue/papers").body().path("papers"), paper -> PaperRow.of(paper, w));
        Map<String, Long> counts = new LinkedHashMap<>();
        choices.forEach(choice -> counts.put(
                choice,
                all.stream().filter(paper -> paper.replacement().equals(choice)).count()));
        model.addAttribute("all", all.size());
        model.addAttribute("counts", counts);
        model.addAttribute("chosen", wrong ? "" : replacement);
        model.addAttribute("faults", wrong ? Map.of("replacement", "catalogue.form.choice.wrong") : Map.of());
        model.addAttribute(
                "papers",
                all.stream()
                        .filter(paper -> wrong
                                || replacement.isEmpty()
                                || paper.replacement().equals(replacement))
                        .toList());
        return "catalogue/papers";
    }
}
