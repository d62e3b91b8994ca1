package az.dost.vahid.pages.citizen;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The rights to payments that the bus found for the citizen: why, and whether he wants them. */
@Controller
final class OwnRightsController {
    static final String PATH = "/my/rights";
    private static final String GATEWAY = "/v1/citizens/me/rights";
    private final Gateway gateway;

    /**
     * A look at a right.
     *
     * @param lookup as which it stands among the citizen's lookups
     * @param missing names of the registers that did not say what was not known, or what no register has
     */
    record Look(String lookup, String title, String outcome, String missing) {
        static Look of(JsonNode json, Wording w) {
            return new Look(
                    json.path("lookup").asText(),
                    json.path("title").path(w.tag()).asText(json.path("right").asText()),
                    w.value("offers.Look.outcome", json.path("outcome").asText()),
                    json.path("missing")
                            .valueStream()
                            .map(one -> one.has("agency")
                                    ? w.agency(one.path("agency").asText())
                                    : one.path("title").path(w.tag()).asText())
                            .filter(name -> !name.isEmpty())
                            .collect(Collectors.joining("; ")));
        }
    }

    OwnRightsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String list(@RequestAttribute Wording w, Model model) {
        JsonNode found = gateway.get(GATEWAY).body();
        model.addAttribute("offers", Json.list(found.path("offers"), offer -> OwnOffer.of(offer, w)));
        model.addAttribute("looks", Json.list(found.path("looks"), look -> Look.of(look, w)));
        return "citizen/rights";
    }

    /** Sent twice it is accepted once. */
    @PostMapping(PATH + "/{id}/acceptance")
    String accept(@PathVariable UUID id) {
        return say(id, "acceptance");
    }

    @PostMapping(PATH + "/{id}/refusal")
    String decline(@PathVariable UUID id) {
        return say(id, "refusal");
    }

    private String say(UUID id, String answer) {
        gateway.post(JsonNodeFactory.instance.objectNode(), GATEWAY + "/{id}/" + answer, id);
        return "redirect:" + PATH;
    }
}
