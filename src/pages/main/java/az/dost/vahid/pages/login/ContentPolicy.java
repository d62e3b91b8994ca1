package az.dost.vahid.pages.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may load and where it may lead: files of ours, and nothing that stands in the page itself (Content
 * Security Policy Level 3).
 */
final class ContentPolicy implements HeaderWriter {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private final Issuer issuer;

    ContentPolicy(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY + logout());
    }

    /**
     * The form that ends the session leads on to the issuer's. It is on each page of somebody who is logged in, at a
     * node that nobody logged in at too.
     */
    private String logout() {
        if (Visitors.name().isEmpty()) {
            return "";
        }
        try {
            issuer.findByRegistrationId(Issuer.ID);
        } catch (IssuerAway e) {
            return "";
        }
        return issuer.logoutOrigins().stream()
                .map(origin -> ' ' + origin)
                .findFirst()
                .orElse("");
    }
}
