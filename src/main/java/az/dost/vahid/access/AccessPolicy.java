package az.dost.vahid.access;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.ClientCertificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may ask for what, from the requesters' files; deny by default. */
public final class AccessPolicy {
    /** Exchange property with the servlet request that it came by, where its message does not have it; no caller can set one. */
    public static final String REQUEST = "vahid.request";
    private static final Logger LOG = LoggerFactory.getLogger(AccessPolicy.class);
    private final RequesterFiles files;
    private final Set<String> specialFacts;
    private final Identification identification;
    private volatile Requesters requesters;

    /** Without access tokens. */
    public AccessPolicy(RequesterFiles files, Set<String> specialFacts) {
        this(files, specialFacts, AccessTokens.NONE, Integer.MAX_VALUE);
    }

    /**
     * @param specialFacts names of the facts of special categories
     * @param strangers    refusals of one address in a second, after which it has to wait
     * @throws DefinitionException with every error of every file
     */
    public AccessPolicy(RequesterFiles files, Set<String> specialFacts, AccessTokens tokens, int strangers) {
        this.files = files;
        this.specialFacts = Set.copyOf(specialFacts);
        this.identification = new Identification(tokens, new Strangers(strangers, System::nanoTime));
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

    /**
     * Who sends this, by certificate or token.
     *
     * @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a citizen's token; ISSUER_UNAVAILABLE
     */
    public Requester authenticate(Exchange exchange) {
        return identification.requester(requesters, authorization(exchange), Connection.of(exchange));
    }

    /**
     * The same by token alone.
     *
     * @param authorization value of the Authorization header, null when there is none
     */
    public Requester authenticate(String authorization) {
        return identification.requester(requesters, authorization, Connection.NONE);
    }

    /**
     * The citizen who asks for himself.
     *
     * @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a requester's token; ISSUER_UNAVAILABLE
     */
    public Citizen citizen(Exchange exchange) {
        return identification.citizen(requesters, authorization(exchange), Connection.of(exchange));
    }

    private static String authorization(Exchange exchange) {
        return exchange.getMessage().getHeader("Authorization", String.class);
    }

    /** Whether a requester is known by this certificate. */
    public boolean pins(ClientCertificate certificate) {
        return requesters.ofCertificate(certificate.thumbprint()) != null;
    }

    /** The certificates by which requesters are known, by the requester's id. */
    public Map<String, List<ClientCertificate>> certificates() {
        return requesters.certificates();
    }

    /** Every requester, in no order. */
    public Collection<Requester> requesters() {
        return requesters.all();
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
}
