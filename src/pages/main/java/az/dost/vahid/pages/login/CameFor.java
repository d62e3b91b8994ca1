package az.dost.vahid.pages.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page that somebody came for before he had logged in: shown after the login. Its path alone, as what host and
 * scheme a balancer saw is not known here; nothing that a page fetched by itself, and nothing that was sent.
 */
final class CameFor implements RequestCache {
    private static final String KEPT = "came-for";
    private static final int LONGEST = 500;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String address =
                request.getRequestURI() + (request.getQueryString() == null ? "" : '?' + request.getQueryString());
        if (HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(SessionOver.HTMX) == null
                && address.length() <= LONGEST
                && String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            // A path of two slashes would be an address of somebody else.
            request.getSession().setAttribute(KEPT, address.replaceFirst("^/+", "/"));
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        return session == null || !(session.getAttribute(KEPT) instanceof String address)
                ? null
                : new SimpleSavedRequest(address);
    }

    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
    }
}
