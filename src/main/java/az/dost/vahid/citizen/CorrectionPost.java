package az.dost.vahid.citizen;

import az.dost.vahid.record.Correction;
import az.dost.vahid.record.Corrections;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.Jwe;
import az.dost.vahid.signature.PinnedCertificates;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells agencies of corrections: signed by the gateway, encrypted for the agency, in a queue of its own. */
public final class CorrectionPost {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionPost.class);
    private static final String TYPE = "vahid-correction+json";
    private static final String CORRECTION = "vahid.correction";
    private final Corrections corrections;
    private final PinnedCertificates certificates;
    private final DossierSigner signer;

    CorrectionPost(Corrections corrections, PinnedCertificates certificates, DossierSigner signer) {
        this.corrections = corrections;
        this.certificates = certificates;
        this.signer = signer;
    }

    /** Those to send. One whose agency has no certificate waits: nothing about a citizen lies in a queue in the clear. */
    public List<Correction> waiting() {
        return corrections.waiting().stream().filter(correction -> {
            boolean known = certificates.pem(correction.agency()) != null;
            if (!known) {
                LOG.warn("A correction waits for the certificate of {}", correction.agency());
            }
            return known;
        }).toList();
    }

    /** Makes the message; the queue's name is the agency's id. */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        Correction correction = message.getBody(Correction.class);
        ObjectNode said = (ObjectNode) CorrectionJson.asked(correction);
        said.put("correctionId", correction.id().toString()).put("askedAt", correction.steps().get(0).at().toString());
        String jws = signer.sign(said.toString().getBytes(StandardCharsets.UTF_8), TYPE).compact();
        message.removeHeaders("*");
        // A repetition, after a crash or by another gateway, is dropped by the broker.
        message.setHeader("_AMQ_DUPL_ID", correction.id().toString());
        message.setHeader("JMSCorrelationID", correction.id().toString());
        message.setBody(new Jwe(new ByteArrayInputStream(certificates.pem(correction.agency())))
                .encrypt(jws.getBytes(StandardCharsets.US_ASCII), "JOSE"));
        exchange.setProperty(CORRECTION, correction);
        exchange.setProperty("agency", correction.agency());
    }

    public void sent(Exchange exchange) {
        corrections.step(exchange.getProperty(CORRECTION, Correction.class).id(), Correction.State.SENT, new byte[0]);
    }
}
