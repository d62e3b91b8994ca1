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

    /**
     * One look.
     *
     * @param registers that did not say what was not known, or what no register has; empty where all was known
     */
    record Evaluated(UUID dossier, String right, String outcome, List<String> registers) {}

    Evaluations(JdbcTemplate jdbc, RowTrust trust) {
        this.jdbc = jdbc;
        this.trust = trust;
    }

    /**
     * To be kept in the transaction of what it leads to.
     *
     * @param registers as {@link Evaluated}, with commas; null for none
     */
    ActRecord.Change keeping(UUID dossier, Intent intent, String outcome, String registers) {
        Object[] row = {dossier, intent.person(), intent.right(), outcome};
        byte[] mac = trust.seals().of(TABLE, row);
        byte[] registersMac = registers == null ? null : trust.seals().of(TABLE, dossier, registers);
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into right_evaluation (dossier, person, right_code, outcome, mac, registers, registers_mac)"
                            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.setBytes(row.length + 1, mac);
                insert.setString(row.length + 2, registers);
                insert.setBytes(row.length + 3, registersMac);
                return insert.executeUpdate() > 0;
            }
        };
    }

    /** A person's, the newest first. */
    List<Evaluated> of(String person, int limit) {
        return jdbc
                .query(
                        "select dossier, right_code, outcome, mac, registers, registers_mac from right_evaluation where person = ? order by dossier desc limit ?",
                        (row, n) -> evaluated(person, row),
                        person,
                        limit)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for one that somebody changed. */
    private Optional<Evaluated> evaluated(String person, ResultSet row) throws SQLException {
        UUID dossier = row.getObject(1, UUID.class);
        String registers = row.getString(5);
        Evaluated one = new Evaluated(
                dossier,
                row.getString(2),
                row.getString(3),
                registers != null && trust.believes(row.getBytes(6), TABLE, dossier.toString(), dossier, registers)
                        ? List.of(registers.split(","))
                        : List.of());
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
