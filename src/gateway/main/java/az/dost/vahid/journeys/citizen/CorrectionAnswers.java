package az.dost.vahid.journeys.citizen;

import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * Takes in what agencies say of corrections: a compact JWS by the agency's own key, bound to the correction by
 * {@code rid}.
 */
public final class CorrectionAnswers {
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
        AgencyWord word = AgencyWord.read(exchange.getMessage().getBody(String.class));
        JsonNode said = word.said();
        Correction correction = correction(said.path("correctionId").asText());
        word.by(certificates, correction.agency(), correction.id(), crypto);
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
