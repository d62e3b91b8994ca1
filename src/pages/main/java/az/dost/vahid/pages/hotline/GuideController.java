package az.dost.vahid.pages.hotline;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.lookup.ServiceSearch;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What anybody who calls may be told, without who it is: services, their papers and steps, and centres. */
@Controller
final class GuideController {
    private static final String PATH = "/hot-line";
    private final Gateway gateway;
    private final ServiceSearch services;

    GuideController(Gateway gateway, ServiceSearch services) {
        this.gateway = gateway;
        this.services = services;
    }

    @GetMapping(PATH)
    String services(@RequestAttribute Wording w, Model model) {
        return show("", w, model, "hotline/services");
    }

    /** By POST: somebody may type a FIN into the field, and it would stand in an address. */
    @PostMapping(PATH)
    String found(@RequestParam(defaultValue = "") String search, @RequestAttribute Wording w, Model model) {
        return show(search, w, model, "hotline/services");
    }

    /** What htmx fetches while somebody types. */
    @PostMapping(PATH + "/services")
    String matching(@RequestParam(defaultValue = "") String search, @RequestAttribute Wording w, Model model) {
        return show(search, w, model, "hotline/services :: found");
    }

    private String show(String search, Wording w, Model model, String view) {
        ServiceSearch.Found hits = services.find(search, w);
        model.addAttribute("search", search);
        model.addAttribute(
                "found",
                hits.headings().stream()
                        .map(heading -> GuidedService.of(heading, w))
                        .toList());
        model.addAttribute("near", hits.near());
        return view;
    }

    @GetMapping(PATH + "/services/{code}")
    String service(@PathVariable String code, @RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "manual",
                SpokenManual.of(
                        gateway.get("/v1/catalogue/services/{code}/manual", code)
                                .body(),
                        w));
        return "hotline/service";
    }

    @GetMapping(PATH + "/centres")
    String centres(@RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "centres",
                Json.list(
                        gateway.get("/v1/catalogue/centres").body().path("centres"),
                        centre -> PublishedCentre.of(centre, w)));
        return "hotline/centres";
    }

    /**
     * A service as a list of them has it. @param bring papers that a citizen brings, of those that the service asks
     * for; blank where none are published
     */
    private record GuidedService(String code, Phrase title, String family, String bring) {
        static GuidedService of(JsonNode heading, Wording w) {
            int bring =
                    heading.path("papers").asInt() - heading.path("replaced").asInt();
            return new GuidedService(
                    heading.path("code").asText(),
                    Phrase.of(heading.path("title"), w),
                    w.value("passport.family", heading.path("family").asText()),
                    heading.path("described").asBoolean() ? w.number(bring) : "");
        }
    }

    /** A centre as it has been published; what was not is blank. @param dated day, month or year of the source */
    private record PublishedCentre(
            String name, String kind, Phrase address, String districts, Phrase hours, String source, String dated) {
        static PublishedCentre of(JsonNode centre, Wording w) {
            List<String> districts = Json.list(
                    centre.path("districts"), district -> Phrase.of(district, w).text());
            return new PublishedCentre(
                    centre.path("name").path(w.tag()).asText(),
                    w.value("catalogue.centres.kind", centre.path("kind").asText()),
                    Phrase.of(centre.path("address"), w),
                    String.join(", ", districts),
                    Phrase.of(centre.path("hours"), w),
                    centre.path("source").asText(),
                    w.dated(centre.path("dated").asText()));
        }
    }
}
