package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets requests in once every route has started, and until the gateway is about to stop. The server listens before
 * that, and the route of a face starts before those that its journey goes on to: a request between would fail on its
 * way.
 */
final class StartGate extends OncePerRequestFilter {
    private final CamelContext camel;
    private final Draining draining;
    /** Once open it stays open: at the end of the gateway what is on its way goes on. */
    private volatile boolean open;

    StartGate(CamelContext camel, Draining draining) {
        this.camel = camel;
        this.draining = draining;
    }

    /** Health and metrics are asked for at any time. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open && !draining.leaves() || request.getRequestURI().startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        open = open || camel.isStarted();
        if (draining.leaves()) {
            // Who comes again comes to another gateway.
            response.setHeader(HttpHeader.CONNECTION.asString(), HttpHeaderValue.CLOSE.asString());
        }
        if (open && !draining.refuses()) {
            chain.doFilter(request, response);
            return;
        }
        ProblemAnswer.send(response, new ProblemException(ProblemCode.NOT_READY));
    }
}
