package az.dost.vahid.journeys.rating;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ratings, for as long as an office's manager sees them. The audit chain has the stars of each for ever, and no
 * complaint.
 */
public final class Ratings {
    private static final Duration KEPT = Duration.ofDays(92);
    private static final String TABLE = "rating";
    private static final String PART = "complaint";
    private static final String INSERT =
            "insert into rating (id, requester, office, service, stars, complaint, mac) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "select id, requester, office, service, stars, complaint, mac from rating where requester = ? and office = ? and id >= ? order by id desc limit ?";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final SlipCodes slips;
    private final Bodies bodies;
    private final RowTrust trust;

    /** @param complaint null for none, and when its time was over */
    record Rating(Instant at, int stars, String complaint) {}

    Ratings(JdbcTemplate jdbc, ActRecord acts, SlipCodes slips, Bodies bodies, RowTrust trust) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.slips = slips;
        this.bodies = bodies;
        this.trust = trust;
    }

    /**
     * Keeps a rating and takes its slip away, both or neither; returns when that is durable.
     *
     * @return false when there is no such slip, or none any more
     * @throws az.dost.vahid.problem.ProblemException OVERLOADED; then nothing is kept
     */
    boolean keep(SlipRating said) {
        Optional<SlipCodes.Slip> found = slips.find(said.code());
        if (found.isEmpty()) {
            return false;
        }
        SlipCodes.Slip slip = found.get();
        UUID id = RecordId.next();
        byte[] complaint = said.complaint() == null
                ? null
                : bodies.seal(id, DataClass.CORRECTION, PART, said.complaint().getBytes(StandardCharsets.UTF_8));
        Object[] row = {id, slip.requester(), slip.office(), slip.service(), said.stars(), complaint};
        byte[] mac = trust.seals().of(TABLE, row);
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("requester", slip.requester())
                .put("office", slip.office())
                .put("service", slip.service())
                .put("stars", said.stars())
                .put("complaint", complaint != null);
        return acts.keep(
                id,
                "slip-rated",
                told,
                connection -> slips.take(connection, said.code()) && insert(connection, mac, row));
    }

    private static boolean insert(Connection connection, byte[] mac, Object... row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.setBytes(row.length + 1, mac);
            return insert.executeUpdate() > 0;
        }
    }

    /** Those of an office since a time, the newest first. */
    List<Rating> of(String requester, String office, Instant since, int most) {
        return jdbc
                .query(
                        SELECT,
                        (row, n) -> rating(row),
                        requester,
                        office,
                        new UUID(since.toEpochMilli() << 16, 0),
                        most)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for one that somebody changed. */
    private Optional<Rating> rating(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        byte[] sealed = row.getBytes(6);
        if (!trust.believes(
                row.getBytes(7),
                TABLE,
                id.toString(),
                id,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                sealed)) {
            return Optional.empty();
        }
        return Optional.of(new Rating(RecordId.time(id), row.getInt(5), sealed == null ? null : words(id, sealed)));
    }

    private String words(UUID id, byte[] sealed) {
        try {
            return new String(bodies.open(id, DataClass.CORRECTION, PART, sealed), StandardCharsets.UTF_8);
        } catch (EmptyResultDataAccessException gone) {
            // Its key was deleted, as words of citizens are kept for a shorter time here.
            return null;
        }
    }

    /** Forgets what no manager sees any more. */
    public void forget() {
        jdbc.update("delete from rating where id < ?", RecordId.at(System.currentTimeMillis() - KEPT.toMillis()));
        slips.forget();
    }
}
