package az.dost.vahid.pages.report;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What registers disagree about, and how long it takes until they agree; without a person, for everybody. */
@Controller
final class RegisterFiguresController {
    static final String PATH = OpenDataController.PATH + "/registers";
    private static final String HIDDEN = "1–4";
    private final Gateway gateway;

    RegisterFiguresController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String show(@RequestAttribute Wording w, Model model) {
        JsonNode figures = gateway.get("/v1/statistics/registers").body();
        model.addAttribute("at", w.moment(figures.path("at").asText()));
        model.addAttribute("rows", Json.list(figures.path("registers"), one -> Row.of(one, w)));
        return "report/registers";
    }

    /** Of one field of a register. @param about blank where whole answers were of somebody else @param days median */
    private record Row(String agency, String about, String open, String closed, String reopened, String days) {
        static Row of(JsonNode json, Wording w) {
            String fact = json.path("fact").asText();
            return new Row(
                    w.agency(json.path("agency").asText()),
                    w.field(fact, json.path("field").asText()),
                    count(json, "open", w),
                    count(json, "closed", w),
                    count(json, "reopened", w),
                    json.has("medianDays") ? w.number(json.path("medianDays").asDouble(), 1) : "–");
        }

        private static String count(JsonNode json, String name, Wording w) {
            return json.has(name) ? w.number(json.path(name).asLong()) : HIDDEN;
        }
    }
}
