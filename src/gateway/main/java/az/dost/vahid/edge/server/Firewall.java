package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/** Spring Security's firewall: no path that walks, hides a slash or an end, and no header with control characters. */
final class Firewall extends OncePerRequestFilter {
    private final StrictHttpFirewall firewall = new StrictHttpFirewall();

    Firewall() {
        // A wrong method is answered by whoever knows the right ones.
        firewall.setUnsafeAllowAnyHttpMethod(true);
    }

    /**
     * A call between members has a path of the provider's, which the exchange looks at itself and refuses in its own
     * protocol.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(RequestShape.EXCHANGE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest checked;
        try {
            checked = firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException e) {
            ProblemAnswer.send(
                    response,
                    new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The address is not one in plain form."));
            return;
        }
        chain.doFilter(checked, response);
    }
}
