package az.dost.vahid.ingest;

import az.dost.vahid.problem.Reason;
import az.dost.vahid.signature.ProofException;
import java.util.List;

/** A file is bad and belongs into quarantine; the message and the findings hold nothing of its data. */
final class DropRefused extends RuntimeException {
    private final Reason reason;
    private final transient List<Finding> findings;

    DropRefused(Reason reason, String message, List<Finding> findings) {
        super(message);
        this.reason = reason;
        this.findings = List.copyOf(findings);
    }

    DropRefused(Reason reason, String message) {
        this(reason, message, List.of());
    }

    DropRefused(ProofException proof) {
        this(proof.reason(), proof.getMessage(), List.of());
    }

    /** The file ends or breaks at a row: nothing after it can be read. */
    static DropRefused at(long row, Long line, String column, String reason) {
        return new DropRefused(Reason.MALFORMED, reason, List.of(new Finding(row, line, column, reason)));
    }

    Reason reason() {
        return reason;
    }

    List<Finding> findings() {
        return findings;
    }
}
