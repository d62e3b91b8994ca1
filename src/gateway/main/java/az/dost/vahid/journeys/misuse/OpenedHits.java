package az.dost.vahid.journeys.misuse;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells the audit chain of hits that rules made, each once. It does so for all of some time together: who sees how the
 * chain grows behind one lookup would learn whether it broke a rule, and so whether a person is protected.
 */
public final class OpenedHits {
    private static final String ACT = "hit-opened";
    private static final String NEW = "select id, rule from misuse_hit where entered_at is null and rule <> '"
            + CitizenQuestions.RULE + "' order by id limit 100";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;

    private record Opened(UUID id, String rule) {}

    OpenedHits(JdbcTemplate jdbc, ActRecord acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /**
     * Tells of all that it was not told of.
     *
     * @throws az.dost.vahid.problem.ProblemException OVERLOADED when too much waits to be kept; the rest is told the
     *     next time
     * @throws org.springframework.dao.DataAccessException the same
     */
    public void enter() {
        List<Opened> some = some();
        while (!some.isEmpty()) {
            some.forEach(hit -> acts.keep(
                    RecordId.next(),
                    ACT,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("hit", hit.id.toString())
                            .put("rule", hit.rule),
                    connection -> entered(connection, hit.id)));
            some = some();
        }
    }

    private List<Opened> some() {
        return jdbc.query(NEW, (row, n) -> new Opened(row.getObject(1, UUID.class), row.getString(2)));
    }

    private static boolean entered(Connection connection, UUID hit) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update misuse_hit set entered_at = now() where id = ? and entered_at is null")) {
            update.setObject(1, hit);
            return update.executeUpdate() > 0;
        }
    }
}
