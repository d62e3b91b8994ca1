package az.dost.vahid.pages.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While sessions cannot be read or have no room, a page says that it is busy; the page that says so needs no session.
 */
final class SessionsAway extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionsAway.class);
    private static final String AWAY = SessionsAway.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TooManySessions e) {
            LOG.warn(
                    "There is no session: {}",
                    e instanceof TooManySessions ? e.getMessage() : e.getClass().getSimpleName());
            if (!response.isCommitted()) {
                request.setAttribute(AWAY, true);
                response.reset();
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }

    /** Of nobody, while they are away. */
    static HttpSessionIdResolver known(HttpSessionIdResolver ids) {
        return new HttpSessionIdResolver() {
            @Override
            public List<String> resolveSessionIds(HttpServletRequest request) {
                return request.getAttribute(AWAY) == null ? ids.resolveSessionIds(request) : List.of();
            }

            @Override
            public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
                ids.setSessionId(request, response, id);
            }

            @Override
            public void expireSession(HttpServletRequest request, HttpServletResponse response) {
                ids.expireSession(request, response);
            }
        };
    }
}
