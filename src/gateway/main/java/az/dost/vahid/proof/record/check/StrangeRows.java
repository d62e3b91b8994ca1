package az.dost.vahid.proof.record.check;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that no entry speaks of, looked for in one partition after the other. */
final class StrangeRows {
    private final JdbcTemplate jdbc;
    private final Runnable letGo;
    private final Report report;

    /** @param letGo called between partitions, so that their locks do not add up */
    StrangeRows(JdbcTemplate jdbc, Runnable letGo, Report report) {
        this.jdbc = jdbc;
        this.letGo = letGo;
        this.report = report;
    }

    void look() {
        look("dossier", "id", "Dossier ");
        look("evidence", "dossier_id", "Evidence of dossier ");
    }

    private void look(String table, String id, String what) {
        for (String part : PartitionNames.of(jdbc, table)) {
            List<UUID> first = end(part, id, "asc");
            if (!first.isEmpty()) {
                // Entries of these days, so that no other day's partitions are looked into.
                jdbc.query(
                        "select distinct " + id + " from " + part
                                + " as kept where not exists (select 1 from audit where audit.id = kept." + id
                                + " and audit.id between ? and ?)",
                        row -> {
                            report.wrong(what + row.getString(1)
                                    + " is in no entry: it was put in, or its entry was removed.");
                        },
                        first.get(0),
                        end(part, id, "desc").get(0));
            }
            letGo.run();
        }
    }

    private List<UUID> end(String part, String id, String order) {
        return jdbc.queryForList(
                "select " + id + " from " + part + " order by " + id + " " + order + " limit 1", UUID.class);
    }
}
