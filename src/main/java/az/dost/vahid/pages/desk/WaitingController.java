package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.GatewayAway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.SessionOver;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.NotThere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Waits for a lookup that was begun. It goes on when its node has died: the question is in the session, and is asked again under its key. */
@Controller
final class WaitingController {
    static final String PATH = "/desk/lookups/";
    private static final String KEPT = "desk.question.";
    /** Most lookups are done by then, and nobody sees that there was a wait. */
    private static final long PATIENCE_MS = 900;
    private final Visitors visitors;
    private final RunningLookups lookups;
    private final Gateway gateway;

    WaitingController(Visitors visitors, RunningLookups lookups, Gateway gateway) {
        this.visitors = visitors;
        this.lookups = lookups;
        this.gateway = gateway;
    }

    /** @return the key: a new one where another question was asked under it */
    static String keep(HttpSession session, String once, ClerkQuestion question) {
        String text = question.kept();
        Object before = session.getAttribute(KEPT + once);
        String key = before == null || before.equals(text) ? once : UUID.randomUUID().toString();
        session.setAttribute(KEPT + key, text);
        return key;
    }

    @GetMapping(PATH + "{key}")
    String wait(@PathVariable UUID key, HttpServletRequest request, HttpServletResponse response, Model model) throws InterruptedException {
        HttpSession session = request.getSession();
        Object kept = session.getAttribute(KEPT + key);
        if (!lookups.has(session.getId(), key.toString())) {
            if (kept == null) {
                throw new NotThere();
            }
            lookups.begin(session.getId(), key.toString(), ClerkQuestion.of(kept.toString()), visitors.of(request).official(), gateway.forLater());
        }
        model.addAttribute("key", key);
        boolean part = request.getHeader(SessionOver.HTMX) != null;
        String dossier;
        try {
            dossier = lookups.await(session.getId(), key.toString(), part ? 0 : PATIENCE_MS);
        } catch (RuntimeException e) {
            if (part) {
                // The whole page is asked for again, and tells it.
                response.setHeader("HX-Refresh", "true");
                return "desk/waiting :: part";
            }
            lookups.forget(session.getId(), key.toString());
            if (!isWorthAnotherTry(e)) {
                session.removeAttribute(KEPT + key);
            }
            throw e;
        }
        if (dossier != null) {
            session.removeAttribute(KEPT + key);
            return leadTo(DossierController.PATH + UUID.fromString(dossier), part, response);
        }
        return part ? "desk/waiting :: part" : "desk/waiting";
    }

    /** The page stands for its question as long as it may be answered yet: whoever loads it again asks again under its key. */
    private static boolean isWorthAnotherTry(RuntimeException fault) {
        return fault instanceof GatewayAway || fault instanceof Refused refused && (refused.status() == 429 || refused.status() == 503);
    }

    private static String leadTo(String address, boolean part, HttpServletResponse response) {
        if (!part) {
            return "redirect:" + address;
        }
        response.setHeader("HX-Redirect", address);
        return "desk/waiting :: part";
    }

    @PostMapping(PATH + "{key}/cancel")
    String cancel(@PathVariable UUID key, HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.removeAttribute(KEPT + key);
        lookups.forget(session.getId(), key.toString());
        return "redirect:" + DeskController.PATH;
    }
}
