package az.dost.vahid.pages.portal;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.WholeAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of an attempt, to be shown as text.
 *
 * @param headers a line each
 * @param cut whether the body goes on
 */
record TryOutcome(int status, String took, List<String> headers, String body, boolean cut) {
    private static final int MOST = 100_000;
    private static final ObjectMapper JSON = Json.strict();

    static TryOutcome of(WholeAnswer answer, String took) {
        List<String> headers = new ArrayList<>();
        answer.headers().forEach((name, values) -> values.forEach(value -> headers.add(name + ": " + value)));
        String body = readable(new String(answer.body(), StandardCharsets.UTF_8));
        return new TryOutcome(
                answer.status(), took, headers, body.substring(0, Math.min(MOST, body.length())), body.length() > MOST);
    }

    /** Whether it is a problem, which stands among the last refusals too. */
    public boolean isRefused() {
        return status >= 400;
    }

    /** Whether it is the login's roles, and nothing of the request, that are at fault. */
    public boolean isClosedToRole() {
        return status == 403 && OwnAccessController.closedToRole(json(body));
    }

    private static JsonNode json(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String readable(String body) {
        JsonNode json = json(body);
        return json.isMissingNode() ? body : json.toPrettyString();
    }

    static boolean isJson(String body) {
        try {
            JSON.readTree(body);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
