package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.sources.ingest.snapshot.SnapshotRecord;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;

/** The steps of a question to an agency that leaves files: its standing snapshot answers. */
public final class FileCall {
    private final Connector connector;
    private final String version;
    private final Answers answers;
    private final DropRows rows;

    public FileCall(ConnectorFolder folder, Answers answers, DropRows rows) {
        this.connector = folder.connector();
        this.version = folder.version();
        this.answers = answers;
        this.rows = rows;
    }

    public void admit(Exchange exchange) {
        answers.admit(exchange, connector);
    }

    /** The row's facts; without a row the standing snapshot as a whole says that there is no record. */
    public void answer(Exchange exchange) {
        SnapshotRecord held = rows.of(connector.id(), exchange, Conversation.of(exchange).question);
        if (held == null) {
            throw new AgencyException(Verdict.UNAVAILABLE, Reason.NO_SNAPSHOT);
        }
        if (held == SnapshotRecord.CHANGED) {
            throw new AgencyException(Verdict.UNAVAILABLE, Reason.ROW_CHANGED);
        }
        TemporalAmount kept = connector.drop().kept();
        if (kept != null && past(held.newest(), kept)) {
            throw new AgencyException(Verdict.UNAVAILABLE, Reason.NO_SNAPSHOT);
        }
        // Checked here, not when the file was loaded: what is plausible depends on the day, and on the contract of now.
        answers.speak(
                exchange,
                connector,
                held.facts() == null ? NullNode.instance : held.facts(),
                held.asOf(),
                past(held.newest(), connector.drop().fresh()) ? Reason.SNAPSHOT_OLD : null,
                Conversation.of(exchange).elapsedMs() + DropRows.tookMs(exchange),
                List.of(evidence(held)));
    }

    private static boolean past(Instant newest, TemporalAmount allowed) {
        return newest.atOffset(ZoneOffset.UTC).plus(allowed).toInstant().isBefore(Instant.now());
    }

    private Evidence evidence(SnapshotRecord held) {
        ObjectNode locator = JsonNodeFactory.instance
                .objectNode()
                .put("file", held.fileName())
                .put("digest", held.fileDigest());
        if (held.row() > 0) {
            locator.put("row", held.row());
        }
        if (held.source() != null) {
            locator.put("content", held.source());
        }
        return new Evidence(
                UUID.randomUUID(),
                locator.toString().getBytes(StandardCharsets.UTF_8),
                "application/json",
                null,
                held.fileDigest(),
                held.signer(),
                version);
    }
}
