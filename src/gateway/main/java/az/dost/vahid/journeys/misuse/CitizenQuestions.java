package az.dost.vahid.journeys.misuse;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What citizens ask about lookups of theirs: each question is a hit on the auditors' list, which they work off like any
 * other, and an entry of the audit chain. It waits for no rule: no file of rules can leave it out.
 */
public final class CitizenQuestions {
    /** What stands in the place of a rule's id. */
    static final String RULE = "asked-by-citizen";

    private static final String TABLE = "lookup_question";
    private static final String PART = "question";
    private static final String INSERT =
            "insert into lookup_question (id, lookup, person, content, mac) values (?, ?, ?, ?, ?) on conflict (lookup) do nothing";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final HitRows hits;
    private final Bodies bodies;
    private final Digests digests;
    private final RowTrust trust;

    /**
     * A question, and what became of it.
     *
     * @param text null when its time was over
     * @param hit null where somebody took it from the list
     */
    public record Asked(UUID id, String text, Hit hit) {
        @Override
        public String toString() {
            return "Question " + id;
        }
    }

    CitizenQuestions(JdbcTemplate jdbc, ActRecord acts, HitRows hits, Bodies bodies, Digests digests, RowTrust trust) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.hits = hits;
        this.bodies = bodies;
        this.digests = digests;
        this.trust = trust;
    }

    /**
     * Keeps a question, its hit and its entry, whole or not at all.
     *
     * @param entry of the audit chain, that the question is about
     * @return false when it was asked about before
     * @throws az.dost.vahid.problem.ProblemException OVERLOADED; then nothing is kept
     */
    public boolean keep(JsonNode entry, String text) {
        UUID id = RecordId.next();
        UUID lookup = UUID.fromString(entry.path("id").textValue());
        String person = entry.path("person").textValue();
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = bodies.seal(id, DataClass.CORRECTION, PART, content);
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("lookup", lookup.toString())
                .put("person", person)
                .put("content", digests.text(content));
        Object[] row = {id, lookup, person, sealed, trust.seals().of(TABLE, id, lookup, person)};
        return acts.keep(
                id,
                "lookup-asked-about",
                said,
                connection -> insert(connection, row) && HitRows.insert(connection, RULE, id, entry));
    }

    private static boolean insert(Connection connection, Object... row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            return insert.executeUpdate() > 0;
        }
    }

    /** What a person asked about a lookup. */
    public Optional<Asked> about(UUID lookup, String person) {
        return read("lookup = ?", lookup)
                .filter(found -> found.person().equals(person))
                .map(found -> new Asked(
                        found.id(), found.text(), hits.find(found.id()).orElse(null)));
    }

    /** The words of the question that a hit is of; empty where it is of a rule, and when their time was over. */
    Optional<String> text(UUID hit) {
        return read("id = ?", hit).map(Row::text);
    }

    private record Row(UUID id, String person, String text) {}

    private Optional<Row> read(String condition, UUID key) {
        return jdbc
                .query(
                        "select id, lookup, person, content, mac from lookup_question where " + condition,
                        (row, n) -> {
                            UUID id = row.getObject(1, UUID.class);
                            byte[] sealed = row.getBytes(4);
                            boolean believed = trust.believes(
                                    row.getBytes(5),
                                    TABLE,
                                    id.toString(),
                                    id,
                                    row.getObject(2, UUID.class),
                                    row.getString(3));
                            byte[] text = !believed || sealed == null
                                    ? null
                                    : bodies.open(id, DataClass.CORRECTION, PART, sealed);
                            return believed
                                    ? new Row(
                                            id,
                                            row.getString(3),
                                            text == null ? null : new String(text, StandardCharsets.UTF_8))
                                    : null;
                        },
                        key)
                .stream()
                .filter(found -> found != null)
                .findFirst();
    }
}
