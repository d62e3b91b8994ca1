package az.dost.vahid.journeys.bulk;

import az.dost.vahid.journeys.event.OwnEvents;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.signature.FileSigner;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Signs the results of jobs of which nothing is left to look up. */
public final class Completion {
    static final String TYPE = "az.dost.bulk-ended.v1";
    private final Jobs jobs;
    private final ResultFile result;
    private final FileSigner signer;
    private final OwnEvents events;

    Completion(Jobs jobs, ResultFile result, FileSigner signer, OwnEvents events) {
        this.events = events;
        this.jobs = jobs;
        this.result = result;
        this.signer = signer;
    }

    /** Completes the first. A gateway that has lost it meanwhile keeps nothing. */
    public void complete(Exchange exchange) throws IOException {
        Optional<ClaimedRow<BulkJob>> job = jobs.lookedUp();
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, job.isPresent());
        if (job.isPresent()) {
            job.get().lease().endWith(exchange);
            MessageDigest digest = Sha256.digest();
            try (InputStream content =
                    new DigestInputStream(result.open(job.get().row(), () -> {}), digest)) {
                byte[] signature = signer.sign(content);
                jobs.complete(job.get(), digest.digest(), signature);
            }
        }
    }

    /** Tells the requester of the first that it does not know of. */
    public void tell(Exchange exchange) {
        Optional<ClaimedRow<BulkJob>> job = jobs.untold();
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, job.isPresent());
        job.ifPresent(untold -> {
            untold.lease().leaveWith(exchange);
            tell(untold);
        });
    }

    private void tell(ClaimedRow<BulkJob> untold) {
        BulkJob job = untold.row();
        events.tell(
                job.channel(),
                TYPE,
                "bulk-" + job.id(),
                job.id().toString(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("bulkId", job.id().toString())
                        .put("service", job.terms().service())
                        .put("caseRef", job.terms().caseRef())
                        .put("subjects", job.subjects())
                        .put("result", "/v1/bulk/" + job.id() + "/result")
                        .put("digest", "sha-256:" + HexFormat.of().formatHex(jobs.resultDigest(job.id()))),
                connection -> Jobs.told(connection, untold));
    }
}
