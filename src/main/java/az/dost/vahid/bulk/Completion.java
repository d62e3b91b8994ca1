package az.dost.vahid.bulk;

import az.dost.vahid.signature.FileSigner;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Signs the results of jobs of which nothing is left to look up. */
public final class Completion {
    private final Jobs jobs;
    private final ResultFile result;
    private final FileSigner signer;

    Completion(Jobs jobs, ResultFile result, FileSigner signer) {
        this.jobs = jobs;
        this.result = result;
        this.signer = signer;
    }

    /** Completes the first; when another gateway was faster, its signature is the one. */
    public void complete(Exchange exchange) throws IOException {
        Optional<BulkJob> job = jobs.lookedUp();
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, job.isPresent());
        if (job.isPresent()) {
            MessageDigest digest = BulkConfiguration.sha256();
            try (InputStream content = new DigestInputStream(result.open(job.get()), digest)) {
                byte[] signature = signer.sign(content);
                jobs.complete(job.get(), digest.digest(), signature);
            }
        }
    }
}
