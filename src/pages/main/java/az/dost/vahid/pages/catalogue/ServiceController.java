package az.dost.vahid.pages.catalogue;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;

/** One service: its passport on a screen, and its manual on paper. */
@Controller
final class ServiceController {
    private static final String PATH = CatalogueController.PATH + "/services/{code}";
    private static final String GATEWAY = "/v1/catalogue/services/{code}";
    private final Gateway gateway;

    ServiceController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String service(@PathVariable String code, @RequestAttribute Wording w, Model model) {
        JsonNode service = gateway.get(GATEWAY, code).body();
        List<String> facts = new ArrayList<>();
        service.path("facts")
                .forEach(fact -> facts.add(w.of(
                        "facts",
                        fact.isTextual() ? fact.asText() : fact.path("fact").asText())));
        model.addAttribute("described", service.has("papers"));
        model.addAttribute("papers", Json.list(service.path("papers"), paper -> PaperRow.of(paper, w)));
        model.addAttribute("facts", facts);
        model.addAttribute("manual", manual(code, w));
        return "catalogue/service";
    }

    @GetMapping(PATH + "/manual")
    String manual(@PathVariable String code, @RequestAttribute Wording w, Model model) {
        model.addAttribute("manual", manual(code, w));
        model.addAttribute("today", w.moment(Instant.now()).substring(0, 10));
        return "catalogue/manual";
    }

    private ServiceManual manual(String code, Wording w) {
        return ServiceManual.of(gateway.get(GATEWAY + "/manual", code).body(), w);
    }
}
