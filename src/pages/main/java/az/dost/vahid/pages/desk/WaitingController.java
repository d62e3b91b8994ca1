package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.login.KeptForm;
import az.dost.vahid.pages.lookup.SessionLookups;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Waits for a clerk's lookup that was begun. */
@Controller
final class WaitingController {
    static final String PATH = "/desk/lookups/";
    private static final SessionLookups.Places PLACES = new SessionLookups.Places(PATH, DossierController.PATH);
    private final SessionLookups lookups;
    private final KeptForm kept;

    WaitingController(SessionLookups lookups, KeptForm kept) {
        this.kept = kept;
        this.lookups = lookups;
    }

    @GetMapping(PATH + "{key}")
    String wait(@PathVariable UUID key, HttpServletRequest request, HttpServletResponse response, Model model)
            throws InterruptedException {
        String view = lookups.await(key, PLACES, request, response, model);
        if (view.startsWith("redirect:") || response.containsHeader("HX-Redirect")) {
            kept.end(response);
        }
        return view;
    }

    @PostMapping(PATH + "{key}/cancel")
    String cancel(@PathVariable UUID key, HttpServletRequest request, HttpServletResponse response) {
        lookups.cancel(key, request);
        kept.take(request, response)
                .ifPresent(form -> kept.keep(LookupForm.read(form).anew().written(), response));
        return "redirect:" + DeskController.PATH;
    }
}
