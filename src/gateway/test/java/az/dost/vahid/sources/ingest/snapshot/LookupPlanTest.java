package az.dost.vahid.sources.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.sources.ingest.TestDatabase;
import az.dost.vahid.sources.ingest.TestGateway;
import az.dost.vahid.sources.ingest.drop.DropFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lookup must stay cheap however many agencies leave files, with the plan for one FIN and with that for any. */
class LookupPlanTest {
    private static final int AGENCIES = 5;
    private static final int ROWS = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void aLookupReadsOneIndexOfOnePartitionForEachAgency(String mode) throws SQLException {
        try (var source = TestGateway.open(TestDatabase.create());
                Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            for (int agency = 1; agency <= AGENCIES; agency++) {
                fill(sql, agency);
            }
            sql.execute("set plan_cache_mode = " + mode);
            sql.execute("prepare lookup(text, text[]) as "
                    + Snapshots.FIND.replaceFirst("\\?", "\\$1").replaceFirst("\\?", "\\$2"));
            List<String> plan = new ArrayList<>();
            try (ResultSet lines = sql.executeQuery(
                    "explain (analyze, costs off, timing off) execute lookup('0000042', array['agency2', 'agency3'])")) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            assertThat(plan)
                    .filteredOn(line -> line.contains("on drop_row_") && !line.contains("never executed"))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("Index Scan").contains("drop_row_2"),
                            line -> assertThat(line).contains("Index Scan").contains("drop_row_3"));
            assertThat(plan)
                    .as("whole tables of rows are not read")
                    .noneMatch(line -> line.contains("Seq Scan on drop_row"));
        }
    }

    private static void fill(Statement sql, int agency) throws SQLException {
        sql.execute("insert into drop_file (agency, name, digest, version, as_of, state) values ('agency" + agency
                + "', 'f', 'sha-256:0', 1, now(), 'LOADED')");
        NewSnapshot.create(sql.getConnection(), agency, new DropFile(agency, 1));
        sql.execute("insert into " + NewSnapshot.partition(agency)
                + " (fin, row_number, facts) select lpad(n::text, 7, '0'), n, '{}' " + "from generate_series(1, " + ROWS
                + ") n");
        sql.execute("create unique index on " + NewSnapshot.partition(agency) + " (fin)");
        sql.execute("analyze " + NewSnapshot.partition(agency));
        NewSnapshot.attach(sql.getConnection(), agency);
        new SnapshotState(agency, 1, agency, 1, null)
                .stand(sql.getConnection(), new DropSeals(TestGateway.SEALS, "agency" + agency, UnsealedUntil.NEVER));
    }
}
