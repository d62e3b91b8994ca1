package az.dost.vahid.pages.catalogue;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.SessionOver;
import az.dost.vahid.pages.lookup.ServiceSearch;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The services that are known, and how many are not. */
@Controller
final class CatalogueController {
    static final String PATH = "/catalogue";
    private final Gateway gateway;
    private final ServiceSearch services;

    CatalogueController(Gateway gateway, ServiceSearch services) {
        this.gateway = gateway;
        this.services = services;
    }

    @GetMapping(PATH)
    String list(CatalogueSearch search, HttpServletResponse response, @RequestAttribute Wording w, Model model) {
        return show(search.ofAddress(), response, w, model);
    }

    /** With a text: by POST, so that whatever somebody types is in no address. */
    @PostMapping(PATH)
    String find(
            CatalogueSearch search,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        String page = show(search, response, w, model);
        return request.getHeader(SessionOver.HTMX) == null ? page : page + " :: found";
    }

    private String show(CatalogueSearch search, HttpServletResponse response, Wording w, Model model) {
        Map<String, String> faults = search.faults(w);
        if (!faults.isEmpty()) {
            response.setStatus(422);
        }
        List<FoundService> found = new ArrayList<>();
        int unknown = 0;
        ServiceSearch.Found hits = services.find(search.text(), w);
        for (JsonNode heading : hits.headings()) {
            if (search.fits(heading)) {
                found.add(FoundService.of(heading, w));
            } else if (search.mayFit(heading)) {
                unknown++;
            }
        }
        model.addAttribute(
                "counts", CatalogueCounts.of(gateway.get("/v1/catalogue").body(), w));
        model.addAttribute("search", search);
        model.addAttribute("faults", faults);
        model.addAttribute("found", found);
        model.addAttribute("near", hits.near());
        model.addAttribute("unknown", unknown);
        return "catalogue/list";
    }

    /**
     * A row of the catalogue, in words.
     *
     * @param officialId blank where it is not published
     * @param described whether its papers are known
     * @param papers that it asks for; of them, replaced are those that a register replaces
     */
    private record FoundService(
            String code,
            KnownText title,
            String family,
            String officialId,
            String status,
            String statusName,
            boolean described,
            int papers,
            int replaced) {
        static FoundService of(JsonNode heading, Wording w) {
            String status = heading.path("status").asText();
            return new FoundService(
                    heading.path("code").asText(),
                    KnownText.of(heading.path("title"), w),
                    w.value(CatalogueSearch.FAMILY, heading.path("family").asText()),
                    heading.path("officialId").asText(),
                    status,
                    w.value(CatalogueSearch.STATUS, status),
                    heading.path("described").asBoolean(),
                    heading.path("papers").asInt(),
                    heading.path("replaced").asInt());
        }
    }
}
