package az.dost.vahid.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to the bytes of refused answers: whoever goes through it stands in the audit chain before he sees anything. */
public final class RefusedEvidence {
    private final JdbcTemplate jdbc;
    private final DossierRecord record;
    private final GroupCommit commit;

    RefusedEvidence(JdbcTemplate jdbc, DossierRecord record, GroupCommit commit) {
        this.jdbc = jdbc;
        this.record = record;
        this.commit = commit;
    }

    /**
     * The refused answers of a dossier with their bytes, once it is durable that they were handed out, and of which citizens they are
     * as far as that is known. Empty when there is no such dossier, or nothing refused of it is still kept.
     *
     * @param requester who gets them, on behalf of the official; he is known to be granted this
     */
    public Optional<ObjectNode> handOut(UUID dossier, String requester, String official) {
        byte[] content = record.contents(List.of(dossier)).get(dossier);
        if (content == null) {
            return Optional.empty();
        }
        RefusedAnswers refused = RefusedAnswers.of(AuditEntry.read(new String(content, StandardCharsets.UTF_8)));
        List<KeptEvidence> pieces = Stream.concat(record.refused(dossier).stream(), record.evidence(dossier).stream())
                .filter(piece -> !refused.mayTravel(piece)).toList();
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> mixUps = jdbc.query("select mix_up.entry from audit dossier cross join json_each_text(dossier.entry -> 'mixUps') named"
                + " join audit mix_up on mix_up.id = named.value::uuid where dossier.id = ?", (row, n) -> AuditEntry.read(row.getString(1)), dossier);
        if (mixUps.isEmpty()) {
            keep(AuditEntry.handedOut(requester, official, dossier, null));
        }
        mixUps.forEach(mixUp -> keep(AuditEntry.handedOut(requester, official, dossier, mixUp)));
        return Optional.of(refused.with(pieces));
    }

    private void keep(AuditEntry entry) {
        commit.keep(Unit.of(entry, null, Map.of()));
    }
}
