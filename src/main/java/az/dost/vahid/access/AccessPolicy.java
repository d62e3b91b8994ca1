package az.dost.vahid.access;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may ask for what, from the requesters' files; deny by default. */
public final class AccessPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(AccessPolicy.class);
    private static final String BEARER = "Bearer ";
    private static final String NO_CITIZEN = "This is for citizens, with a token of their own.";
    private final RequesterFiles files;
    private final Set<String> specialFacts;
    private final AccessTokens tokens;
    private volatile Requesters requesters;

    /** Without access tokens. */
    public AccessPolicy(RequesterFiles files, Set<String> specialFacts) {
        this(files, specialFacts, AccessTokens.NONE);
    }

    /**
     * @param specialFacts names of the facts of special categories
     * @throws DefinitionException with every error of every file
     */
    public AccessPolicy(RequesterFiles files, Set<String> specialFacts, AccessTokens tokens) {
        this.files = files;
        this.specialFacts = Set.copyOf(specialFacts);
        this.tokens = tokens;
        this.requesters = files.read();
    }

    /** Reads the files again if they have changed; with an error in any of them everything stays as it was. */
    public void refresh() {
        if (files.changed()) {
            try {
                requesters = files.read();
                LOG.info("The requesters' files have changed; there are {} requesters now", requesters.count());
            } catch (DefinitionException e) {
                LOG.warn("The requesters' files have changed and have errors; the grants stay as they were: {}", e.getMessage());
            }
        }
    }

    /** Who sends this, see {@link #authenticate(String)}. */
    public Requester authenticate(Exchange exchange) {
        return authenticate(authorization(exchange));
    }

    /**
     * @param authorization value of the Authorization header, null when there is none: a requester's fixed token, or an
     *                      access token (JWT) of the configured issuer
     * @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a citizen's token; ISSUER_UNAVAILABLE
     */
    public Requester authenticate(String authorization) {
        String token = token(authorization);
        // Looked up by digest: the time taken says nothing about a token that exists.
        Requester requester = requesters.ofToken(sha256(token));
        if (requester != null) {
            return requester;
        }
        AccessToken access = bearer(token);
        if (access.fin() != null) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, "A citizen's token is for the citizen's own view only.");
        }
        requester = requesters.ofClient(access.client());
        if (requester == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED, null, "The access token's client is no requester.");
        }
        return requester;
    }

    /**
     * The citizen who asks for himself.
     *
     * @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a requester's token; ISSUER_UNAVAILABLE
     */
    public Citizen citizen(Exchange exchange) {
        String token = token(authorization(exchange));
        if (requesters.ofToken(sha256(token)) != null) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, NO_CITIZEN);
        }
        AccessToken access = bearer(token);
        if (access.fin() == null) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, NO_CITIZEN);
        }
        return new Citizen(access.fin());
    }

    private AccessToken bearer(String token) {
        AccessToken access = tokens.read(token);
        if (access.certificate() != null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED, null, "The access token is bound to a certificate that was not shown.");
        }
        return access;
    }

    private static String authorization(Exchange exchange) {
        return exchange.getMessage().getHeader("Authorization", String.class);
    }

    private static String token(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED);
        }
        return authorization.substring(BEARER.length());
    }

    /** The requester of an id. */
    public Optional<Requester> named(String id) {
        return Optional.ofNullable(requesters.ofId(id));
    }

    /**
     * @param act   such as {@code publish:az.dost.birth.v1}; nothing but its own name grants it
     * @param field of the request that asks for it, null when none does
     * @throws ProblemException NOT_GRANTED
     */
    public void authoriseAct(Requester requester, String act, String field) {
        if (!requester.grants().contains(act)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, field, "Your system has no grant for this.");
        }
    }

    /** @throws ProblemException NOT_GRANTED, naming the service or the official */
    public void authorise(Requester requester, String service, String official) {
        if (!requester.granted(service)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, "service", "Your system has no grant for this service.");
        }
        if (!requester.mayActFor(official)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, "official", "Your system's grants name its officials, and not this one.");
        }
        if (!requester.worksOn(official, service)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, "official", "This official has no grant for this service.");
        }
    }

    /**
     * @param facts what a lookup would give
     * @throws ProblemException NOT_GRANTED, naming the first fact: leaving it out in silence would pass for an answer
     */
    public void authorise(Requester requester, Collection<String> facts) {
        for (String fact : facts) {
            if (specialFacts.contains(fact) && !requester.grantedSpecial(fact)) {
                throw new ProblemException(ProblemCode.NOT_GRANTED, "facts", "Your system has no grant for " + fact
                        + ", a fact of a special category; ask for the other facts by name.");
            }
        }
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
