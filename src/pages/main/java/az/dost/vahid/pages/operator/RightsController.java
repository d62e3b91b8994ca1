package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Rights that the bus finds by itself: which law holds, what waits, what was found and where offers stand. */
@Controller
final class RightsController {
    static final String PATH = "/operator/rights";
    private final Gateway operations;

    RightsController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        this.operations = operations;
    }

    @GetMapping(PATH)
    String rights(@RequestAttribute Wording w, Model model) {
        JsonNode body = operations.get("/v1/operations/rights").body();
        List<RightRow> rights = Json.list(body.path("rights"), right -> RightRow.of(right, w));
        model.addAttribute("at", w.moment(body.path("at").asText()));
        model.addAttribute("deaths", body.path("deaths").asLong());
        model.addAttribute("rights", rights);
        model.addAttribute(
                "registers",
                rights.stream().flatMap(right -> right.registers().stream()).toList());
        return "operator/rights";
    }
}
