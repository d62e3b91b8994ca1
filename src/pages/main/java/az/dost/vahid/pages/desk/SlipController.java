package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.PublicPages;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.lookup.AskedPapers;
import az.dost.vahid.pages.setting.PagesSettings;
import az.dost.vahid.pages.words.ChosenLanguage;
import az.dost.vahid.pages.words.Names;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Prints what the citizen takes home. */
@Controller
final class SlipController {
    private static final String DOSSIER = "/v1/dossiers/{id}";
    private final Gateway gateway;
    private final Visitors visitors;
    private final Names names;
    private final MessageSource messages;
    private final String rating;

    SlipController(Gateway gateway, Visitors visitors, Names names, MessageSource messages, PagesSettings settings) {
        this.gateway = gateway;
        this.visitors = visitors;
        this.names = names;
        this.messages = messages;
        this.rating = settings.address() + PublicPages.RATING;
    }

    /** @param in language that the citizen reads, as its tag; that of the page where it is none of ours */
    @GetMapping(DossierController.PATH + "{id}/slip")
    String slip(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String in,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        Wording his = ChosenLanguage.named(in).map(names::in).orElse(w);
        AskedPapers papers = new AskedPapers(gateway.get(DOSSIER, id).body(), his);
        model.addAttribute("papers", papers);
        if (papers.isForSlip()) {
            model.addAttribute(
                    "slip",
                    new Slip(papers, centre(visitors.of(request).office()), ratingCode(id), rating, his, messages));
        }
        return "desk/slip";
    }

    /** A slip is of use without its centre. */
    private JsonNode centre(String office) {
        try {
            return Json.list(gateway.get("/v1/catalogue/centres").body().path("centres"), centre -> centre).stream()
                    .filter(centre -> centre.path("id").asText().equals(office))
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        } catch (Refused none) {
            return MissingNode.getInstance();
        }
    }

    /** Blank where the gateway gives none: a slip is of use without it. */
    private String ratingCode(UUID id) {
        try {
            return gateway.get(DOSSIER + "/slip", id).body().path("ratingCode").asText();
        } catch (Refused none) {
            return "";
        }
    }
}
