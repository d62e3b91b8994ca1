package az.dost.vahid.journeys.citizen;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.RowSeals;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * That citizens look who looked: an act of the audit chain. Of each citizen the first of a day (Baku) alone, or whoever
 * looks often would flood the chain.
 */
public final class OwnViews {
    private static final String TABLE = "own_view";
    private static final String ACT = "own-lookups-viewed";
    /** Clocks of gateways differ: near midnight one may still be in the day before. */
    private static final int DAYS = 2;

    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final RowSeals seals;
    private final Clock clock;

    /** @param clock in whose zone a day begins */
    OwnViews(JdbcTemplate jdbc, ActRecord acts, RowSeals seals, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Keeps that a citizen looks, before he sees anything.
     *
     * @param person keyed hash of the FIN
     * @throws az.dost.vahid.problem.ProblemException OVERLOADED when too much waits to be kept
     * @throws org.springframework.dao.DataAccessException when it could not be kept
     */
    void keep(String person) {
        LocalDate today = LocalDate.now(clock);
        byte[] digest = seals.of(TABLE, person, today.toString());
        if (jdbc.queryForObject("select count(*) from own_view where digest = ?", Integer.class, (Object) digest)
                == 0) {
            acts.keep(
                    RecordId.next(),
                    ACT,
                    JsonNodeFactory.instance.objectNode().put("person", person),
                    connection -> insert(connection, digest, today));
        }
    }

    private static boolean insert(Connection connection, byte[] digest, LocalDate day) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into own_view (digest, day) values (?, ?) on conflict do nothing")) {
            insert.setBytes(1, digest);
            insert.setDate(2, Date.valueOf(day));
            return insert.executeUpdate() > 0;
        }
    }

    /** Forgets days that are over. */
    public void forget() {
        jdbc.update(
                "delete from own_view where day <= ?",
                Date.valueOf(LocalDate.now(clock).minusDays(DAYS)));
    }
}
