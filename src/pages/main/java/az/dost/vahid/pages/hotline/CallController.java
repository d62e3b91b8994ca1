package az.dost.vahid.pages.hotline;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.lookup.RunningCalls;
import az.dost.vahid.pages.web.Busy;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a call begins: the caller's answers go to the gateway, which alone compares them, and an earlier call is found
 * by its reference.
 */
@Controller
final class CallController {
    static final String PATH = "/hot-line/calls";
    static final String OVER = PATH + "/over";
    private static final String NOT_CONFIRMED = "CALLER_NOT_CONFIRMED";
    private static final String FORM = "hotline/call-form";
    /** The gateway asks the registers for some seconds at most. */
    private static final long PATIENCE_MS = 20_000;

    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private final Gateway gateway;
    private final RunningCalls calls;

    CallController(Gateway gateway, RunningCalls calls) {
        this.gateway = gateway;
        this.calls = calls;
    }

    @GetMapping(PATH)
    String form(HttpServletRequest request, Model model) {
        return show(CallerForm.empty(), Map.of(), request, model);
    }

    /** Where somebody stands whose call ended before he did. */
    @GetMapping(OVER)
    String over(HttpServletRequest request, Model model) {
        model.addAttribute("over", true);
        return show(CallerForm.empty(), Map.of(), request, model);
    }

    @PostMapping(PATH)
    String check(CallerForm sent, HttpServletRequest request, HttpServletResponse response, Model model)
            throws InterruptedException {
        Map<String, String> faults = sent.faults();
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return show(sent.shown(), faults, request, model);
        }
        HttpSession session = request.getSession();
        Gateway now = gateway.forLater();
        String key = sent.key();
        calls.begin(
                session.getId(),
                key,
                () -> passed(now.post(sent.body(), "/v1/hot-line/calls").body()));
        String passed;
        try {
            passed = calls.await(session.getId(), key, PATIENCE_MS);
        } catch (RuntimeException e) {
            if (!(e instanceof Refused refused) || !refused.code().equals(NOT_CONFIRMED)) {
                // Nothing was decided: the same answers may be sent once more.
                calls.forget(session.getId(), key);
                throw e;
            }
            // Which answer is wrong nobody is told, so no field is at fault.
            response.setStatus(403);
            FailedChecks.count(session, sent.fin(), key, Instant.now());
            model.addAttribute("refused", NOT_CONFIRMED);
            model.addAttribute(
                    "closedUntil",
                    FailedChecks.closedUntil(session, sent.fin(), Instant.now()).orElse(null));
            return show(sent.shown(), Map.of(), request, model);
        }
        if (passed == null) {
            throw new Busy();
        }
        String[] parts = passed.split(" ");
        OpenCall open = new OpenCall(UUID.fromString(parts[0]), Instant.parse(parts[1]), sent.fin());
        open.keep(session);
        return "redirect:" + CallLookupController.PATH + open.call();
    }

    private static String passed(JsonNode call) {
        return call.path("call").asText() + " " + call.path("until").asText();
    }

    @PostMapping(PATH + "/find")
    String find(
            @RequestParam(defaultValue = "") String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String typed = reference.strip().toLowerCase(Locale.ROOT);
        if (REFERENCE.matcher(typed).matches()) {
            return "redirect:" + CallLookupController.PATH + typed;
        }
        response.setStatus(422);
        return show(CallerForm.empty(), Map.of("reference", "hotline.find.wrong"), request, model);
    }

    @PostMapping(PATH + "/end")
    String end(HttpServletRequest request) {
        OpenCall.end(request.getSession());
        return "redirect:" + PATH;
    }

    private static String show(CallerForm form, Map<String, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("sign", form.strange());
        if (!model.containsAttribute("over")) {
            model.addAttribute("over", false);
        }
        model.addAttribute("open", OpenCall.of(request.getSession()));
        return FORM;
    }
}
