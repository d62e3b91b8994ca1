package az.dost.vahid.pages.portal;

import az.dost.vahid.pages.gateway.Answer;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a developer applies for another system, and reads what became of it. The gateway is asked without his token: an
 * applicant is nobody yet. The secret stands in no address; it is in the session until he logs out.
 */
@Controller
final class ApplicationController {
    static final String PATH = ContractsController.PATH + "/application";
    private static final String SENT = PATH + "/sent";
    private static final String STATE = PATH + "/state";
    private static final String GATEWAY = "/v1/partners/applications";
    private static final String KEPT_ONCE = "portal.application.once";
    private static final String KEPT_ID = "portal.application.id";
    private static final String KEPT_SECRET = "portal.application.secret";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{20,100}");
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final Gateway open;

    ApplicationController(@Qualifier(Gateway.OPEN) Gateway open) {
        this.open = open;
    }

    @GetMapping(PATH)
    String form(Model model) {
        return form(ApplicationForm.empty(), Map.of(), model);
    }

    private static String form(ApplicationForm form, Map<String, String> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "portal/application";
    }

    @PostMapping(PATH)
    String apply(ApplicationForm sent, HttpSession session, HttpServletResponse response, Model model) {
        if (sent.once().equals(session.getAttribute(KEPT_ONCE))) {
            return "redirect:" + SENT;
        }
        Map<String, String> faults = sent.faults();
        if (faults.isEmpty()) {
            try {
                JsonNode told = open.post(sent.body(), GATEWAY).body();
                session.setAttribute(KEPT_ID, told.path("applicationId").asText());
                session.setAttribute(KEPT_SECRET, told.path("secret").asText());
                session.setAttribute(KEPT_ONCE, sent.once());
                return "redirect:" + SENT;
            } catch (Refused refused) {
                faults = refused(refused);
            }
        }
        response.setStatus(422);
        return form(sent.shown(), faults, model);
    }

    /** What was typed is not lost because of it. */
    private static Map<String, String> refused(Refused refused) {
        return switch (refused.status()) {
            case BAD_REQUEST -> Map.of(ApplicationForm.field(refused.field()), "portal.apply.not-taken");
            case NOT_FOUND -> Map.of("send", "portal.apply.closed");
            case TOO_MANY -> Map.of("send", "portal.apply.full");
            default -> throw refused;
        };
    }

    @GetMapping(SENT)
    String sent(HttpSession session, Model model) {
        if (session.getAttribute(KEPT_ID) == null) {
            return "redirect:" + STATE;
        }
        model.addAttribute("id", session.getAttribute(KEPT_ID));
        model.addAttribute("secret", session.getAttribute(KEPT_SECRET));
        return "portal/application-sent";
    }

    @GetMapping(STATE)
    String state(Model model) {
        return state("", Map.of(), model);
    }

    private static String state(String id, Map<String, String> faults, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("faults", faults);
        return "portal/application-state";
    }

    /** By POST: the secret stands in no address, and is not shown again. */
    @PostMapping(STATE)
    String state(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String secret,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!ID.matcher(id.strip()).matches()) {
            faults.put("id", "portal.apply.id.wrong");
        }
        if (!SECRET.matcher(secret.strip()).matches()) {
            faults.put("secret", "portal.apply.secret.wrong");
        }
        if (faults.isEmpty()) {
            Optional<Answer> found = find(id.strip(), secret.strip());
            found.ifPresent(answer -> model.addAttribute("state", ApplicationState.of(answer.body(), w)));
            if (found.isEmpty()) {
                faults.put("secret", "portal.apply.none");
            }
        }
        if (!faults.isEmpty()) {
            response.setStatus(422);
        }
        return state(ID.matcher(id.strip()).matches() ? id.strip() : "", faults, model);
    }

    /** Empty for a wrong secret as for no application. */
    private Optional<Answer> find(String id, String secret) {
        try {
            return Optional.of(open.get(Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + secret), GATEWAY + "/" + id));
        } catch (Refused refused) {
            if (refused.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /**
     * How far an application is, in words.
     *
     * @param css a class of the style sheet
     * @param requester id of the system that it became; blank for none
     * @param because why it was refused; blank for none
     * @param until when it is forgotten; blank once it was released
     */
    record ApplicationState(String words, String css, String requester, String because, String until) {
        static ApplicationState of(JsonNode json, Wording w) {
            String state = json.path("state").asText();
            return new ApplicationState(
                    w.value("partners.ApplicationState.state", state),
                    switch (state) {
                        case "RELEASED" -> "";
                        case "REFUSED" -> "vahid-sentence--needed";
                        default -> "vahid-sentence--open";
                    },
                    json.path("requester").asText(),
                    json.path("because").asText(),
                    json.has("until") ? w.moment(json.path("until").asText()) : "");
        }
    }
}
