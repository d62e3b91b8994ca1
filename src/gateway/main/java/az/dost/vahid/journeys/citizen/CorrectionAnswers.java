package az.dost.vahid.journeys.citizen;

import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.signature.DetachedJws;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * Takes in what agencies say of corrections: a compact JWS by the agency's own key, bound to the correction by
 * {@code rid}.
 */
public final class CorrectionAnswers {
    /** A queue may keep an answer while we are away; a later repetition changes nothing. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_NOTE = 2000;
    private static final Set<String> STATES = Set.of("IN_REVIEW", "ACCEPTED", "REJECTED");
    private final Corrections corrections;
    private final PinnedCertificates certificates;
    private final CryptoProvider crypto;

    CorrectionAnswers(Corrections corrections, PinnedCertificates certificates, CryptoProvider crypto) {
        this.corrections = corrections;
        this.certificates = certificates;
        this.crypto = crypto;
    }

    /**
     * 1. which correction is it about; 2. did the agency that has it sign this; 3. keep the step.
     *
     * @throws AnswerRefused when it is no such answer; ours to lay aside, never to try again
     */
    public void keep(Exchange exchange) {
        String jws = exchange.getMessage().getBody(String.class);
        String[] parts = jws == null || jws.length() > LONGEST ? new String[0] : jws.split("\\.", -1);
        if (parts.length != 3) {
            throw new AnswerRefused("It is no compact JWS");
        }
        byte[] payload = payload(parts[1]);
        JsonNode said = read(payload);
        Correction correction = correction(said.path("correctionId").asText());
        try {
            new DetachedJws(certificates.of(correction.agency()), OLDEST, crypto)
                    .verify(parts[0] + ".." + parts[2], payload, correction.id().toString());
        } catch (ProofException e) {
            throw new AnswerRefused("It is not the agency's: " + e.reason());
        }
        String state = said.path("state").asText();
        String note = said.path("note").asText();
        if (!STATES.contains(state) || note.length() > LONGEST_NOTE || state.equals("REJECTED") && note.isBlank()) {
            throw new AnswerRefused("It has no state that an agency may give, or a note that is too long or missing");
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        if (!note.isBlank()) {
            content.put("note", note);
        }
        corrections.step(
                correction.id(),
                Correction.State.valueOf(state),
                content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] payload(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new AnswerRefused("Its payload is no base64url");
        }
    }

    private static JsonNode read(byte[] payload) {
        try {
            return StrictJson.tree(payload);
        } catch (IOException e) {
            throw new AnswerRefused("Its payload is no JSON");
        }
    }

    private Correction correction(String id) {
        try {
            return corrections
                    .find(UUID.fromString(id))
                    .orElseThrow(() -> new AnswerRefused("There is no such correction"));
        } catch (IllegalArgumentException e) {
            throw new AnswerRefused("It names no correction");
        }
    }

    /** Says on the message why it was laid aside. */
    public void explain(Exchange exchange) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage()
                .setHeader(
                        "VahidReason",
                        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)
                                .getMessage());
    }
}
