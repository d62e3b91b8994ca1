package az.dost.vahid.edge.access;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.MoreDefinitions;
import az.dost.vahid.definition.ReleasedDefinition;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.signature.key.SigningCertificate;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.apache.camel.Exchange;

/** Who may ask for what, from the requesters' files; deny by default. */
public final class AccessPolicy {
    /**
     * Exchange property with the servlet request that it came by, where its message does not have it; no caller can set
     * one.
     */
    public static final String REQUEST = "vahid.request";

    private final RequesterFiles files;
    private final Set<String> specialFacts;
    private final Identification identification;
    private final StandingDefinitions<Requesters> standing;

    /** Without access tokens. */
    public AccessPolicy(RequesterFiles files, Set<String> specialFacts) {
        this(files, specialFacts, AccessTokens.NONE, () -> Integer.MAX_VALUE, new Troubles(), MoreDefinitions.NONE);
    }

    /**
     * @param specialFacts names of the facts of special categories
     * @param strangers refusals of one address in a second at this gateway, after which it has to wait
     * @param released requesters beside those of the files
     * @throws DefinitionException with every error of every file
     */
    public AccessPolicy(
            RequesterFiles files,
            Set<String> specialFacts,
            AccessTokens tokens,
            IntSupplier strangers,
            Troubles troubles,
            MoreDefinitions released) {
        this.files = files;
        this.specialFacts = Set.copyOf(specialFacts);
        this.identification = new Identification(tokens, new Strangers(strangers, System::nanoTime), files.believed());
        this.standing = new StandingDefinitions<>("requesters", files.folder(), files::read, troubles, released);
    }

    /** Reads the files again if they have changed. */
    public void refresh() {
        standing.refresh();
    }

    /** Whether the requester of an id stands in a file, and not in what was released beside the files. */
    public boolean filed(String id) {
        return files.filed(id);
    }

    /** What is wrong with a requester that is to be released, in words; empty when nothing is. */
    public List<String> doubts(ReleasedDefinition one) {
        return files.doubts(one, standing.now()).stream().map(Finding::message).toList();
    }

    /** Another object whenever the requesters' files say something else. */
    public Object version() {
        return standing.now();
    }

    /**
     * Who sends this, by certificate or token.
     *
     * @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a citizen's token; ISSUER_UNAVAILABLE
     */
    public Caller caller(Exchange exchange) {
        Connection connection = Connection.of(exchange);
        Caller caller = identification.caller(standing.now(), authorization(exchange), connection);
        LastRefusals.toBeTold(exchange, caller.requester());
        Identification.admit(caller, connection);
        return caller;
    }

    /** The same of a request that has no exchange yet. */
    public Requester authenticate(HttpServletRequest request) {
        return admitted(request.getHeader(Identification.AUTHORIZATION), Connection.of(request))
                .requester();
    }

    /**
     * The requester of a token alone.
     *
     * @param authorization value of the Authorization header, null when there is none
     * @throws ProblemException as {@link #caller}
     */
    public Requester authenticate(String authorization) {
        return admitted(authorization, Connection.NONE).requester();
    }

    private Caller admitted(String authorization, Connection connection) {
        Caller caller = identification.caller(standing.now(), authorization, connection);
        Identification.admit(caller, connection);
        return caller;
    }

    /**
     * The citizen who asks for himself.
     *
     * @throws ProblemException UNAUTHENTICATED; NOT_GRANTED for a requester's token; ISSUER_UNAVAILABLE
     */
    public Citizen citizen(Exchange exchange) {
        return identification.citizen(standing.now(), authorization(exchange), Connection.of(exchange));
    }

    /**
     * Whether the token is a citizen's. Of anybody else nothing is proven by this.
     *
     * @throws ProblemException UNAUTHENTICATED, ISSUER_UNAVAILABLE or TOO_MANY_REQUESTS for an access token that is not
     *     valid
     */
    public boolean citizenAsks(Exchange exchange) {
        return identification.citizenAsks(standing.now(), authorization(exchange), Connection.of(exchange));
    }

    private static String authorization(Exchange exchange) {
        return exchange.getMessage().getHeader(Identification.AUTHORIZATION, String.class);
    }

    /** Whether a requester is known by this certificate. */
    public boolean pins(ClientCertificate certificate) {
        return standing.now().ofCertificate(certificate.thumbprint()) != null;
    }

    /** The certificates by which requesters are known, by the requester's id. */
    public Map<String, List<ClientCertificate>> certificates() {
        return standing.now().certificates();
    }

    /** The certificates by whose keys requesters sign what they ask, by the requester's id. */
    public Map<String, Collection<SigningCertificate>> signing() {
        Map<String, Collection<SigningCertificate>> signing = new TreeMap<>();
        standing.now().signing().forEach((id, keys) -> signing.put(id, keys.values()));
        return signing;
    }

    /** Every requester, in no order. */
    public Collection<Requester> requesters() {
        return standing.now().all();
    }

    /** The requester of an id. */
    public Optional<Requester> named(String id) {
        return Optional.ofNullable(standing.now().ofId(id));
    }

    /**
     * @param act such as {@code publish:az.dost.birth.v1}; nothing but its own name grants it
     * @param field of the request that asks for it, null when none does
     * @throws ProblemException NOT_GRANTED
     */
    public void authoriseAct(Requester requester, String act, String field) {
        if (!requester.grants().contains(act)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, field, "Your system has no grant for this.");
        }
    }

    /** @throws ProblemException NOT_GRANTED, naming the view */
    public void authorise(Requester requester, String official, View view) {
        if (!requester.views(official).contains(view)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, "view", "Nothing grants you more than " + requester.views(official) + ".");
        }
    }

    /** Whether an official may look up for a service. */
    public boolean grants(Requester requester, String service, String official) {
        return requester.granted(service)
                && requester.mayActFor(official)
                && requester.looksUp(official)
                && requester.worksOn(official, service);
    }

    /** Whether a requester has a grant for a service, whoever of its officials asks. */
    public boolean grants(Requester requester, String service) {
        return requester.granted(service);
    }

    /** @throws ProblemException NOT_GRANTED, naming the service or the official */
    public void authorise(Requester requester, String service, String official) {
        authorise(requester, service);
        if (!requester.mayActFor(official)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, "official", "Your system's grants name its officials, and not this one.");
        }
        if (!requester.looksUp(official)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, "official", "None of this official's roles is to look up.");
        }
        if (!requester.worksOn(official, service)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, "official", "This official has no grant for this service.");
        }
    }

    /**
     * To be asked where what was made before is given out: by then its official may be somebody else's.
     *
     * @throws ProblemException NOT_GRANTED, naming the service
     */
    public void authorise(Requester requester, String service) {
        if (!requester.granted(service)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, "service", "Your system has no grant for this service.");
        }
    }

    /**
     * @param facts what a lookup would give
     * @throws ProblemException NOT_GRANTED, naming the first fact: leaving it out in silence would pass for an answer
     */
    public void authorise(Requester requester, Collection<String> facts) {
        for (String fact : facts) {
            if (specialFacts.contains(fact) && !requester.grantedSpecial(fact)) {
                throw new ProblemException(
                        ProblemCode.NOT_GRANTED,
                        "facts",
                        "Your system has no grant for " + fact
                                + ", a fact of a special category; ask for the other facts by name.");
            }
        }
    }
}
