package az.dost.vahid.pages.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page that somebody came for before he had logged in: shown after the login. Its path alone, as what host and
 * scheme a balancer saw is not known here; nothing that a page fetched by itself, and nothing that was sent. His
 * browser keeps it.
 */
final class CameFor implements RequestCache {
    private static final int LONGEST = 500;
    private final SealedCookie kept;

    CameFor(SealedCookie kept) {
        this.kept = kept;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String address =
                request.getRequestURI() + (request.getQueryString() == null ? "" : '?' + request.getQueryString());
        if (HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(SessionOver.HTMX) == null
                && address.length() <= LONGEST
                && String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            // A path of two slashes would be an address of somebody else.
            kept.write(address.replaceFirst("^/+", "/"), response);
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return kept.read(request).map(SimpleSavedRequest::new).orElse(null);
    }

    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        kept.end(response);
    }
}
