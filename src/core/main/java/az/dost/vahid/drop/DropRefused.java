package az.dost.vahid.drop;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.ProofException;
import java.util.List;

/** A file is bad and belongs into quarantine; the message and the findings hold nothing of its data. */
public final class DropRefused extends RuntimeException {
    private final Reason reason;
    private final transient List<RowFinding> findings;

    public DropRefused(Reason reason, String message, List<RowFinding> findings) {
        super(message);
        this.reason = reason;
        this.findings = List.copyOf(findings);
    }

    public DropRefused(Reason reason, String message) {
        this(reason, message, List.of());
    }

    public DropRefused(ProofException proof) {
        this(proof.reason(), proof.getMessage(), List.of());
    }

    /** The file ends or breaks at a row: nothing after it can be read. */
    public static DropRefused at(long row, Long line, String column, String reason) {
        return new DropRefused(Reason.MALFORMED, reason, List.of(new RowFinding(row, line, column, reason)));
    }

    public Reason reason() {
        return reason;
    }

    public List<RowFinding> findings() {
        return findings;
    }
}
