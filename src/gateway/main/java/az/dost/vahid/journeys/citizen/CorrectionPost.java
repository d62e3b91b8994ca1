package az.dost.vahid.journeys.citizen;

import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Leases;
import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.Jwe;
import az.dost.vahid.signature.PinnedCertificates;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells agencies of corrections: signed by the gateway, encrypted for the agency, in a queue of its own. */
public final class CorrectionPost {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionPost.class);
    private static final String TYPE = "vahid-correction+json";
    private static final String CORRECTION = "vahid.correction";
    private static final ClaimQuery ANY = new ClaimQuery("true", "r.correction", "", "correction");
    private final Corrections corrections;
    private final JdbcTemplate jdbc;
    private final Leases leases;
    private final PinnedCertificates certificates;
    private final DossierSigner signer;

    CorrectionPost(
            Corrections corrections,
            JdbcTemplate jdbc,
            Leases leases,
            PinnedCertificates certificates,
            DossierSigner signer) {
        this.corrections = corrections;
        this.jdbc = jdbc;
        this.leases = leases.ring("corrections", ANY.due());
        this.certificates = certificates;
        this.signer = signer;
    }

    /**
     * Puts the next one to send into the body, if there is one. One whose agency has no certificate waits for the
     * length of a lease: nothing about a citizen lies in a queue in the clear.
     */
    public void take(Exchange exchange) {
        Optional<ClaimedRow<UUID>> next = next();
        if (next.isEmpty() && note()) {
            next = next();
        }
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, next.isPresent());
        next.ifPresent(taken -> taken.lease().leaveWith(exchange));
        exchange.getMessage()
                .setBody(next.flatMap(taken -> corrections.find(taken.row()))
                        .filter(this::due)
                        .orElse(null));
    }

    private Optional<ClaimedRow<UUID>> next() {
        return leases.take(ANY, (row, n) -> row.getObject(1, UUID.class));
    }

    /** Whether there were some to note. */
    private boolean note() {
        return corrections.untold().stream()
                        .mapToInt(id -> jdbc.update(
                                "insert into correction_post (correction) values (?) on conflict do nothing", id))
                        .sum()
                > 0;
    }

    private boolean due(Correction correction) {
        if (correction.state() != Correction.State.RECEIVED || correction.content() == null) {
            forget(correction.id());
            return false;
        }
        boolean known = certificates.pem(correction.agency()) != null;
        if (!known) {
            LOG.warn("A correction waits for the certificate of {}", correction.agency());
        }
        return known;
    }

    private void forget(UUID correction) {
        jdbc.update("delete from correction_post where correction = ?", correction);
    }

    /** Makes the message; the queue's name is the agency's id. */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        Correction correction = message.getBody(Correction.class);
        ObjectNode said = (ObjectNode) CorrectionJson.asked(correction);
        said.put("correctionId", correction.id().toString())
                .put("askedAt", correction.steps().get(0).at().toString());
        String jws = signer.sign(said.toString().getBytes(StandardCharsets.UTF_8), TYPE)
                .compact();
        message.removeHeaders("*");
        // A repetition, after a crash or by another gateway, is dropped by the broker.
        message.setHeader("_AMQ_DUPL_ID", correction.id().toString());
        message.setHeader("JMSCorrelationID", correction.id().toString());
        message.setHeader("VahidType", TYPE);
        message.setBody(new Jwe(new ByteArrayInputStream(certificates.pem(correction.agency())))
                .encrypt(jws.getBytes(StandardCharsets.US_ASCII), "JOSE"));
        exchange.setProperty(CORRECTION, correction);
        exchange.setProperty("agency", correction.agency());
    }

    public void sent(Exchange exchange) {
        UUID id = exchange.getProperty(CORRECTION, Correction.class).id();
        corrections.step(id, Correction.State.SENT, new byte[0]);
        forget(id);
    }
}
