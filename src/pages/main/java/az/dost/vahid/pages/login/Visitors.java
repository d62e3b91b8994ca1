package az.dost.vahid.pages.login;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Bearer;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.NotLoggedIn;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Asks the gateway who somebody is: once for each request, so that a role that was taken away is gone at the next one.
 */
public final class Visitors {
    private static final String KNOWN = Visitors.class.getName();
    /** Of a token that stands for a citizen, who is no official and whom the gateway tells no roles. */
    private static final String CITIZEN = "citizen";

    private final Gateway gateway;
    private final Bearer bearer;

    Visitors(Gateway gateway, Bearer bearer) {
        this.gateway = gateway;
        this.bearer = bearer;
    }

    /** @throws NotLoggedIn when nobody is, besides what a call of the gateway throws */
    public Visitor of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            throw new NotLoggedIn();
        }
        if (request.getAttribute(KNOWN) instanceof Visitor known) {
            return known;
        }
        OidcUser person = person();
        Visitor visitor = bearer.scopes().contains(CITIZEN)
                ? new Visitor(name(person), "", "", "", Set.of(VisitorRole.CITIZEN), List.of(), Set.of(), List.of())
                : visitor(gateway.get("/v1/officials/me").body(), person);
        request.setAttribute(KNOWN, visitor);
        return visitor;
    }

    /** What the issuer says of him, without a call: for pages that tell that the gateway is away. */
    public static String name() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OidcUser ? name(person()) : "";
    }

    /** As the issuer tells him apart from all others. @throws NotLoggedIn when nobody is */
    static String subject() {
        return person().getSubject();
    }

    private static OidcUser person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof OidcUser person) {
            return person;
        }
        throw new NotLoggedIn();
    }

    private static String name(OidcUser person) {
        return person.getFullName() != null
                ? person.getFullName()
                : person.getPreferredUsername() != null ? person.getPreferredUsername() : person.getSubject();
    }

    private static Visitor visitor(JsonNode me, OidcUser person) {
        Set<VisitorRole> roles = EnumSet.noneOf(VisitorRole.class);
        for (VisitorRole role : VisitorRole.values()) {
            if (texts(me.path("roles")).contains(role.name())) {
                roles.add(role);
            }
        }
        return new Visitor(
                name(person),
                me.path("official").asText(),
                me.path("requester").asText(),
                me.path("office").asText(),
                roles,
                texts(me.path("services")),
                new TreeSet<>(texts(me.path("views"))),
                texts(me.path("registers")));
    }

    private static List<String> texts(JsonNode array) {
        return Json.list(array, JsonNode::asText);
    }
}
