package az.dost.vahid.pages.portal;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What callers can be told, in both languages, and what to do then. */
@Controller
final class ProblemCodesController {
    private final Gateway gateway;

    ProblemCodesController(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * A code.
     *
     * @param own in the language of the page. @param other in the other one
     * @param title as problems say it. @param fix what a developer does; both in English
     */
    record Code(String code, int status, Said own, Said other, String title, String fix) {
        /** @param lang of it */
        record Said(String lang, String name, String whatToDo) {
            static Said of(JsonNode json, String lang) {
                return new Said(
                        lang,
                        json.path("name").path(lang).asText(),
                        json.path("whatToDo").path(lang).asText());
            }
        }

        static Code of(JsonNode json, Wording w) {
            return new Code(
                    json.path("code").asText(),
                    json.path("status").asInt(),
                    Said.of(json, w.tag()),
                    Said.of(json, w.tag().equals("az") ? "en" : "az"),
                    json.path("title").asText(),
                    json.path("fix").asText());
        }
    }

    @GetMapping(ContractsController.PATH + "/problems")
    String problems(@RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "codes",
                Json.list(gateway.get("/v1/catalogue/problems").body().path("problems"), code -> Code.of(code, w)));
        return "portal/problems";
    }
}
