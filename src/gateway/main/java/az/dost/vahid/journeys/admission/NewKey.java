package az.dost.vahid.journeys.admission;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.DetachedJws;
import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.OfferedKey;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** Puts a partner's new key beside those that he has, whose end is set by that: for a while both count. */
final class NewKey {
    private static final int MOST = 3;
    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private final AccessPolicy access;
    private final CryptoProvider crypto;
    private final Clock clock;

    NewKey(AccessPolicy access, CryptoProvider crypto, Clock clock) {
        this.access = access;
        this.crypto = crypto;
        this.clock = clock;
    }

    /**
     * 1. read; 2. whoever sends it has one of the keys, where there is one: a token that was stolen brings none; 3. he
     * has the new one: he signed with it, for this requester, just now; 4. nobody else has it; 5. the others end.
     *
     * @param shown the certificate that the connection shows; null for none
     * @param body {@code certificate}, {@code proof}, and {@code othersEnd} where it is there
     * @param said what the chain is told is added to it
     * @return the partner's content with the key
     * @throws ProblemException NOT_GRANTED, FIELD_MISSING, FIELD_INVALID and those of {@link StrictJson}
     */
    ObjectNode beside(Admitted own, ClientCertificate shown, byte[] body, ObjectNode said) {
        ObjectNode sent = StrictJson.object(body, Set.of("certificate", "proof", "othersEnd"));
        String pem = text(sent, "certificate");
        Instant now = clock.instant();
        if (!has(own.keys(now), shown)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, null, "A new key is asked for over mutual TLS with one that counts.");
        }
        ClientCertificate offered = certificate(pem);
        prove(own, offered, text(sent, "proof"));
        if (access.pins(offered)) {
            throw invalid("certificate", "It is in use already.");
        }
        if (own.content().path("keys").size() >= MOST) {
            throw invalid("certificate", "There are " + MOST + " keys already: wait until one has ended.");
        }
        Instant end = end(sent, now);
        ObjectNode content = own.content().deepCopy();
        ArrayNode keys = content.putArray("keys");
        own.content().path("keys").forEach(key -> {
            ObjectNode other = keys.addObject();
            other.setAll((ObjectNode) key);
            if (!other.has("until")
                    || Instant.parse(other.path("until").asText()).isAfter(end)) {
                other.put("until", end.toString());
            }
        });
        keys.addObject().put("certificate", pem);
        content.put("keyAdded", now.toString());
        said.put("key", offered.thumbprint()).put("othersEnd", end.toString());
        return content;
    }

    private static boolean has(List<JsonNode> keys, ClientCertificate shown) {
        return keys.isEmpty()
                || shown != null
                        && keys.stream()
                                .map(key -> ClientCertificate.of(
                                        key.path("certificate").asText()))
                                .anyMatch(key -> key.thumbprint().equals(shown.thumbprint()));
    }

    private static ClientCertificate certificate(String pem) {
        try {
            return OfferedKey.certificate(pem);
        } catch (IllegalArgumentException e) {
            throw invalid("certificate", e.getMessage());
        }
    }

    private void prove(Admitted own, ClientCertificate offered, String proof) {
        try {
            new DetachedJws(PinnedCertificate.of(offered.certificate(), crypto), FRESH, crypto)
                    .verify(proof, offered.thumbprint().getBytes(StandardCharsets.US_ASCII), own.id());
        } catch (ProofException e) {
            throw invalid("proof", "It does not show that you have the key: " + e.reason() + ".");
        }
    }

    private static Instant end(ObjectNode sent, Instant now) {
        if (!sent.has("othersEnd")) {
            return now.plus(USUAL);
        }
        try {
            Instant end = OffsetDateTime.parse(text(sent, "othersEnd")).toInstant();
            if (end.isAfter(now) && end.isBefore(now.plus(LONGEST))) {
                return end;
            }
        } catch (DateTimeException e) {
            // Told as any other that cannot be.
        }
        throw invalid("othersEnd", "It must be a date and time with its offset, within " + LONGEST.toDays() + " days.");
    }

    private static String text(ObjectNode sent, String field) {
        JsonNode value = sent.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        if (!value.isTextual()) {
            throw invalid(field, "It must be a text.");
        }
        return value.textValue();
    }

    private static ProblemException invalid(String field, String detail) {
        return new ProblemException(ProblemCode.FIELD_INVALID, field, detail);
    }
}
