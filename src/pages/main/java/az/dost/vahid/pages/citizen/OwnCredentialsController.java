package az.dost.vahid.pages.citizen;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.picture.QrCode;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The proofs that a citizen carries: asks for one, hands it to a wallet, sees what there is, and ends it. */
@Controller
final class OwnCredentialsController {
    static final String PATH = "/my/credentials";
    private static final String GATEWAY = "/v1/citizens/me/credentials";
    private static final String TYPE = "type";
    private static final String OFFERED = "vahid.credential";
    private static final Set<String> OPEN = Set.of("OFFERED", "REDEEMED", "ISSUED");
    /** What of it is no fault of the page's is told where it was asked. */
    private static final Map<String, String> FAULTS = Map.of(
            "CREDENTIAL_UNFOUNDED", "citizen.credentials.unfounded",
            "CREDENTIAL_UNDECIDED", "citizen.credentials.undecided",
            "TOO_MANY_REQUESTS", "citizen.credentials.too-many",
            "FIELD_INVALID", "citizen.credentials.type.missing",
            "FIELD_MISSING", "citizen.credentials.type.missing");

    private final Gateway gateway;

    /** @param until blank where it never was offered, as is the lookup */
    record Own(String id, String title, String state, String stateName, String askedAt, String until, String lookup) {
        static Own of(JsonNode json, Wording w) {
            return new Own(
                    json.path("credentialId").asText(),
                    OwnCredentialsController.title(json, w),
                    json.path("state").asText(),
                    w.value("credentials.State", json.path("state").asText()),
                    w.moment(json.path("askedAt").asText()),
                    json.has("expires") ? w.moment(json.path("expires").asText()) : "",
                    json.path("lookup").asText());
        }

        public boolean open() {
            return OPEN.contains(state);
        }
    }

    /** @param title in words */
    record Type(String code, String title) {}

    OwnCredentialsController(Gateway gateway) {
        this.gateway = gateway;
    }

    private static String title(JsonNode json, Wording w) {
        return json.path("title").path(w.tag()).asText(json.path(TYPE).asText());
    }

    @GetMapping(PATH)
    String list(@RequestAttribute Wording w, Model model) {
        return page(Map.of(), w, model);
    }

    private String page(Map<String, String> faults, Wording w, Model model) {
        JsonNode found = gateway.get(GATEWAY).body();
        model.addAttribute(
                "types",
                Json.list(found.path("types"), one -> new Type(one.path(TYPE).asText(), title(one, w))));
        model.addAttribute("credentials", Json.list(found.path("credentials"), one -> Own.of(one, w)));
        model.addAttribute("faults", faults);
        return "citizen/credentials";
    }

    @PostMapping(PATH)
    String ask(
            @RequestParam(defaultValue = "") String type,
            HttpSession session,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        try {
            session.setAttribute(
                    OFFERED,
                    gateway.post(JsonNodeFactory.instance.objectNode().put(TYPE, type), GATEWAY)
                            .body()
                            .toString());
            return "redirect:" + PATH + "/offered";
        } catch (Refused refused) {
            String fault = FAULTS.get(refused.code());
            if (fault == null) {
                throw refused;
            }
            response.setStatus(422);
            return page(Map.of(TYPE, fault), w, model);
        }
    }

    /** The gateway tells the codes once: they stay in the session for as long as a wallet may come. */
    @GetMapping(PATH + "/offered")
    String offered(HttpSession session, @RequestAttribute Wording w, Model model) throws JsonProcessingException {
        JsonNode offered = Json.mapper().readTree(session.getAttribute(OFFERED) instanceof String text ? text : "{}");
        String until = offered.path("until").asText(Instant.EPOCH.toString());
        if (Instant.now().isAfter(Instant.parse(until))) {
            session.removeAttribute(OFFERED);
            return "redirect:" + PATH;
        }
        String uri = offered.path("offerUri").asText();
        model.addAttribute("document", title(offered, w));
        model.addAttribute("code", offered.path("transactionCode").asText());
        model.addAttribute("until", w.moment(until));
        model.addAttribute("expires", w.moment(offered.path("expires").asText()));
        model.addAttribute("uri", uri);
        model.addAttribute("qr", QrCode.of(uri));
        return "citizen/credential-offered";
    }

    /** Sent twice it is ended once. */
    @PostMapping(PATH + "/{id}/end")
    String end(@PathVariable UUID id) {
        gateway.delete(GATEWAY + "/{id}", id);
        return "redirect:" + PATH;
    }
}
