package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.ListQuery;
import az.dost.vahid.pages.words.StateTag;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Files that agencies left, and what became of each. */
@Controller
final class DropsController {
    static final String PATH = "/operator/files";
    private static final List<String> STATES = List.of("LOADED", "LATE", "QUARANTINED");
    private final Gateway operations;

    DropsController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        this.operations = operations;
    }

    /** @param before where the page before ended */
    @GetMapping(PATH)
    String drops(
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before,
            @RequestAttribute Wording w,
            Model model) {
        JsonNode body = new ListQuery("/v1/operations/drops")
                .with("agency", agency)
                .with("state", state)
                .with("page", before)
                .of(operations);
        model.addAttribute("drops", Json.list(body.path("drops"), drop -> DropRow.of(drop, w)));
        model.addAttribute("before", body.path("before").asText());
        model.addAttribute("agency", agency);
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        return "operator/files";
    }

    /** A file that an agency left, in words. @param reason blank where nothing is wrong */
    private record DropRow(
            String agency,
            String name,
            StateTag state,
            String at,
            String of,
            String rows,
            String reason,
            String digest) {
        static DropRow of(JsonNode json, Wording w) {
            String state = json.path("state").asText();
            String words = w.value("operations.DropState", state);
            return new DropRow(
                    w.agency(json.path("agency").asText()),
                    json.path("name").asText(),
                    switch (state) {
                        case "LOADED" -> StateTag.good(words);
                        case "LATE" -> StateTag.open(words);
                        default -> StateTag.bad(words);
                    },
                    w.moment(json.path("at").asText()),
                    w.moment(json.path("of").asText()),
                    w.number(json.path("rows").asLong()),
                    json.path("reason").asText(),
                    json.path("digest").asText());
        }
    }
}
