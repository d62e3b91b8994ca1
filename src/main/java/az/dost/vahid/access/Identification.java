package az.dost.vahid.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.ClientCertificate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Finds out who sends a request. A certificate or a token is enough; where both are shown they must be of one requester,
 * and a token that is bound to a certificate (RFC 8705) counts with that certificate only.
 */
final class Identification {
    private static final String BEARER = "Bearer ";
    private static final String NO_CITIZEN = "This is for citizens, with a token of their own.";
    private final AccessTokens tokens;

    Identification(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param authorization value of the Authorization header, null when there is none: a requester's fixed token, or an
     *                      access token (JWT) of the configured issuer
     * @param shown         the connection's certificate, null when there is none
     * @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a citizen's token; ISSUER_UNAVAILABLE
     */
    Requester requester(Requesters requesters, String authorization, ClientCertificate shown) {
        Requester owner = shown == null ? null : owner(requesters, shown);
        if (authorization == null && owner != null) {
            return owner;
        }
        Requester requester = bearer(requesters, token(authorization), shown);
        if (owner != null && owner != requester) {
            throw refused("The token and the certificate are of different requesters.");
        }
        return requester;
    }

    /** Looked at for every request: the connection may be older than the requesters' files. */
    private static Requester owner(Requesters requesters, ClientCertificate shown) {
        Requester owner = requesters.ofCertificate(shown.thumbprint());
        if (owner == null || !shown.valid()) {
            throw refused(owner == null ? "The certificate is no requester's." : "The certificate is not valid now.");
        }
        return owner;
    }

    private Requester bearer(Requesters requesters, String token, ClientCertificate shown) {
        // Looked up by digest: the time taken says nothing about a token that exists.
        Requester requester = requesters.ofToken(sha256(token));
        if (requester != null) {
            return requester;
        }
        AccessToken access = bound(token, shown);
        if (access.fin() != null) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, "A citizen's token is for the citizen's own view only.");
        }
        requester = requesters.ofClient(access.client());
        if (requester == null) {
            throw refused("The access token's client is no requester.");
        }
        return requester;
    }

    /** @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a requester's token; ISSUER_UNAVAILABLE */
    Citizen citizen(Requesters requesters, String authorization, ClientCertificate shown) {
        String token = token(authorization);
        if (requesters.ofToken(sha256(token)) != null) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, NO_CITIZEN);
        }
        AccessToken access = bound(token, shown);
        if (access.fin() == null) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, NO_CITIZEN);
        }
        return new Citizen(access.fin());
    }

    private AccessToken bound(String token, ClientCertificate shown) {
        AccessToken access = tokens.read(token);
        if (access.certificate() != null && (shown == null || !access.certificate().equals(shown.thumbprint()))) {
            throw refused("The access token is bound to a certificate that was not shown.");
        }
        return access;
    }

    private static String token(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED);
        }
        return authorization.substring(BEARER.length());
    }

    private static ProblemException refused(String why) {
        return new ProblemException(ProblemCode.UNAUTHENTICATED, null, why);
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
