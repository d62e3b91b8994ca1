package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.sources.ingest.snapshot.SnapshotRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may write to the database has no row of a file drop believed that was not loaded. */
@Tag("attack")
class ChangedRowsTest {
    private static final String CSV = "displaced-persons";
    private static final String HEADER =
            "EMELIYYAT;FIN;VESIQE_NO;DIDERGIN_DUSDUYU_RAYON;MESKUNLASDIGI_YER;QEYDIYYAT_TARIXI;AILE_UZVLERI\r\n";

    @TempDir
    Path folder;

    private DropBench bench;
    private TestGateway gateway;

    @BeforeEach
    void load() throws Exception {
        bench = new DropBench(folder);
        gateway = bench.gateway();
        leave(
                "mqd_full_20260104_001.csv",
                row('E', "1AAAAAA", "Bakı"),
                row('E', "2AAAAAA", "Gəncə"),
                row('E', "3AAAAAA", "Quba"));
        leave("mqd_delta_20260105_001.csv", row('D', "2AAAAAA", "Lerik"));
        assertThat(found("1AAAAAA").row()).isOne();
        assertThat(found("2AAAAAA").fileName()).isEqualTo("mqd_delta_20260105_001.csv");
        assertThat(found("9AAAAAA").row())
                .as("no record, which the newest file proves")
                .isZero();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    private void leave(String name, String... rows) throws Exception {
        bench.leave(CSV, name, (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8));
        DropBench.settle(gateway, bench.drops(CSV));
    }

    private static String row(char operation, String fin, String settlement) {
        return operation + ";" + fin + ";V-1;ŞUŞA;" + settlement + ";01/02/1994;4\r\n";
    }

    private SnapshotRecord found(String fin) {
        return gateway.snapshots.find(List.of(CSV), fin).get(CSV);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a fact is forged                     | update drop_row set facts = replace(facts::text, '1994', '1995')::json where fin = '1AAAAAA'",
                "the row as it was read is forged     | update drop_row set source = concat(source, ' ') where fin = '1AAAAAA'",
                "a record is made no record           | update drop_row set facts = null where fin = '1AAAAAA'",
                "a seal is taken away                 | update drop_row set mac = null where fin = '1AAAAAA'",
                "all seals are taken away             | alter table drop_standing drop constraint drop_standing_sealed; update drop_row set mac = null; update drop_file set mac = null; update drop_standing set mac = null",
                "a fact is forged and the seals are taken away | alter table drop_standing drop constraint drop_standing_sealed; update drop_row set mac = null, facts = '{}'; update drop_file set mac = null; update drop_standing set mac = null",
                "another person's row                 | update drop_row t set facts = o.facts, source = o.source, mac = o.mac, row_number = o.row_number from drop_row o where t.fin = '1AAAAAA' and o.fin = '3AAAAAA'",
                "a row of another place in the file   | update drop_row set row_number = 2 where fin = '1AAAAAA'",
                "a row of another file                | update drop_row set file = (select max(id) from drop_file) where fin = '1AAAAAA'",
                "a row said to be newer               | update drop_row set version = version + 10 where fin = '1AAAAAA'",
                "a file said to be of another day     | update drop_file set as_of = as_of + interval '20 days'",
                "a file of another name               | update drop_file set name = 'mqd_full_20261124_001.csv' where name like 'mqd_full%'",
                "a file of another signer             | update drop_file set signer = 'CN=Somebody'",
                "a file of another digest             | update drop_file set digest = 'sha-256:00'",
                "a file of more rows                  | update drop_file set row_count = 1000000",
                "a file without its statement         | update drop_file set statement = null",
                "a standing snapshot of another base  | update drop_standing set base_version = 0",
                "a standing snapshot of another newest | update drop_standing set newest_file = (select min(id) from drop_file)",
                "a sum of fewer rows                  | update drop_standing set row_sum = null",
            })
    void what_was_changed_is_not_believed(String name, String attack) {
        for (String sql : attack.split(";")) {
            gateway.database.update(sql);
        }
        assertThat(found("1AAAAAA")).as(name).isSameAs(SnapshotRecord.CHANGED);
    }

    @Test
    void the_rows_of_others_are_believed_as_ever() {
        gateway.database.update("update drop_row set facts = '{}' where fin = '1AAAAAA'");
        assertThat(found("3AAAAAA").row()).isEqualTo(3);
    }

