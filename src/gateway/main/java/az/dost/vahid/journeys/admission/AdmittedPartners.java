package az.dost.vahid.journeys.admission;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps who came in by himself: for all gateways of one database, each row under its seal. */
final class AdmittedPartners {
    private static final String TABLE = "admitted";
    private static final String SELECT = "select id, application, state, content, step, mac from admitted ";
    private static final String INSERT = "insert into admitted (id, application, state, content, step, mac)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing";
    private static final String UPDATE =
            "update admitted set state = ?, content = ?, step = ?, mac = ? where id = ? and step = ?";
    private static final String END =
            "update admitted set state = ?, content = ?, step = ?, mac = ? where id = ? and state <> 'ENDED'";
    /** At a gateway that is no sandbox nobody is a partner who was let in by one of the same database. */
    private static final String COUNTS = "state <> 'ENDED' and (? or state <> 'SANDBOX')";

    private final JdbcTemplate jdbc;
    private final RowTrust trust;
    private final AdmissionSettings settings;

    AdmittedPartners(JdbcTemplate jdbc, RowTrust trust, AdmissionSettings settings) {
        this.jdbc = jdbc;
        this.trust = trust;
        this.settings = settings;
    }

    /** In the transaction of somebody's act; false when there is one of this id. */
    boolean insert(Connection connection, Admitted made) throws SQLException {
        Object[] row = made.row();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.setBytes(row.length + 1, trust.seals().of(TABLE, row));
            return insert.executeUpdate() > 0;
        }
    }

    /** In the transaction of somebody's act; whether nobody took a step since it was read. */
    boolean step(Connection connection, Admitted before, Admitted after) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, after.state().name());
            update.setString(2, after.content().toString());
            update.setObject(3, after.step());
            update.setBytes(4, trust.seals().of(TABLE, after.row()));
            update.setString(5, before.id());
            update.setObject(6, before.step());
            return update.executeUpdate() > 0;
        }
    }

    /**
     * In the transaction of somebody's act; false when it has ended already. Whatever the partner himself changes at
     * the same time keeps nobody from it, and nothing of what he had is kept.
     */
    boolean end(Connection connection, Admitted ended) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, ended.state().name());
            update.setString(2, ended.content().toString());
            update.setObject(3, ended.step());
            update.setBytes(4, trust.seals().of(TABLE, ended.row()));
            update.setString(5, ended.id());
            return update.executeUpdate() > 0;
        }
    }

    /** Who is released or refused has no sandbox any more. @return true, whether or not he had one */
    boolean leaveSandbox(Connection connection, UUID application) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from admitted where application = ? and state = 'SANDBOX'")) {
            delete.setObject(1, application);
            delete.executeUpdate();
            return true;
        }
    }

    /** Those who count here, in the order in which they applied. */
    List<Admitted> all() {
        return shown(rows("where " + COUNTS + " order by application", settings.sandbox()));
    }

    /**
     * A part of them.
     *
     * @param after application of the last one that is known; null for none
     */
    Slice<Admitted> all(UUID after, int most) {
        List<Row> read = rows(
                "where " + COUNTS + " and (?::uuid is null or application > ?::uuid) order by application limit ?",
                settings.sandbox(),
                after,
                after,
                most);
        return Slice.of(
                shown(read),
                read.size(),
                most,
                read.isEmpty() ? null : read.get(read.size() - 1).application());
    }

    Optional<Admitted> find(String id) {
        return shown(rows("where id = ? and " + COUNTS, id, settings.sandbox())).stream()
                .findFirst();
    }

    /** Empty for an application that is no sandbox's. */
    Optional<Admitted> sandbox(UUID application) {
        return shown(rows("where application = ? and state = 'SANDBOX'", application)).stream()
                .findFirst();
    }

    /** One as it was read. @param partner empty where it is not believed */
    private record Row(UUID application, Optional<Admitted> partner) {}

    private static List<Admitted> shown(List<Row> rows) {
        return rows.stream().flatMap(row -> row.partner().stream()).toList();
    }

    private List<Row> rows(String where, Object... arguments) {
        return jdbc.query(SELECT + where, (row, n) -> new Row(row.getObject(2, UUID.class), admitted(row)), arguments);
    }

    /** Empty for one that somebody changed: the seal is over the very text. */
    private Optional<Admitted> admitted(ResultSet row) throws SQLException {
        String id = row.getString(1);
        UUID application = row.getObject(2, UUID.class);
        String state = row.getString(3);
        String content = row.getString(4);
        UUID step = row.getObject(5, UUID.class);
        if (!trust.believes(row.getBytes(6), TABLE, id, id, application, state, content, step)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Admitted(
                    id,
                    application,
                    Admitted.State.valueOf(state),
                    (ObjectNode) Json.mapper().readTree(content),
                    step));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A partner in the database is none", e);
        }
    }
}
