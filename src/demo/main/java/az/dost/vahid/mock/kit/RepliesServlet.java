package az.dost.vahid.mock.kit;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code PUT /control/replies/<agency>} alters replies, {@code DELETE /control/replies} ends it. Mock side only. */
final class RepliesServlet extends HttpServlet {
    private static final ObjectMapper JSON = Json.mapper();
    private final transient Substitutions replies;

    RepliesServlet(Substitutions replies) {
        this.replies = replies;
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = request.getRequestURI().split("/");
        try {
            replies.alter(path[3], JSON.readValue(request.getInputStream(), Substitutions.Altered.class));
            response.setStatus(204);
        } catch (JacksonException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            response.sendError(
                    400,
                    "PUT /control/replies/<agency> {\"fin\":\"...\",\"replace\":[{\"text\":\"...\",\"with\":\"...\",\"pattern\":false}]}");
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        replies.clear();
        response.setStatus(204);
    }
}
