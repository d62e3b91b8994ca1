package az.dost.vahid.edge.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.SigningCertificate;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;

/**
 * A request that its sender signed as an HTTP message (RFC 9421). It counts where it is over all that says what is
 * asked, by whom, and now: the method, the address, the token, the digest of the body, and the time. That the body is
 * what its digest says is asked where the body comes in.
 */
final class SignedRequest {
    private static final String INPUT = "Signature-Input";
    private static final String SIGNATURE = "Signature";
    private static final String METHOD = "@method";
    private static final String QUERY = "@query";
    /** How long ago it may have been made; a sender's clock may be ahead by half of it. */
    private static final int MOST_SECONDS = 60;

    private final HttpServletRequest request;
    private final Clock clock;

    SignedRequest(HttpServletRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    /**
     * Others on the way may have signed it too: one signature by one of the keys counts.
     *
     * @param keys by their ids
     * @throws ProblemException UNAUTHENTICATED, naming the header and saying what is missing
     */
    void by(Map<String, SigningCertificate> keys) {
        Dictionary inputs = dictionary(INPUT);
        Dictionary signatures = dictionary(SIGNATURE);
        ProblemException refusal = refused(
                INPUT, "Your system signs its requests (RFC 9421), and none of its keys is named by a keyid here.");
        for (String label : inputs.get().keySet()) {
            if (inputs.get().get(label) instanceof InnerList input
                    && input.getParams().get("keyid") instanceof StringItem id
                    && keys.containsKey(id.get())) {
                try {
                    check(input, signatures.get().get(label), keys.get(id.get()));
                    return;
                } catch (ProblemException e) {
                    refusal = e;
                }
            }
        }
        throw refusal;
    }

    private void check(InnerList input, Object signature, SigningCertificate key) {
        if (!key.certificate().valid()) {
            throw refused(INPUT, "The certificate of the key is not valid now.");
        }
        if (input.getParams().get("alg") instanceof StringItem named
                && !named.get().equals(key.algorithm())) {
            throw refused(INPUT, "The key is for " + key.algorithm() + ".");
        }
        time(input);
        List<String> covered = covered(input);
        enough(covered);
        StringBuilder base = new StringBuilder();
        covered.forEach(name ->
                base.append('"').append(name).append("\": ").append(value(name)).append('\n'));
        base.append("\"@signature-params\": ").append(input.serialize());
        if (!(signature instanceof ByteSequenceItem bytes)
                || !key.made(bytes(bytes.get()), base.toString().getBytes(StandardCharsets.ISO_8859_1))) {
            throw refused(SIGNATURE, "The signature is not of this request by the key that keyid names.");
        }
    }

    private void time(InnerList input) {
        Instant now = clock.instant();
        if (!(input.getParams().get("created") instanceof IntegerItem created)
                || created.getAsLong() < now.getEpochSecond() - MOST_SECONDS
                || created.getAsLong() > now.getEpochSecond() + MOST_SECONDS / 2) {
            throw refused(INPUT, "created must be there, and not more than " + MOST_SECONDS + " seconds ago.");
        }
        if (input.getParams().get("expires") instanceof IntegerItem expires
                && expires.getAsLong() < now.getEpochSecond()) {
            throw refused(INPUT, "It has expired.");
        }
    }

    private static List<String> covered(InnerList input) {
        List<String> covered = new ArrayList<>();
        for (Item<?> item : input.get()) {
            if (!(item instanceof StringItem name) || !item.getParams().isEmpty() || covered.contains(name.get())) {
                throw refused(INPUT, "Each component is a name, stands once, and has no parameters.");
            }
            covered.add(name.get());
        }
        return covered;
    }

    private void enough(List<String> covered) {
        Set<String> missing = new HashSet<>(Set.of(METHOD));
        if (!covered.contains("@target-uri")) {
            missing.add("@authority");
            if (!covered.contains("@request-target")) {
                missing.add("@path");
                if (request.getQueryString() != null) {
                    missing.add(QUERY);
                }
            }
        }
        if (request.getHeader(Identification.AUTHORIZATION) != null) {
            missing.add("authorization");
        }
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (body) {
            missing.add(ContentDigest.HEADER);
        }
        covered.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw refused(
                    INPUT,
                    "It must cover "
                            + String.join(", ", missing.stream().sorted().toList()) + " too.");
        }
        if (body && !ContentDigest.of(field(ContentDigest.HEADER)).binds()) {
            throw refused(ContentDigest.HEADER, "It must have the body's sha-256 or sha-512.");
        }
    }

    private String value(String name) {
        String value = switch (name) {
            case METHOD -> request.getMethod();
            case "@authority" -> authority();
            case "@scheme" -> request.getScheme();
            case "@path" -> request.getRequestURI();
            case QUERY -> HttpComponents.query(request.getQueryString());
            case "@request-target" -> target();
            case "@target-uri" -> request.getScheme() + "://" + authority() + target();
            default -> field(name);
        };
        if (value == null) {
            throw refused(INPUT, "It covers what the request does not have, or what nobody can know here.");
        }
        return value;
    }

    private String authority() {
        return HttpComponents.authority(request.getHeader("Host"), request.isSecure());
    }

    private String target() {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private String field(String name) {
        return HttpComponents.field(Collections.list(request.getHeaders(name)));
    }

    private Dictionary dictionary(String header) {
        String value = field(header);
        if (value == null) {
            throw refused(header, "Your system signs its requests (RFC 9421), and this one is not signed.");
        }
        try {
            return Parser.parseDictionary(value);
        } catch (ParseException e) {
            throw refused(header, "It is no dictionary of structured fields (RFC 8941).");
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static ProblemException refused(String header, String why) {
        return new ProblemException(ProblemCode.UNAUTHENTICATED, header, why);
    }
}
