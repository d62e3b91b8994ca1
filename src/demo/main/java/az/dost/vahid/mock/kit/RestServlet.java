package az.dost.vahid.mock.kit;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Hands HTTP requests to a {@link RestEndpoint}. */
final class RestServlet extends HttpServlet {
    private final String agency;
    private final transient RestEndpoint endpoint;

    RestServlet(String agency, RestEndpoint endpoint) {
        this.agency = agency;
        this.endpoint = endpoint;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> headers = Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), request::getHeader, (a, b) -> a));
        RestEndpoint.Reply reply;
        try {
            reply = endpoint.answer(new RestEndpoint.Request(
                    request.getMethod(),
                    request.getRequestURI().substring(agency.length() + 1),
                    headers,
                    request.getInputStream().readAllBytes()));
        } catch (Exception e) {
            log("Mock " + agency + " failed", e);
            reply = RestEndpoint.Reply.of(
                    500, "text/plain", e.getClass().getName().getBytes(StandardCharsets.UTF_8));
        }
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }
}
