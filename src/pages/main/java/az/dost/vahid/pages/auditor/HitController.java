package az.dost.vahid.pages.auditor;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** One hit: what is known of it, the official's days beside the office, who works it off, and how it ends. */
@Controller
final class HitController {
    private static final String PATH = HitsController.PATH + "/{id}";
    private static final String GATEWAY = "/v1/audit/hits/{id}";
    private static final ObjectMapper JSON = Json.mapper();
    private final Gateway gateway;
    private final Visitors visitors;
    private final MessageSource messages;

    HitController(Gateway gateway, Visitors visitors, MessageSource messages) {
        this.gateway = gateway;
        this.visitors = visitors;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID id, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        return page(id, new Closing("", ""), "", Map.of(), request, w, model);
    }

    private String page(
            UUID id,
            Closing closing,
            String assignee,
            Map<String, String> faults,
            HttpServletRequest request,
            Wording w,
            Model model) {
        HitLine hit = HitLine.of(gateway.get(GATEWAY, id).body(), w, Instant.now());
        Visitor visitor = visitors.of(request);
        model.addAttribute("hit", hit);
        model.addAttribute(
                "days", OfficialDays.of(gateway.get(GATEWAY + "/activity", id).body(), names(hit, w), w));
        model.addAttribute("closing", closing);
        model.addAttribute("assignee", assignee);
        model.addAttribute(
                "reasons",
                Closing.REASONS.stream()
                        .filter(reason -> !hit.asked() || !reason.equals(Closing.TOO_STRICT))
                        .toList());
        model.addAttribute("faults", faults);
        model.addAttribute("me", visitor.official());
        model.addAttribute("own", hit.official().equals(visitor.official()));
        model.addAttribute("decides", decides(visitor));
        return "audit/hit";
    }

    private OfficialDays.Names names(HitLine hit, Wording w) {
        return new OfficialDays.Names(
                messages.getMessage("audit.days.picture", new Object[] {hit.official()}, w.locale()),
                messages.getMessage("audit.days.day", null, w.locale()),
                messages.getMessage("audit.days.bar", null, w.locale()),
                messages.getMessage("audit.days.line", null, w.locale()));
    }

    static boolean decides(Visitor visitor) {
        return visitor.hasOneOf(Set.of(VisitorRole.AUDITOR));
    }

    private void onlyWhoDecides(HttpServletRequest request) {
        if (!decides(visitors.of(request))) {
            throw new NotThere();
        }
    }

    @PostMapping(path = PATH, params = "mine")
    String take(@PathVariable UUID id, HttpServletRequest request) {
        onlyWhoDecides(request);
        return send(
                id,
                "/assignment",
                JSON.createObjectNode().put("assignee", visitors.of(request).official()));
    }

    @PostMapping(path = PATH, params = "give")
    String give(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String assignee,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        onlyWhoDecides(request);
        String login = assignee.strip();
        try {
            return send(id, "/assignment", JSON.createObjectNode().put("assignee", login));
        } catch (Refused wrong) {
            if (!wrong.field().equals("assignee")) {
                throw wrong;
            }
            response.setStatus(422);
            return page(
                    id,
                    new Closing("", ""),
                    login,
                    Map.of("assignee", login.isEmpty() ? "audit.assign.missing" : "audit.assign.wrong"),
                    request,
                    w,
                    model);
        }
    }

    @PostMapping(path = PATH, params = "close")
    String close(
            @PathVariable UUID id,
            Closing closing,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        onlyWhoDecides(request);
        Map<String, String> faults = closing.faults();
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return page(id, closing, "", faults, request, w, model);
        }
        return send(
                id,
                "/closure",
                JSON.createObjectNode().put("reason", closing.reason()).put("note", closing.note()));
    }

    /** One that somebody else has closed meanwhile is shown as it is now. */
    private String send(UUID id, String act, ObjectNode body) {
        try {
            gateway.post(body, GATEWAY + act, id);
        } catch (Refused gone) {
            if (gone.status() != 404) {
                throw gone;
            }
        }
        return "redirect:" + HitsController.PATH + "/" + id;
    }

    /** What was typed to close a hit. */
    private record Closing(String reason, String note) {
        /** Fits where a rule was broken. */
        static final String TOO_STRICT = "RULE_TOO_STRICT";
        /** Of the contract, in the order in which they are shown. */
        static final List<String> REASONS = List.of("JUSTIFIED", "MISUSE", TOO_STRICT);

        private static final int LONGEST = 1000;

        Closing {
            reason = reason == null ? "" : reason;
            note = note == null ? "" : note.strip();
        }

        /** By field, the message that says what is wrong with it. */
        Map<String, String> faults() {
            Map<String, String> faults = new LinkedHashMap<>();
            if (!REASONS.contains(reason)) {
                faults.put("reason-JUSTIFIED", "audit.close.reason.missing");
            }
            if (note.isEmpty() || note.length() > LONGEST) {
                faults.put("note", note.isEmpty() ? "audit.close.note.missing" : "audit.note.long");
            }
            return faults;
        }
    }
}
