package az.dost.vahid.sources.repeat;

import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.trust.RowTrust;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What lookups under idempotency keys came to, kept for a day by the database's clock. There is no claim before a
 * lookup: two of the same moment over two gateways are both made, and the record takes the first; whoever comes second
 * gets that one.
 */
public final class FirstResults {
    private static final String TABLE = "lookup_key";
    private static final String KEPT = "interval '1 day'";
    private static final String FIND =
            "select request, dossier, refusal, code, field, detail, mac from lookup_key where requester = ? and name = ?"
                    + " and at > now() - " + KEPT;
    /** A key whose day is over is free again, whether or not it was forgotten yet. */
    private static final String INSERT =
            "insert into lookup_key (requester, name, request, dossier, refusal, code, field, detail, mac)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (requester, name) do update set request = excluded.request, dossier = excluded.dossier,"
                    + " refusal = excluded.refusal, code = excluded.code, field = excluded.field, detail = excluded.detail, mac = excluded.mac, at = now()"
                    + " where lookup_key.at <= now() - " + KEPT;
    /** At a time; the rest is forgotten the next time. */
    private static final String FORGET =
            "delete from lookup_key where ctid = any (array(select ctid from lookup_key where at <= now() - " + KEPT
                    + " limit 100000 for update skip locked))";

    private final JdbcTemplate jdbc;
    private final RowTrust trust;

    private record Row(
            byte[] request, UUID dossier, UUID refusal, String code, String field, String detail, byte[] mac) {}

    public FirstResults(JdbcTemplate jdbc, RowTrust trust) {
        this.jdbc = jdbc;
        this.trust = trust;
    }

    /** @param parts all that makes a request what it is: texts and numbers, in an order that is always the same */
    public KeyedRequest asked(String requester, String key, Object... parts) {
        return new KeyedRequest(
                requester,
                trust.seals().of(TABLE + ".name", requester, key),
                trust.seals().of(TABLE + ".request", parts));
    }

    /**
     * What the first request under the key came to; empty when this is the first.
     *
     * @throws ProblemException IDEMPOTENCY_KEY_USED when that one asked something else; INTERNAL when the row is not
     *     what was written
     */
    public Optional<FirstResult> find(KeyedRequest asked) {
        return jdbc.query(FIND, (row, n) -> read(row), asked.requester(), asked.name()).stream()
                .map(row -> result(asked, row))
                .findFirst();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getBytes(1),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBytes(7));
    }

    private FirstResult result(KeyedRequest asked, Row row) {
        if (!trust.believes(
                row.mac(),
                TABLE,
                "a key of " + asked.requester(),
                asked.requester(),
                asked.name(),
                row.request(),
                row.dossier(),
                row.refusal(),
                row.code(),
                row.field(),
                row.detail())) {
            throw new ProblemException(ProblemCode.INTERNAL);
        }
        if (!MessageDigest.isEqual(row.request(), asked.request())) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_USED, IdempotencyKey.HEADER, null);
        }
        return new FirstResult(
                row.dossier(),
                row.refusal(),
                row.code() == null ? null : ProblemCode.valueOf(row.code()),
                row.field(),
                row.detail());
    }

    /**
     * Keeps what the request came to, within the transaction of what it came to.
     *
     * @throws KeyTaken when another request came first under its key
     */
    public void keep(Connection connection, KeyedRequest asked, FirstResult result) throws SQLException {
        Object[] row = {
            asked.requester(),
            asked.name(),
            asked.request(),
            result.dossier(),
            result.refusal(),
            result.code() == null ? null : result.code().name(),
            result.field(),
            result.detail()
        };
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.setBytes(row.length + 1, trust.seals().of(TABLE, row));
            if (insert.executeUpdate() == 0) {
                throw new KeyTaken();
            }
        }
    }

    /** Forgets keys whose day is over. */
    public void forget() {
        jdbc.update(FORGET);
    }
}
