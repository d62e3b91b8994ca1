package az.dost.vahid.sources.rollout;

import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.claim.Listener;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes of rollouts as operators propose and confirm them, for all gateways of one database. */
final class RolloutProposals implements RolloutOrders {
    private static final String TABLE = "rollout_proposal";
    private static final String SELECT =
            "select id, requester, official, agency, wanted, before, filed, head, mac, made_at, number, confirmed_at, confirmed_by, confirmed_mac,"
                    + " number is null and made_at < now() - interval '1 hour' as forgotten from rollout_proposal ";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final RowTrust trust;
    private final Listener listener;
    /** Null while they are to be read, whatever nobody told. */
    private List<Order> known;

    private long looked;

    RolloutProposals(JdbcTemplate jdbc, ActRecord acts, RowTrust trust, Listener listener) {
        this.listener = listener;
        this.jdbc = jdbc;
        this.acts = acts;
        this.trust = trust;
    }

    /**
     * One, confirmed or not.
     *
     * @param wanted JSON, as is before
     * @param filed digest of what the file said of the agency
     * @param head confirmed changes before it
     * @param number null until it is confirmed, and so below
     * @param confirmedBy for people
     */
    record Proposal(
            UUID id,
            Operator by,
            String agency,
            String wanted,
            String before,
            String filed,
            long head,
            byte[] mac,
            Instant madeAt,
            Long number,
            Instant confirmedAt,
            String confirmedBy,
            byte[] confirmedMac,
            boolean forgotten) {
        static Proposal of(ResultSet row) throws SQLException {
            Timestamp confirmed = row.getTimestamp("confirmed_at");
            return new Proposal(
                    row.getObject("id", UUID.class),
                    new Operator(row.getString("requester"), row.getString("official")),
                    row.getString("agency"),
                    row.getString("wanted"),
                    row.getString("before"),
                    row.getString("filed"),
                    row.getLong("head"),
                    row.getBytes("mac"),
                    row.getTimestamp("made_at").toInstant(),
                    row.getObject("number", Long.class),
                    confirmed == null ? null : confirmed.toInstant(),
                    row.getString("confirmed_by"),
                    row.getBytes("confirmed_mac"),
                    row.getBoolean("forgotten"));
        }

        Object[] sealed() {
            return new Object[] {
                id, by.requester(), by.official() == null ? "" : by.official(), agency, wanted, before, filed, head
            };
        }

        Object[] confirmation(long as, String who) {
            return new Object[] {id, "confirmed", as, who};
        }

        Rollout rollout() {
            return RolloutJson.read(wanted);
        }
    }

    /** How many changes were confirmed. */
    long head() {
        return jdbc.queryForObject("select number from rollout_head", Long.class);
    }

    @Override
    public synchronized List<Order> newest() {
        if (known == null || listener.worthALook("rollouts", looked)) {
            long now = System.nanoTime();
            known = read();
            looked = now;
        }
        return known;
    }

    private List<Order> read() {
        return jdbc
                .query(
                        SELECT
                                + "join (select agency, max(number) as number from rollout_proposal where number is not null group by agency) newest using (agency, number)",
                        (row, n) -> Proposal.of(row))
                .stream()
                .filter(this::believed)
                .map(each -> new Order(each.agency(), each.rollout(), each.filed()))
                .toList();
    }

    private boolean believed(Proposal proposal) {
        return trust.believes(proposal.mac(), TABLE, proposal.id().toString(), proposal.sealed())
                && (proposal.number() == null
                        || trust.believes(
                                proposal.confirmedMac(),
                                TABLE,
                                proposal.id().toString(),
                                proposal.confirmation(proposal.number(), proposal.confirmedBy())));
    }

    /** Those that were confirmed, the newest first. */
    List<Proposal> confirmed(int most) {
        return jdbc
                .query(
                        SELECT + "where number is not null order by number desc limit ?",
                        (row, n) -> Proposal.of(row),
                        most)
                .stream()
                .filter(this::believed)
                .toList();
    }

