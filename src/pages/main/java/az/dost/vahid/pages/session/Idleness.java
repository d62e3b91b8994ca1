package az.dost.vahid.pages.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session in which nobody has done anything for a while. What a page fetches by itself is nothing that somebody
 * does.
 */
public final class Idleness extends OncePerRequestFilter {
    /**
     * A page sends it with what it fetches by itself; without scripts it is all that its address asks,
     * {@code ?Vahid-Poll=1}.
     */
    private static final String POLL = "Vahid-Poll";

    private static final String ACTED = Idleness.class.getName();
    private final Duration longest;
    private final InstantSource clock;

    Idleness(Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            if (end(session, longest).isBefore(clock.instant())) {
                session.invalidate();
            } else if (request.getHeader(POLL) == null && !(POLL + "=1").equals(request.getQueryString())) {
                session.setAttribute(ACTED, clock.millis());
            }
        }
        chain.doFilter(request, response);
    }

    /** When the session is over if nobody does anything more. */
    public static Instant end(HttpSession session, Duration longest) {
        long acted = session.getAttribute(ACTED) instanceof Long at ? at : session.getCreationTime();
        return Instant.ofEpochMilli(acted).plus(longest);
    }
}
