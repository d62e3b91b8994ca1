package az.dost.vahid.proof.record;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.proof.record.body.DayJdbc;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The one door to the bytes of refused answers: whoever goes through it stands in the audit chain before he sees
 * anything.
 */
public final class RefusedEvidence {
    private final JdbcTemplate jdbc;
    private final DossierRecord record;
    private final GroupCommit commit;
    private final Entries entries;

    RefusedEvidence(JdbcTemplate jdbc, DossierRecord record, GroupCommit commit, Entries entries) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.record = record;
        this.commit = commit;
        this.entries = entries;
    }

    /**
     * The refused answers of a dossier with their bytes, once it is durable that they were handed out, and of which
     * citizens they are as far as that is known. Empty when there is no such dossier, or nothing refused of it is still
     * kept.
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
                .filter(piece -> !refused.mayTravel(piece))
                .toList();
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> mixUps = mixUps(dossier);
        if (mixUps.isEmpty()) {
            keep(AuditEntry.handedOut(requester, official, dossier, null));
        }
        mixUps.forEach(mixUp -> keep(AuditEntry.handedOut(requester, official, dossier, mixUp)));
        return Optional.of(refused.with(pieces));
    }

    private List<JsonNode> mixUps(UUID dossier) {
        return entry(dossier).stream()
                .flatMap(entry -> entry.path("mixUps").properties().stream())
                .flatMap(named -> entry(UUID.fromString(named.getValue().asText())).stream())
                .toList();
    }

    private Optional<JsonNode> entry(UUID id) {
        return jdbc
                .query(
                        "select " + AuditRow.COLUMNS + " from audit where id = ?",
                        (row, n) -> entries.read(AuditRow.of(row)),
                        id)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void keep(AuditEntry entry) {
        commit.keep(Unit.of(entry, null, Map.of()));
    }
}
