package az.dost.vahid.bench.floor;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.sources.agency.call.FileCall;
import az.dost.vahid.sources.ingest.snapshot.SnapshotRecord;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The floor's question to all agencies that leave files, with the rules of {@link FileCall}. */
public final class LeanDrops {
    private final LeanSnapshots snapshots;
    private final Map<String, Connector> connectors;

    public LeanDrops(LeanSnapshots snapshots, List<Connector> connectors) {
        this.snapshots = snapshots;
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::id, connector -> connector));
    }

    /** Blocks for one query. */
    public List<SourceAnswer> ask(Question question) {
        long started = System.nanoTime();
        return snapshots.find(question.fin(), connectors.keySet()).stream()
                .map(row -> answer(connectors.get(row.agency()), row.held(), started))
                .toList();
    }

    private static SourceAnswer answer(Connector connector, SnapshotRecord held, long started) {
        ObjectNode facts = held.facts() instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        boolean stale = held.newest()
                .atOffset(ZoneOffset.UTC)
                .plus(connector.drop().fresh())
                .toInstant()
                .isBefore(Instant.now());
        Verdict verdict = stale ? Verdict.STALE : facts.isEmpty() ? Verdict.NO_RECORD : Verdict.ANSWERED;
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
        Evidence evidence = new Evidence(
                UUID.randomUUID(),
                locator.toString().getBytes(StandardCharsets.UTF_8),
                "application/json",
                null,
                held.fileDigest(),
                held.signer(),
                null);
        return new SourceAnswer(
                connector.id(),
                verdict,
                stale ? Reason.SNAPSHOT_OLD : null,
                held.asOf(),
                (System.nanoTime() - started) / 1_000_000,
                facts,
                List.of(evidence));
    }
}
