package az.dost.vahid.journeys.admission;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps applications. Each step of one is an entry of the audit chain, in one transaction with it. */
public final class Applications {
    private static final String TABLE = "admission_application";
    private static final String PART = "application";
    private static final String SELECT =
            "select id, sender, secret, state, requester, because, content, step, mac from admission_application ";
    /** Counted again in the statement: of many at once not more come in than there is room for. */
    private static final String INSERT =
            "insert into admission_application (id, sender, secret, state, requester, because, content, step, mac)"
                    + " select ?, ?, ?, ?, ?, ?, ?, ?, ? where (select count(*) from"
                    + " admission_application where state = 'OPEN') < ?"
                    + " and (select count(*) from admission_application where state = 'OPEN' and sender = ?) < ?";

    private static final String UPDATE =
            "update admission_application set state = ?, requester = ?, because = ?, step = ?, mac = ?"
                    + " where id = ? and step = ?";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Bodies bodies;
    private final RowTrust trust;
    private final AdmissionSettings settings;

    Applications(JdbcTemplate jdbc, ActRecord acts, Bodies bodies, RowTrust trust, AdmissionSettings settings) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.bodies = bodies;
        this.trust = trust;
        this.settings = settings;
    }

    /** Whether one more may come from a sender, which costs whoever floods a question each. */
    boolean room(String sender) {
        return Boolean.TRUE.equals(jdbc.query(
                "select count(*), count(*) filter (where sender = ?) from admission_application where state = 'OPEN'",
                row -> row.next()
                        && row.getInt(1) < settings.openApplications()
                        && row.getInt(2) < settings.perAddress(),
                sender));
    }

    byte[] seal(UUID id, ObjectNode content) {
        return bodies.seal(id, DataClass.CORRECTION, PART, content.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when its time was over. */
    Optional<ObjectNode> content(Application application) {
        try {
            return Optional.of((ObjectNode) Json.mapper()
                    .readTree(bodies.open(application.id(), DataClass.CORRECTION, PART, application.content())));
        } catch (EmptyResultDataAccessException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param with what else is kept with it
     * @return false when there is no room
     */
    boolean keep(Application made, ActRecord.Change with) {
        return acts.keep(
                made.step(),
                "partner-applied",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("application", made.id().toString()),
                Together.of(connection -> insert(connection, made), with));
    }

    private boolean insert(Connection connection, Application made) throws SQLException {
        Object[] row = made.row();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int column = 0;
            for (Object value : row) {
                insert.setObject(++column, value);
            }
            insert.setBytes(++column, trust.seals().of(TABLE, row));
            insert.setInt(++column, settings.openApplications());
            insert.setString(++column, made.sender());
            insert.setInt(++column, settings.perAddress());
            return insert.executeUpdate() > 0;
        }
    }

    /** In the transaction of somebody's act; whether nobody took a step since it was read. */
    boolean step(Connection connection, Application before, Application after) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, after.state().name());
            update.setString(2, after.requester());
            update.setString(3, after.because());
            update.setObject(4, after.step());
            update.setBytes(5, trust.seals().of(TABLE, after.row()));
            update.setObject(6, before.id());
            update.setObject(7, before.step());
            return update.executeUpdate() > 0;
        }
    }

    /** Empty for one that there is not, or that somebody changed. */
    Optional<Application> find(UUID id) {
        return shown(rows("where id = ?", id)).stream().findFirst();
    }

    /**
     * Those that wait, the oldest first.
     *
     * @param after id of the last one that is known; null for none
     */
    Slice<Application> waiting(UUID after, int most) {
        List<Row> read = rows(
                "where state = 'OPEN' and (?::uuid is null or id > ?::uuid) order by id limit ?", after, after, most);
        return Slice.of(
                shown(read),
                read.size(),
                most,
                read.isEmpty() ? null : read.get(read.size() - 1).id());
    }

    /** How many wait. */
    long waiting() {
        return jdbc.queryForObject("select count(*) from admission_application where state = 'OPEN'", Long.class);
    }

    /** When one that nobody releases is forgotten. */
    Instant until(Application application) {
        return RecordId.time(application.id()).plus(settings.kept());
    }

    /** One as it was read. @param application empty where it is not believed */
    private record Row(UUID id, Optional<Application> application) {}

    private static List<Application> shown(List<Row> rows) {
        return rows.stream().flatMap(row -> row.application().stream()).toList();
    }

    private List<Row> rows(String where, Object... arguments) {
        return jdbc.query(
                SELECT + where, (row, n) -> new Row(row.getObject(1, UUID.class), application(row)), arguments);
    }

    private Optional<Application> application(ResultSet row) throws SQLException {
        Application read = new Application(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Application.State.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getBytes(7),
                row.getObject(8, UUID.class));
        return trust.believes(row.getBytes(9), TABLE, read.id().toString(), read.row())
                ? Optional.of(read)
                : Optional.empty();
    }

    /** Forgets those that nobody released in time, with the contacts in them. */
    public void forget() {
        jdbc.update(
                "delete from admission_application where state <> 'RELEASED' and id < ?",
                RecordId.at(System.currentTimeMillis() - settings.kept().toMillis()));
        jdbc.update("delete from admitted where state = 'SANDBOX' and not exists"
                + " (select 1 from admission_application a where a.id = application)");
    }
}
