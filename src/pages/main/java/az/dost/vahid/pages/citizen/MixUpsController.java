package az.dost.vahid.pages.citizen;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
                : gateway.get(GATEWAY + "?before={before}", before).body();
        List<OwnMixUp> mixUps = new ArrayList<>();
        found.path("mixUps").forEach(json -> mixUps.add(OwnMixUp.of(json, w)));
        model.addAttribute("mixUps", mixUps);
        model.addAttribute("next", found.path("before").asText());
        return "citizen/mix-ups";
    }
}