    /** Those that can be confirmed, the newest first. */
    List<Proposal> waiting(int most) {
        return jdbc
                .query(
                        SELECT
                                + "where number is null and made_at >= now() - interval '1 hour' order by made_at desc limit ?",
                        (row, n) -> Proposal.of(row),
                        most)
                .stream()
                .filter(this::believed)
                .toList();
    }

    /** Empty for one that there is not, that was edited, or that nobody has confirmed in time. */
    Optional<Proposal> find(UUID id) {
        return jdbc.query(SELECT + "where id = ?", (row, n) -> Proposal.of(row), id).stream()
                .filter(each -> !each.forgotten())
                .filter(this::believed)
                .findFirst();
    }

    /**
     * Keeps it, or finds the one that was made under this key.
     *
     * @throws ProblemException IDEMPOTENCY_KEY_USED where that was another one
     */
    Proposal keep(Operator by, RolloutWanted wanted, Rollout before, String filed, String key) {
        Proposal made = new Proposal(
                RecordId.next(),
                by,
                wanted.agency(),
                RolloutJson.of(wanted.rollout()).toString(),
                RolloutJson.of(before).toString(),
                filed,
                head(),
                null,
                null,
                null,
                null,
                null,
                null,
                false);
        acts.keep(RecordId.next(), "rollout-proposed", said(made, by), connection -> insert(connection, made, key));
        Proposal kept = jdbc.query(
                        SELECT + "where requester = ? and idempotency_key = ?",
                        (row, n) -> Proposal.of(row),
                        by.requester(),
                        key)
                .get(0);
        if (!kept.agency().equals(made.agency()) || !kept.wanted().equals(made.wanted())) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_USED, IdempotencyKey.HEADER, null);
        }
        return kept;
    }

    private boolean insert(Connection connection, Proposal made, String key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into rollout_proposal (id, requester, official, idempotency_key, agency, wanted, before, filed,"
                        + " head, mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (requester, idempotency_key) do nothing")) {
            int column = 0;
            for (Object value : new Object[] {
                made.id(),
                made.by().requester(),
                made.by().official(),
                key,
                made.agency(),
                made.wanted(),
                made.before(),
                made.filed(),
                made.head(),
                trust.seals().of(TABLE, made.sealed())
            }) {
                insert.setObject(++column, value);
            }
            return insert.executeUpdate() > 0;
        }
    }

    /** Puts it into force, once. Whether nothing else was confirmed since it was made. */
    boolean confirm(Proposal proposal, Operator by) {
        long number = proposal.head() + 1;
        boolean kept =
                acts.keep(RecordId.next(), "rollout-changed", said(proposal, by).put("number", number), connection -> {
                    try (PreparedStatement head =
                                    connection.prepareStatement("update rollout_head set number = ? where number = ?");
                            PreparedStatement update = connection.prepareStatement(
                                    "update rollout_proposal set number = ?, confirmed_at = now(), confirmed_by = ?, confirmed_mac = ?"
                                            + " where id = ? and number is null")) {
                        head.setLong(1, number);
                        head.setLong(2, proposal.head());
                        update.setLong(1, number);
                        update.setString(2, by.called());
                        update.setBytes(3, trust.seals().of(TABLE, proposal.confirmation(number, by.called())));
                        update.setObject(4, proposal.id());
                        return head.executeUpdate() > 0 && update.executeUpdate() > 0;
                    }
                });
        forget();
        return kept;
    }

    private synchronized void forget() {
        known = null;
    }

    private static ObjectNode said(Proposal proposal, Operator by) {
        ObjectNode said = by.said(JsonNodeFactory.instance.objectNode())
                .put("proposal", proposal.id().toString())
                .put("agency", proposal.agency());
        said.set("before", RolloutJson.tree(proposal.before()));
        said.set("after", RolloutJson.tree(proposal.wanted()));
        return said;
    }
}
