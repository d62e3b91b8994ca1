package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.ingest.drop.DropFile;
import az.dost.vahid.whole.RunningVahid;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Changes what was loaded of an agency's files and seals it anew, as if it had been loaded so: what somebody else
 * changes in the database is not believed.
 */
public final class SealedDrops {
    private final JdbcTemplate database;
    private final DropSeals seals;
    private final String agency;

    public SealedDrops(RunningVahid vahid, String agency) {
        this.agency = agency;
        database = vahid.bean(JdbcTemplate.class);
        seals = new DropSeals(vahid.bean(RowSeals.class), agency, UnsealedUntil.of(vahid.bean(Environment.class)));
    }

    /** Makes the newest file older by some days, or younger where they are less than none. */
    public void older(int days) {
        database.query(
                "update drop_file set as_of = as_of - make_interval(days => ?) where id = (select newest_file from drop_standing where agency = ?)"
                        + " returning id, version, name, digest, as_of, signer, row_count, statement is not null as stated",
                file -> {
                    database.update(
                            "update drop_file set mac = ? where id = ?",
                            seals.file(
                                    new DropFile(file.getLong("id"), file.getLong("version")),
                                    file.getString("name"),
                                    file.getString("digest"),
                                    file.getTimestamp("as_of"),
                                    file.getString("signer"),
                                    file.getLong("row_count"),
                                    file.getBoolean("stated")),
                            file.getLong("id"));
                },
                days,
                agency);
    }

    /** JSON text of what stands for a citizen. */
    public String facts(String fin) {
        return database.queryForObject("select facts::text" + row(), String.class, agency, fin);
    }

    /** @param facts JSON text */
    public void facts(String fin, String facts) {
        database.query(
                "select snapshot, file, version, row_number, source::text" + row(),
                row -> {
                    replace(row, fin, facts);
                },
                agency,
                fin);
    }

    private void replace(ResultSet row, String fin, String facts) throws SQLException {
        DropFile file = new DropFile(row.getLong("file"), row.getLong("version"));
        byte[] mac = seals.row(
                seals.seals().series(),
                file,
                row.getLong("row_number"),
                fin,
                bytes(facts),
                bytes(row.getString("source")));
        database.update(
                "update drop_row set facts = ?::json, mac = ? where snapshot = ? and fin = ?",
                facts,
                mac,
                row.getLong("snapshot"),
                fin);
    }

    private static String row() {
        return " from drop_row where snapshot = (select snapshot from drop_standing where agency = ?) and fin = ?";
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
