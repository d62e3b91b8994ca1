package az.dost.vahid.pages.portal;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What the own system may do, how much of it, and what it was refused last. */
@Controller
final class OwnAccessController {
    static final String PATH = ContractsController.PATH + "/own";
    private static final String ALL = "*";
    private final Gateway gateway;
    private final TestSystem test;

    OwnAccessController(Gateway gateway, TestSystem test) {
        this.gateway = gateway;
        this.test = test;
    }

    /**
     * One refusal, in words.
     *
     * @param field blank where none is at fault
     * @param instance blank where it is not on record
     * @param closedToRole whether nothing of the request is at fault, but that a person with other roles sent it
     */
    record Refusal(
            String at,
            String address,
            String code,
            String name,
            String whatToDo,
            String field,
            String instance,
            boolean closedToRole) {}

    /** @param title in the language of the page */
    record Granted(String code, String title) {}

    @GetMapping(PATH)
    String own(@RequestAttribute Wording w, Model model) {
        JsonNode requester = gateway.get("/v1/requesters/me").body();
        model.addAttribute("id", requester.path("id").asText());
        model.addAttribute("called", requester.path("name").asText());
        model.addAttribute(
                "services",
                texts(requester, "services").stream()
                        .map(code -> new Granted(code, w.service(code)))
                        .toList());
        model.addAttribute(
                "facts",
                texts(requester, "specialFacts").stream()
                        .filter(fact -> !fact.equals(ALL))
                        .map(fact -> w.of("facts", fact))
                        .toList());
        model.addAttribute("allFacts", texts(requester, "specialFacts").contains(ALL));
        model.addAttribute("grants", texts(requester, "grants"));
        model.addAttribute(
                "views",
                texts(requester, "views").stream()
                        .map(view -> w.value("desk.View", view))
                        .toList());
        model.addAttribute("members", texts(requester, "members"));
        model.addAttribute(
                "evidence",
                w.of("values", "boolean." + requester.path("evidence").asBoolean()));
        model.addAttribute(
                "proven",
                w.of("values", "boolean." + requester.path("officialsProven").asBoolean()));
        model.addAttribute(
                "perSecond", w.number(requester.at("/limits/perSecond").asLong()));
        model.addAttribute("atOnce", w.number(requester.at("/limits/atOnce").asLong()));
        model.addAttribute("refusals", refusals(requester, w));
        if (test.isThere()) {
            JsonNode tested = test.gateway().get("/v1/requesters/me").body();
            model.addAttribute("testCalled", tested.path("name").asText());
            model.addAttribute("testRefusals", refusals(tested, w));
        }
        return "portal/own";
    }

    private static List<Refusal> refusals(JsonNode requester, Wording w) {
        return Json.list(requester.path("refusals"), refusal -> {
            String code = refusal.path("code").asText();
            return new Refusal(
                    w.moment(refusal.path("at").asText()),
                    refusal.path("address").asText(),
                    code,
                    w.of("problems", code),
                    w.of("problems", code + ".whatToDo"),
                    refusal.path("field").asText(),
                    refusal.path("instance").asText(),
                    closedToRole(refusal));
        });
    }

    /** Of a problem, or of what is told of it later. */
    static boolean closedToRole(JsonNode refusal) {
        return refusal.path("code").asText().equals("NOT_GRANTED")
                && refusal.path("field").asText().equals("Authorization");
    }

    private static List<String> texts(JsonNode json, String member) {
        return Json.list(json.path(member), JsonNode::asText);
    }
}
