package az.dost.vahid.pages.hotline;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.lookup.AskedPapers;
import az.dost.vahid.pages.lookup.ServiceFinder;
import az.dost.vahid.pages.lookup.SessionLookups;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A call: what was looked up in it, and as long as it stands, what else is asked for its caller. Verdicts are asked for
 * and nothing else.
 */
@Controller
final class CallLookupController {
    static final String PATH = "/hot-line/calls/";
    private static final SessionLookups.Places PLACES =
            new SessionLookups.Places("/hot-line/calls/lookups/", VerdictsController.PATH);
    private static final String OVER = "redirect:" + CallController.OVER;
    private static final ObjectMapper JSON = Json.mapper();
    private final Gateway gateway;
    private final Visitors visitors;
    private final ServiceFinder services;
    private final SessionLookups lookups;

    CallLookupController(Gateway gateway, Visitors visitors, ServiceFinder services, SessionLookups lookups) {
        this.gateway = gateway;
        this.visitors = visitors;
        this.services = services;
        this.lookups = lookups;
    }

    @GetMapping(PATH + "{call}")
    String call(@PathVariable UUID call, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        return show(call, CallQuestion.empty(), Map.of(), request, w, model);
    }

    @PostMapping(PATH + "{call}/services")
    String matching(
            @PathVariable UUID call,
            CallQuestion sent,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        model.addAttribute("offer", services.find(sent.search(), visitors.of(request), w));
        model.addAttribute("form", sent);
        return "desk/form :: services";
    }

    @PostMapping(PATH + "{call}")
    String ask(
            @PathVariable UUID call,
            CallQuestion sent,
            @RequestParam(required = false) String find,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        OpenCall open = open(call, request);
        if (open == null) {
            return OVER;
        }
        Visitor visitor = visitors.of(request);
        if (find != null) {
            return show(call, sent, Map.of(), request, w, model);
        }
        if (!services.codes(visitor).contains(sent.service())) {
            response.setStatus(422);
            return show(call, sent, Map.of("service", "desk.form.service.missing"), request, w, model);
        }
        ObjectNode question = JSON.createObjectNode()
                .put("service", sent.service())
                .put("caseRef", call.toString())
                .put("official", visitor.official())
                .put("view", "VERDICTS")
                .put("channel", "CALL_CENTRE");
        question.putObject("subject").put("fin", open.fin());
        return "redirect:" + PLACES.waiting() + UUID.fromString(lookups.begin(request, sent.once(), question));
    }

    /** The call in the session, which alone has a FIN; null where it is another one, or none. */
    private static OpenCall open(UUID call, HttpServletRequest request) {
        OpenCall open = OpenCall.of(request.getSession());
        return open != null && open.call().equals(call) ? open : null;
    }

    @GetMapping("/hot-line/calls/lookups/{key}")
    String await(@PathVariable UUID key, HttpServletRequest request, HttpServletResponse response, Model model)
            throws InterruptedException {
        return lookups.await(key, PLACES, request, response, model);
    }

    @PostMapping("/hot-line/calls/lookups/{key}/cancel")
    String cancel(@PathVariable UUID key, HttpServletRequest request) {
        lookups.cancel(key, request);
        OpenCall open = OpenCall.of(request.getSession());
        return "redirect:" + (open == null ? CallController.PATH : PATH + open.call());
    }

    @PostMapping(PATH + "{call}/slip")
    String slip(
            @PathVariable UUID call,
            CallQuestion sent,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        if (open(call, request) == null) {
            return OVER;
        }
        if (!sent.hasCode()) {
            response.setStatus(422);
            return show(call, sent, Map.of("code", "hotline.slip.wrong"), request, w, model);
        }
        return "redirect:" + PATH + call + "/slips/" + sent.code();
    }

    /** A code says nothing of anybody; who it is stands in the session. */
    @GetMapping(PATH + "{call}/slips/{code}")
    String slip(
            @PathVariable UUID call,
            @PathVariable String code,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        OpenCall open = open(call, request);
        if (open == null) {
            return OVER;
        }
        if (!new CallQuestion("", "", "", code).hasCode()) {
            throw new NotThere();
        }
        ObjectNode question = JSON.createObjectNode()
                .put("call", call.toString())
                .put("fin", open.fin())
                .put("code", code);
        model.addAttribute(
                "papers",
                new AskedPapers(gateway.post(question, "/v1/hot-line/slips").body(), w, false));
        model.addAttribute("call", call);
        model.addAttribute("slip", true);
        return "hotline/verdicts";
    }

    private String show(
            UUID call,
            CallQuestion form,
            Map<String, String> faults,
            HttpServletRequest request,
            Wording w,
            Model model) {
        OpenCall open = open(call, request);
        model.addAttribute(
                "call",
                SpokenCall.of(gateway.get("/v1/hot-line/calls/{id}", call).body(), w));
        model.addAttribute("open", open);
        model.addAttribute("form", form);
        model.addAttribute("faults", new LinkedHashMap<>(faults));
        if (open != null) {
            model.addAttribute("offer", services.find(form.search(), visitors.of(request), w));
        }
        return "hotline/call";
    }
}
