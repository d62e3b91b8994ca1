package az.dost.vahid.journeys.admission;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what operators propose to release, and who confirmed it. */
final class Proposals {
    private static final String TABLE = "admission_proposal";
    private static final String SELECT =
            "select id, application, requester, official, content, because, mac, confirmed_by, confirmed_mac from admission_proposal ";
    private static final String INSERT =
            "insert into admission_proposal (id, application, requester, official, content, because, mac) values (?, ?, ?, ?, ?, ?, ?)";
    private static final int MOST = 20;
    private static final String CONFIRM =
            "update admission_proposal set confirmed_by = ?, confirmed_mac = ? where id = ? and confirmed_by is null";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final RowTrust trust;

    Proposals(JdbcTemplate jdbc, ActRecord acts, RowTrust trust) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.trust = trust;
    }

    void keep(Proposal made) {
        acts.keep(RecordId.next(), "partner-proposed", said(made, made.by()), connection -> {
            Object[] row = made.row();
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.setBytes(row.length + 1, trust.seals().of(TABLE, row));
                return insert.executeUpdate() > 0;
            }
        });
    }

    /** What the chain tells of it; what it would release, by a digest. */
    static ObjectNode said(Proposal proposal, Operator by) {
        return by.said(JsonNodeFactory.instance.objectNode())
                .put("proposal", proposal.id().toString())
                .put("application", proposal.application().toString())
                .put("content", Sha256.hex(proposal.content()));
    }

    /** In the transaction of the act; false when it was confirmed before. */
    boolean confirm(Connection connection, Proposal proposal, Operator by) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CONFIRM)) {
            update.setString(1, by.called());
            update.setBytes(2, trust.seals().of(TABLE, proposal.confirmation(by.called())));
            update.setObject(3, proposal.id());
            return update.executeUpdate() > 0;
        }
    }

    /** Those of an application that can be confirmed, the newest first. */
    List<Proposal> waiting(UUID application) {
        return rows(
                "where application = ? and confirmed_by is null and id > ? order by id desc limit " + MOST,
                application,
                Proposal.oldest(Instant.now()));
    }

    /** Empty for one that there is not, that somebody changed, or that nobody has confirmed in time. */
    Optional<Proposal> find(UUID id) {
        return rows("where id = ?", id).stream()
                .filter(one -> one.confirmedBy() != null || one.expires().isAfter(Instant.now()))
                .findFirst();
    }

    private List<Proposal> rows(String where, Object... arguments) {
        return jdbc.query(SELECT + where, (row, n) -> proposal(row), arguments).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Proposal> proposal(ResultSet row) throws SQLException {
        Proposal read = new Proposal(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Operator(row.getString(3), row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(8));
        boolean believed = trust.believes(row.getBytes(7), TABLE, read.id().toString(), read.row())
                && (read.confirmedBy() == null
                        || trust.believes(
                                row.getBytes(9), TABLE, read.id().toString(), read.confirmation(read.confirmedBy())));
        return believed ? Optional.of(read) : Optional.empty();
    }
}
