package az.dost.vahid.pages.web;

import az.dost.vahid.pages.login.PublicPages;
import az.dost.vahid.pages.login.SessionOver;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says on a page why {@link Edge} takes a body not. */
final class RefusedBody extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(Edge.REFUSED) instanceof Integer status)) {
            chain.doFilter(request, response);
        } else if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            SessionOver.lead(request, response, PublicPages.OVER);
        } else {
            response.sendError(status);
        }
    }
}
