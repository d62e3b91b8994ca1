package az.dost.vahid.pages.lookup;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.GatewayAway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.SessionOver;
import az.dost.vahid.pages.web.NotThere;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;

/**
 * Lookups of whoever has logged in. Each has a key, which goes to the gateway with it ({@code Idempotency-Key}):
 * whoever asks again under the same key, over another node too, gets the same dossier. The question has a FIN, so it is
 * nowhere but in the session, and there no longer than until it is answered or cancelled; a lookup goes on when its
 * node has died, as it is asked again from there.
 */
public final class SessionLookups {
    private static final ObjectMapper JSON = Json.strict();
    private static final String KEPT = "lookup.question.";
    private static final String KEY = "Idempotency-Key";
    /** Most lookups are done by then, and nobody sees that there was a wait. */
    private static final long PATIENCE_MS = 900;

    private final RunningCalls calls;
    private final Gateway gateway;

    /**
     * Addresses of a desk, each with a slash at its end.
     *
     * @param waiting where a lookup is waited for; its key follows
     * @param answers where its answer is shown; the dossier's id follows
     */
    public record Places(String waiting, String answers) {}

    SessionLookups(RunningCalls calls, Gateway gateway) {
        this.calls = calls;
        this.gateway = gateway;
    }

    /**
     * Begins a lookup, once however often its form is sent.
     *
     * @param once made with the form
     * @param question a body of {@code POST /v1/dossiers}
     * @return the key under which it is waited for: a new one where another question was asked under that of the form
     */
    public String begin(HttpServletRequest request, String once, ObjectNode question) {
        HttpSession session = request.getSession();
        String text = question.toString();
        Object before = session.getAttribute(KEPT + once);
        String key =
                before == null || before.equals(text) ? once : UUID.randomUUID().toString();
        session.setAttribute(KEPT + key, text);
        begin(session, key, question);
        return key;
    }

    private void begin(HttpSession session, String key, JsonNode question) {
        Gateway later = gateway.forLater();
        calls.begin(
                session.getId(),
                key,
                () -> later.post(question, Map.of(KEY, key), "/v1/dossiers")
                        .body()
                        .path("dossierId")
                        .asText());
    }

    /**
     * The page that waits, or leads to the answer.
     *
     * @return a view, of {@code desk/waiting}
     * @throws NotThere where the session has no such question
     * @throws RuntimeException what the lookup ended with
     */
    public String await(UUID key, Places places, HttpServletRequest request, HttpServletResponse response, Model model)
            throws InterruptedException {
        HttpSession session = request.getSession();
        if (!calls.has(session.getId(), key.toString())) {
            Object kept = session.getAttribute(KEPT + key);
            if (kept == null) {
                throw new NotThere();
            }
            begin(session, key.toString(), read(kept.toString()));
        }
        model.addAttribute("waiting", places.waiting() + key);
        model.addAttribute("progress", null);
        boolean part = request.getHeader(SessionOver.HTMX) != null;
        String dossier;
        try {
            dossier = calls.await(session.getId(), key.toString(), part ? 0 : PATIENCE_MS);
        } catch (RuntimeException e) {
            if (part) {
                // The whole page is asked for again, and tells it.
                response.setHeader("HX-Refresh", "true");
                return "desk/waiting :: part";
            }
            calls.forget(session.getId(), key.toString());
            if (!isWorthAnotherTry(e)) {
                session.removeAttribute(KEPT + key);
            }
            throw e;
        }
        if (dossier == null) {
            model.addAttribute("progress", calls.progress(session.getId(), key.toString(), () -> progress(key)));
            return part ? "desk/waiting :: part" : "desk/waiting";
        }
        session.removeAttribute(KEPT + key);
        String address = places.answers() + UUID.fromString(dossier);
        if (!part) {
            return "redirect:" + address;
        }
        response.setHeader("HX-Redirect", address);
        return "desk/waiting :: part";
    }

    /**
     * Only the gateway that makes a lookup knows, and not before it asks: where it is not known, the page says that it
     * waits.
     */
    private RunningCalls.Progress progress(UUID key) {
        try {
            JsonNode now = gateway.get(Map.of(KEY, key.toString()), "/v1/lookups/progress")
                    .body();
            return new RunningCalls.Progress(
                    now.path("done").asInt(), now.path("agencies").asInt());
        } catch (Refused | GatewayAway e) {
            return null;
        }
    }

    /**
     * The page stands for its question as long as it may be answered yet: whoever loads it again asks again under its
     * key.
     */
    private static boolean isWorthAnotherTry(RuntimeException fault) {
        return fault instanceof GatewayAway
                || fault instanceof Refused refused && (refused.status() == 429 || refused.status() == 503);
    }

    public void cancel(UUID key, HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.removeAttribute(KEPT + key);
        calls.forget(session.getId(), key.toString());
    }

    private static JsonNode read(String kept) {
        try {
            return JSON.readTree(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A question in a session cannot be read", e);
        }
    }
}
