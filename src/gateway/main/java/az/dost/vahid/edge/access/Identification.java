package az.dost.vahid.edge.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.signature.key.Sha256;
import az.dost.vahid.signature.key.SigningCertificate;
import java.time.Clock;
import java.util.Map;

/**
 * Finds out who sends a request. A certificate or a token is enough; where both are shown they must be of one
 * requester, and a token that is bound to a certificate (RFC 8705) counts with that certificate only. A requester that
 * signs its requests (RFC 9421) signs all of them: whoever has its token alone is not it.
 */
final class Identification {
    /** The header of a token; the field that is named where another token would be let in. */
    static final String AUTHORIZATION = "Authorization";

    private static final String BEARER = "Bearer ";
    private static final String NO_CITIZEN = "This is for citizens, with a token of their own.";
    private final AccessTokens tokens;
    private final Strangers strangers;
    private final boolean believed;
    private final Clock clock = Clock.systemUTC();

    /** @param believed whether systems are believed whom they name as the official */
    Identification(AccessTokens tokens, Strangers strangers, boolean believed) {
        this.believed = believed;
        this.tokens = tokens;
        this.strangers = strangers;
    }

    /**
     * Who it is; whether he may come to this address is asked with {@link #admit}.
     *
     * @param authorization value of the Authorization header, null when there is none: a requester's fixed token, or an
     *     access token (JWT) of the configured issuer
     * @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a citizen's token; ISSUER_UNAVAILABLE;
     *     TOO_MANY_REQUESTS
     */
    Caller caller(Requesters requesters, String authorization, Connection connection) {
        Requester owner = connection.shown() == null ? null : owner(requesters, connection.shown());
        if (authorization == null && owner != null) {
            return new Caller(signed(requesters, owner, connection), null, believed);
        }
        Caller caller = bearer(requesters, token(authorization, connection), connection);
        if (owner != null && owner != caller.requester()) {
            throw refused("The token and the certificate are of different requesters.");
        }
        return caller;
    }

    /** Looked at for every request: the connection may be older than the requesters' files. */
    private static Requester owner(Requesters requesters, ClientCertificate shown) {
        Requester owner = requesters.ofCertificate(shown.thumbprint());
        if (owner == null || !shown.valid()) {
            throw refused(owner == null ? "The certificate is no requester's." : "The certificate is not valid now.");
        }
        return owner;
    }

    private Caller bearer(Requesters requesters, String token, Connection connection) {
        // Looked up by digest: the time taken says nothing about a token that exists.
        Requester requester = requesters.ofToken(Sha256.hex(token));
        if (requester != null) {
            return new Caller(signed(requesters, requester, connection), null, believed);
        }
        AccessToken access = bound(token, connection);
        if (access.fin() != null) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, null, "A citizen's token is for the citizen's own view only.");
        }
        return new Caller(ofToken(requesters, access, connection), access.official(), believed);
    }

    /** What a system sends: people at a client that many share have no key of it. */
    private Requester signed(Requesters requesters, Requester requester, Connection connection) {
        Map<String, SigningCertificate> keys = requesters.signing().get(requester.id());
        if (keys != null) {
            if (connection.request() == null) {
                throw refused("Your system signs its requests, and a message cannot be: ask over HTTPS.");
            }
            new SignedRequest(connection.request(), clock).by(keys);
        }
        return requester;
    }

    /**
     * Somebody with roles comes to the addresses that are open to one of them, and to no other.
     *
     * @throws ProblemException NOT_GRANTED, naming the header of the token
     */
    static void admit(Caller caller, Connection connection) {
        if (!caller.roles().isEmpty() && !OfficialRole.opens(caller.roles(), connection.open())) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED,
                    AUTHORIZATION,
                    "None of your roles opens this address.",
                    "Ask with a token of your system, or with that of a person who has such a role.");
        }
    }

    /**
     * A client is one requester's own, or serves officials of many: then whose official it is says the requesters'
     * files, and no token.
     */
    private Requester ofToken(Requesters requesters, AccessToken access, Connection connection) {
        Requester owner = requesters.ofClient(access.client());
        if (owner != null) {
            return signed(requesters, owner, connection);
        }
        if (!requesters.shares(access.client())) {
            throw refused("The access token's client is no requester.");
        }
        Requester office = requesters.ofPerson(access.client(), access.official());
        if (office == null) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, null, "No requester's file gives a role to whom the access token proves.");
        }
        return office;
    }

    /**
     * @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a requester's token; ISSUER_UNAVAILABLE;
     *     TOO_MANY_REQUESTS
     */
    Citizen citizen(Requesters requesters, String authorization, Connection connection) {
        String token = token(authorization, connection);
        if (requesters.ofToken(Sha256.hex(token)) != null) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, NO_CITIZEN);
        }
        AccessToken access = bound(token, connection);
        if (access.fin() == null) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, NO_CITIZEN);
        }
        return new Citizen(access.fin());
    }

    /**
     * Whether the token is a citizen's; a request without one, or with a requester's fixed token, is not.
     *
     * @throws ProblemException UNAUTHENTICATED, ISSUER_UNAVAILABLE or TOO_MANY_REQUESTS for an access token that is not
     *     valid
     */
    boolean citizenAsks(Requesters requesters, String authorization, Connection connection) {
        if (authorization == null) {
            return false;
        }
        String token = token(authorization, connection);
        return requesters.ofToken(Sha256.hex(token)) == null
                && bound(token, connection).fin() != null;
    }

    private AccessToken bound(String token, Connection connection) {
        AccessToken access = read(token, connection);
        ClientCertificate shown = connection.shown();
        if (access.certificate() != null
                && (shown == null || !access.certificate().equals(shown.thumbprint()))) {
            throw refused("The access token is bound to a certificate that was not shown.");
        }
        return access;
    }

    /**
     * Proven before anybody is counted: what a stranger sends from the same address holds up no token of the issuer's.
     */
    private AccessToken read(String token, Connection connection) {
        try {
            return tokens.read(token);
        } catch (AccessTokens.Unsigned e) {
            throw stranger(connection, e.problem());
        }
    }

    private String token(String authorization, Connection connection) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw stranger(connection, new ProblemException(ProblemCode.UNAUTHENTICATED));
        }
        return authorization.substring(BEARER.length());
    }

    /** @throws ProblemException TOO_MANY_REQUESTS instead, for one of too many */
    private ProblemException stranger(Connection connection, ProblemException refusal) {
        strangers.refused(connection.address());
        return refusal;
    }

    private static ProblemException refused(String why) {
        return new ProblemException(ProblemCode.UNAUTHENTICATED, null, why);
    }
}
