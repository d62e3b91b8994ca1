package az.dost.vahid.offers;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.trust.RowTrust;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What came of each look at a right, by the dossier that was made for it; for the person alone. */
final class Evaluations {
    private static final String TABLE = "right_evaluation";
    private final JdbcTemplate jdbc;
    private final RowTrust trust;

    /** One look. */
    record Evaluated(UUID dossier, String right, String outcome) {}

    Evaluations(JdbcTemplate jdbc, RowTrust trust) {
        this.jdbc = jdbc;
        this.trust = trust;
    }

    /** To be kept in the transaction of what it leads to. */
    ActRecord.Change keeping(UUID dossier, Intent intent, String outcome) {
        Object[] row = {dossier, intent.person(), intent.right(), outcome};
        byte[] mac = trust.seals().of(TABLE, row);
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into right_evaluation (dossier, person, right_code, outcome, mac) values (?, ?, ?, ?, ?) on conflict do nothing")) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.setBytes(row.length + 1, mac);
                return insert.executeUpdate() > 0;
            }
        };
    }

    /** A person's, the newest first. */
    List<Evaluated> of(String person, int limit) {
        return jdbc
                .query(
                        "select dossier, right_code, outcome, mac from right_evaluation where person = ? order by dossier desc limit ?",
                        (row, n) -> evaluated(person, row),
                        person,
                        limit)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for one that somebody changed. */
    private Optional<Evaluated> evaluated(String person, ResultSet row) throws SQLException {
        Evaluated one = new Evaluated(row.getObject(1, UUID.class), row.getString(2), row.getString(3));
        return trust.believes(
                        row.getBytes(4),
                        TABLE,
                        one.dossier().toString(),
                        one.dossier(),
                        person,
                        one.right(),
                        one.outcome())
                ? Optional.of(one)
                : Optional.empty();
    }
}
