package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.lookup.FollowedDossier;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Has the agencies asked again that did not answer, without the citizen. */
@Controller
final class FollowController {
    private final Gateway gateway;

    FollowController(Gateway gateway) {
        this.gateway = gateway;
    }

    @PostMapping(DossierController.PATH + "{id}/follow")
    String follow(@PathVariable UUID id) {
        FollowedDossier.begin(gateway, id);
        return "redirect:" + DossierController.PATH + id;
    }

    @PostMapping(DossierController.PATH + "{id}/follow/stop")
    String stop(@PathVariable UUID id) {
        FollowedDossier.stop(gateway, id);
        return "redirect:" + DossierController.PATH + id;
    }
}
