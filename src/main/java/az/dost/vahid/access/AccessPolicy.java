package az.dost.vahid.access;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may ask for what, from the requesters' files; deny by default. */
public final class AccessPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(AccessPolicy.class);
    private static final String BEARER = "Bearer ";
    private final RequesterFiles files;
    private final Set<String> specialFacts;
    private volatile Map<String, Requester> byToken;

    /**
     * @param specialFacts names of the facts of special categories
     * @throws DefinitionException with every error of every file
     */
    public AccessPolicy(RequesterFiles files, Set<String> specialFacts) {
        this.files = files;
        this.specialFacts = Set.copyOf(specialFacts);
        this.byToken = files.read();
    }

    /** Reads the files again if they have changed; with an error in any of them everything stays as it was. */
    public void refresh() {
        if (files.changed()) {
            try {
                byToken = files.read();
                LOG.info("The requesters' files have changed; there are {} requesters now", byToken.size());
            } catch (DefinitionException e) {
                LOG.warn("The requesters' files have changed and have errors; the grants stay as they were: {}", e.getMessage());
            }
        }
    }

    /**
     * @param authorization value of the Authorization header, null when there is none
     * @throws ProblemException UNAUTHENTICATED
     */
    public Requester authenticate(String authorization) {
        // Looked up by digest: the time taken says nothing about a token that exists.
        Requester requester = authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? null
                : byToken.get(sha256(authorization.substring(BEARER.length())));
        if (requester == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED);
        }
        return requester;
    }

    /** The requester of an id. */
    public Optional<Requester> named(String id) {
        return byToken.values().stream().filter(requester -> requester.id().equals(id)).findFirst();
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
