package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.fact.FactWords;
import az.dost.vahid.pages.fact.Shapes;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.picture.QrCode;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A clerk asks whoever stands before her to show a digital document, and reads what was shown. She decides herself. */
@Controller
final class ProofsController {
    static final String PATH = "/desk/proofs";
    private static final String GATEWAY = "/v1/presentations";
    private static final String CLAIMS = "claims";
    private static final String CLAIM = "claim";
    private static final String OPEN = "OPEN";
    private final Gateway gateway;
    private final Shapes shapes;

    /** @param title in words */
    record Kind(String code, String title, List<Claim> claims) {
        static Kind of(JsonNode json, Wording w) {
            return new Kind(
                    json.path("type").asText(),
                    ProofsController.title(json, w),
                    Json.list(
                            json.path(CLAIMS),
                            one -> new Claim(one.path(CLAIM).asText(), ProofsController.title(one, w), "")));
        }
    }

    /** @param value in words; blank before it is shown */
    record Claim(String code, String title, String value) {}

    ProofsController(Gateway gateway, Shapes shapes) {
        this.gateway = gateway;
        this.shapes = shapes;
    }

    private static String title(JsonNode json, Wording w) {
        return json.path("title").path(w.tag()).asText();
    }

    @GetMapping(PATH)
    String form(@RequestAttribute Wording w, Model model) {
        model.addAttribute("kinds", Json.list(gateway.get(GATEWAY).body().path("types"), one -> Kind.of(one, w)));
        return "desk/proofs";
    }

    @PostMapping(PATH)
    String ask(@RequestParam String type, @RequestParam(defaultValue = "") List<String> claim) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put("type", type);
        claim.forEach(asked.putArray(CLAIMS)::add);
        return "redirect:" + PATH + "/"
                + gateway.post(asked, GATEWAY).body().path("presentationId").asText();
    }

    /** While it is open the page asks by itself whether it still is; once it is not, it is read anew. */
    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) String part,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        JsonNode found = gateway.get(GATEWAY + "/{id}", id).body();
        String state = found.path("state").asText();
        String here = PATH + "/" + id;
        model.addAttribute("here", here);
        if (part != null) {
            if (!state.equals(OPEN)) {
                response.setHeader("HX-Redirect", here);
            }
            return "desk/proof :: part";
        }
        FactWords words = new FactWords(shapes, w);
        String fact = found.path("fact").asText();
        model.addAttribute("document", title(found, w));
        model.addAttribute("state", state);
        model.addAttribute("stateName", w.value("credentials.PresentationState", state));
        model.addAttribute(
                "reason",
                found.has("reason") ? w.of("checks", found.path("reason").asText()) : "");
        model.addAttribute("until", w.moment(found.path("until").asText()));
        model.addAttribute("keptUntil", w.moment(found.path("keptUntil").asText()));
        model.addAttribute(
                CLAIMS,
                Json.list(
                        found.path(CLAIMS),
                        one -> new Claim(
                                one.path(CLAIM).asText(),
                                title(one, w),
                                one.has("value")
                                        ? words.value(fact, one.path(CLAIM).asText(), one.path("value"))
                                        : "")));
        if (state.equals(OPEN)) {
            model.addAttribute("qr", QrCode.of(found.path("requestUri").asText()));
        }
        return "desk/proof";
    }
}
