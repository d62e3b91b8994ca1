package az.dost.vahid.edge.server;

import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** What Spring's actuator shows is for operators, but health. */
final class ManagementLogin extends OncePerRequestFilter {
    static final String PATHS = "/actuator/*";
    private final FrontDoor door;
    private final String challenge;

    /** @param challenge to whom nobody knows, see {@link az.dost.vahid.problem.Challenge} */
    ManagementLogin(FrontDoor door, String challenge) {
        this.challenge = challenge;
        this.door = door;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ManagementListener.HEALTH.equals(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            door.operator(request);
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.UNAUTHENTICATED) {
                response.setHeader("WWW-Authenticate", challenge);
            }
            ProblemAnswer.send(response, e);
            return;
        }
        chain.doFilter(request, response);
    }
}