    @Test
    void a_row_of_the_snapshot_before_is_not_believed_in_this_one() throws Exception {
        gateway.database.update("create table kept as select * from drop_row");
        leave("mqd_full_20260111_001.csv", row('E', "1AAAAAA", "Astara"), row('E', "2AAAAAA", "Astara"));
        gateway.database.update(
                "update drop_row t set facts = o.facts, source = o.source, mac = o.mac, row_number = o.row_number, file = o.file,"
                        + " version = o.version from kept o where t.fin = o.fin and o.fin = '1AAAAAA'");
        gateway.database.update(
                "insert into drop_row (snapshot, fin, file, row_number, version, facts, source, mac) select (select snapshot from"
                        + " drop_standing), fin, file, row_number, version, facts, source, mac from kept where fin = '3AAAAAA'");
        assertThat(found("1AAAAAA")).isSameAs(SnapshotRecord.CHANGED);
        assertThat(found("3AAAAAA")).as("a person who left the register").isSameAs(SnapshotRecord.CHANGED);
        assertThat(found("2AAAAAA").row()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from drop_row where fin = '1AAAAAA'",
                "delete from drop_row where fin = '1AAAAAA'; insert into drop_row (snapshot, fin, file, row_number, version, facts, source, mac) select snapshot,"
                        + " '7AAAAAA', file, row_number, version, facts, source, mac from drop_row where fin = '3AAAAAA'",
                "update drop_row set fin = '7AAAAAA' where fin = '1AAAAAA'"
            })
    void a_row_that_was_taken_out_is_missed_by_the_next_sweep(String attack) {
        gateway.sweep();
        for (String sql : attack.split(";")) {
            gateway.database.update(sql);
        }
        gateway.sweep();
        assertThat(found("1AAAAAA")).as("not 'no record'").isSameAs(SnapshotRecord.CHANGED);
        assertThat(found("3AAAAAA").row()).as("who has a row is served").isEqualTo(3);
    }

    @Test
    void changes_do_not_bless_a_row_that_was_taken_out_before() throws Exception {
        gateway.database.update("delete from drop_row where fin = '1AAAAAA'");
        leave(
                "mqd_delta_20260106_001.csv",
                row('D', "2AAAAAA", "Astara"),
                row('D', "4AAAAAA", "Astara"),
                row('S', "3AAAAAA", "Astara"));
        gateway.sweep();
        assertThat(found("1AAAAAA")).isSameAs(SnapshotRecord.CHANGED);
    }

    @Test
    void a_snapshot_that_was_changed_by_files_alone_is_complete() throws Exception {
        leave(
                "mqd_delta_20260106_001.csv",
                row('D', "2AAAAAA", "Astara"),
                row('D', "4AAAAAA", "Astara"),
                row('S', "3AAAAAA", "Astara"));
        leave("mqd_full_20260105_002.csv", row('E', "1AAAAAA", "Quba"), row('E', "2AAAAAA", "Quba"));
        leave("mqd_delta_20260105_003.csv", row('D', "2AAAAAA", "Lerik"), row('D', "5AAAAAA", "Lerik"));
        gateway.sweep();
        assertThat(found("9AAAAAA").row()).as("no record").isZero();
        assertThat(found("3AAAAAA").row()).as("deleted").isZero();
        assertThat(found("2AAAAAA").fileName()).isEqualTo("mqd_delta_20260106_001.csv");
    }

    @Test
    void a_row_of_another_agency_is_not_believed() throws Exception {
        bench.leave(
                "local-executive",
                "yih-20260104-001.jsonl",
                "{\"fin\":\"5AAAAAA\",\"ünvan\":{\"şəhər\":\"Bakı\",\"küçə\":\"X\"}}\n"
                        .getBytes(StandardCharsets.UTF_8));
        DropBench.settle(gateway, bench.drops("local-executive"));
        gateway.database.update(
                "insert into drop_row (snapshot, fin, file, row_number, version, facts, source, mac) select (select snapshot from"
                        + " drop_standing where agency = 'displaced-persons'), fin, file, row_number, version, facts, source, mac from drop_row where fin = '5AAAAAA'");
        assertThat(found("5AAAAAA")).isSameAs(SnapshotRecord.CHANGED);
    }

    @Test
    void changes_are_not_built_on_a_snapshot_that_was_changed_and_the_next_full_file_mends_it() throws Exception {
        gateway.database.update("update drop_standing set base_version = 0");
        bench.leave(
                CSV,
                "mqd_delta_20260106_001.csv",
                (HEADER + row('D', "1AAAAAA", "Şəki")).getBytes(StandardCharsets.UTF_8));
        Thread.onSpinWait();
        bench.leave(
                CSV,
                "mqd_full_20260107_001.csv",
                (HEADER + row('E', "1AAAAAA", "Astara")).getBytes(StandardCharsets.UTF_8));
        gateway.await(
                "the full file is loaded", java.time.Duration.ofSeconds(30), () -> gateway.files(CSV, "loaded") == 3);
        assertThat(found("1AAAAAA").fileName()).isEqualTo("mqd_full_20260107_001.csv");
    }

    @Test
    void a_file_loaded_before_there_were_seals_is_loaded_once_more() throws Exception {
        gateway.database.update("alter table drop_standing drop constraint drop_standing_sealed");
        gateway.database.update("update drop_row set mac = null");
        gateway.database.update("update drop_file set mac = null");
        gateway.database.update("update drop_standing set mac = null, row_sum = null");
        leave(
                "mqd_full_20260104_001.csv",
                row('E', "1AAAAAA", "Bakı"),
                row('E', "2AAAAAA", "Gəncə"),
                row('E', "3AAAAAA", "Quba"));
        assertThat(gateway.files(CSV, "quarantined")).isZero();
        assertThat(found("1AAAAAA").row()).isOne();
        leave(
                "mqd_full_20260104_001.csv",
                row('E', "1AAAAAA", "Bakı"),
                row('E', "2AAAAAA", "Gəncə"),
                row('E', "3AAAAAA", "Quba"));
        assertThat(gateway.files(CSV, "repeated")).isOne();
    }
}
