package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Has the agencies asked again that did not answer, without the citizen. */
@Controller
final class FollowController {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String GATEWAY = "/v1/dossiers/{id}/follow";
    /** A day of work: after it the citizen has gone home, and a new lookup is the better one. */
    private static final int MINUTES = 8 * 60;
    private final Gateway gateway;

    FollowController(Gateway gateway) {
        this.gateway = gateway;
    }

    @PostMapping(DossierController.PATH + "{id}/follow")
    String follow(@PathVariable UUID id) {
        gateway.post(JSON.createObjectNode().put("withinMinutes", MINUTES), GATEWAY, id);
        return "redirect:" + DossierController.PATH + id;
    }

    @PostMapping(DossierController.PATH + "{id}/follow/stop")
    String stop(@PathVariable UUID id) {
        gateway.delete(GATEWAY, id);
        return "redirect:" + DossierController.PATH + id;
    }

    /** Null for a dossier that nobody follows. */
    static FollowedDossier of(Gateway gateway, String dossier, Wording w) {
        try {
            return FollowedDossier.of(gateway.get(GATEWAY, dossier).body(), w);
        } catch (Refused none) {
            if (none.status() == 404) {
                return null;
            }
            throw none;
        }
    }
}
