package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What takes its time: bulk lookups, follow-ups and transfers. */
@Controller
final class WorkController {
    static final String PATH = "/operator/work";
    private final Gateway operations;

    /** Of what, as the contract names it. */
    enum Kind {
        BULK,
        FOLLOW_UP,
        TRANSFER
    }

    WorkController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        this.operations = operations;
    }

    @GetMapping(PATH)
    String work(@RequestParam(defaultValue = "BULK") Kind kind, @RequestAttribute Wording w, Model model) {
        JsonNode body = operations.get("/v1/operations/work?kind={kind}", kind).body();
        model.addAttribute("work", Json.list(body.path("work"), one -> WorkRow.of(one, w)));
        model.addAttribute("total", body.path("total").asLong());
        model.addAttribute("kind", kind.name());
        model.addAttribute("kinds", Kind.values());
        return "operator/work";
    }
}
