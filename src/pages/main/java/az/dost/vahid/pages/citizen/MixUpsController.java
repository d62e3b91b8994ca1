package az.dost.vahid.pages.citizen;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What agencies told of the citizen though nobody had asked about him. */
@Controller
final class MixUpsController {
    static final String PATH = "/my/mix-ups";
    private static final String GATEWAY = "/v1/citizens/me/mix-ups";
    private final Gateway gateway;

    MixUpsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String list(@RequestParam(required = false) UUID before, @RequestAttribute Wording w, Model model) {
        JsonNode found = before == null
                ? gateway.get(GATEWAY).body()
                : gateway.get(GATEWAY + "?page={before}", before).body();
        model.addAttribute("mixUps", Json.list(found.path("mixUps"), json -> OwnMixUp.of(json, w)));
        model.addAttribute("next", found.path("before").asText());
        return "citizen/mix-ups";
    }

    /**
     * An answer about the citizen to a question about somebody else, in words.
     *
     * @param requester in whose lookup; blank where a law withholds it
     * @param shown who has opened the refused answer since; empty for nobody
     */
    private record OwnMixUp(String id, String at, String agency, String requester, List<Opened> shown) {
        record Opened(String at, String requester, String official) {}

        static OwnMixUp of(JsonNode json, Wording w) {
            List<Opened> shown = Json.list(
                    json.path("shown"),
                    one -> new Opened(
                            w.moment(one.path("at").asText()),
                            name(one.path("requester")),
                            one.path("official").asText()));
            return new OwnMixUp(
                    json.path("id").asText(),
                    w.moment(json.path("at").asText()),
                    w.agency(json.path("agency").asText()),
                    name(json.path("requester")),
                    shown);
        }

        private static String name(JsonNode requester) {
            return requester.path("name").asText(requester.path("id").asText());
        }
    }
}
