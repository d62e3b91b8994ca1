package az.dost.vahid.journeys.exchange;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Before everything else: requests of the exchange are opaque to the server's frameworks; SOAP may come to / or /soap.
 */
final class ExchangeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String SOAP = "/soap";
    private static final String ROOT = "/";
    private static final String POST = "POST";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.startsWith("/r1/")) {
            chain.doFilter(new OpaqueRequest(request, POST), response);
        } else if (path.equals(ROOT)) {
            chain.doFilter(new OpaqueRequest(request, request.getMethod()), response);
        } else if (path.equals(SOAP) && POST.equals(request.getMethod())) {
            // The path is that of CXF's servlet too, which has another service below it.
            request.getRequestDispatcher(ROOT).forward(new OpaqueRequest(request, POST), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
