package az.dost.vahid.pages.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Whoever is not, or no longer, logged in is led to a page that says so. A form whose token is of another session has
 * come too late as well; one that needs no login is shown again.
 */
public final class SessionOver implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** Sent by htmx with what a part of a page asks for. */
    public static final String HTMX = "HX-Request";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        lead(request, response, request.getRequestedSessionId() == null ? PublicPages.HOME : PublicPages.OVER);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        lead(
                request,
                response,
                request.getRequestURI().equals(PublicPages.RATING) ? PublicPages.RATING_LATE : PublicPages.OVER);
    }

    /** @param where an address of ours */
    public static void lead(HttpServletRequest request, HttpServletResponse response, String where) throws IOException {
        if (request.getHeader(HTMX) == null) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", where);
        } else {
            // The whole page goes there, not its part.
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", where);
        }
    }
}
