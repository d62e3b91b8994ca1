package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.login.KeptForm;
import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.lookup.ServiceFinder;
import az.dost.vahid.pages.lookup.SessionLookups;
import az.dost.vahid.pages.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of the desk. */
@Controller
final class DeskController {
    static final String PATH = "/desk";
    /** Of the words, and of the session. */
    private static final String CHANNEL = "passport.channel";

    private final Visitors visitors;
    private final ServiceFinder services;
    private final SessionLookups lookups;
    private final KeptForm kept;

    DeskController(Visitors visitors, ServiceFinder services, SessionLookups lookups, KeptForm kept) {
        this.kept = kept;
        this.visitors = visitors;
        this.services = services;
        this.lookups = lookups;
    }

    @GetMapping(PATH)
    String form(HttpServletRequest request, HttpServletResponse response, @RequestAttribute Wording w, Model model) {
        LookupForm form = kept.take(request, response)
                .map(LookupForm::read)
                .orElseGet(() -> LookupForm.begun(String.valueOf(
                        Objects.requireNonNullElse(request.getSession().getAttribute(CHANNEL), ""))));
        return show(form, Map.of(), visitors.of(request), w, model);
    }

    /** What a page sends before it is left for another language, or as its session ends. */
    @PostMapping(PATH + "/kept")
    ResponseEntity<Void> keep(LookupForm filled, HttpServletResponse response) {
        kept.keep(filled.written(), response);
        return ResponseEntity.noContent().build();
    }

    /**
     * What htmx fetches while somebody types: the services that match. By POST: somebody may type a FIN into the wrong
     * field.
     */
    @PostMapping(PATH + "/services")
    String services(LookupForm sent, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        model.addAttribute("offer", services.find(sent.search(), visitors.of(request), w));
        model.addAttribute("form", sent);
        return "desk/form :: services";
    }

    @PostMapping(PATH)
    String send(
            LookupForm sent,
            @RequestParam(required = false) String find,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        Visitor visitor = visitors.of(request);
        if (find != null) {
            return show(sent, Map.of(), visitor, w, model);
        }
        Map<String, String> faults = sent.faults(services.codes(visitor), w.values(CHANNEL));
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return show(sent, faults, visitor, w, model);
        }
        request.getSession().setAttribute(CHANNEL, sent.channel());
        // Until it is answered: whatever goes wrong, he need not enter it again.
        kept.keep(sent.written(), response);
        String official = visitor.official();
        return "redirect:" + WaitingController.PATH
                + UUID.fromString(lookups.begin(request, sent.key(official), sent.question(official)));
    }

    private String show(LookupForm form, Map<String, String> faults, Visitor visitor, Wording w, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("sign", form.strange());
        model.addAttribute("channels", w.values(CHANNEL));
        model.addAttribute("offer", services.find(form.search(), visitor, w));
        return "desk/form";
    }
}
