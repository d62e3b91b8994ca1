package az.dost.vahid.pages.catalogue;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Where people go: the centres that have been published. */
@Controller
final class CentresController {
    private final Gateway gateway;

    CentresController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A centre, in words; what is not published is blank. */
    record Centre(
            KnownText name,
            String kind,
            KnownText address,
            String districts,
            KnownText hours,
            String source,
            String dated) {
        static Centre of(JsonNode json, Wording w) {
            List<String> districts = Json.list(
                    json.path("districts"),
                    district -> KnownText.of(district, w).text());
            return new Centre(
                    KnownText.of(json.path("name"), w),
                    w.value("catalogue.centres.kind", json.path("kind").asText()),
                    KnownText.of(json.path("address"), w),
                    String.join(", ", districts),
                    KnownText.of(json.path("hours"), w),
                    json.path("source").asText(),
                    w.dated(json.path("dated").asText()));
        }
    }

    @GetMapping(CatalogueController.PATH + "/centres")
    String centres(@RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "centres",
                Json.list(gateway.get("/v1/catalogue/centres").body().path("centres"), centre -> Centre.of(centre, w)));
        return "catalogue/centres";
    }
}
