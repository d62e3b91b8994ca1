package az.dost.vahid.sources.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.file.LongDrops;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.register.ComputedPopulation;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.MerkleTree;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.xml.FileSignature;
import az.dost.vahid.sources.ingest.DropBench;
import az.dost.vahid.sources.ingest.FileStatement;
import az.dost.vahid.sources.ingest.TestGateway;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A row that is held can be proven without the other rows of its file: its path leads to the root that the gateway
 * signed at the load.
 */
class RowProofsTest {
    private static final String CSV = "displaced-persons";
    private static final String HEADER =
            "EMELIYYAT;FIN;VESIQE_NO;DIDERGIN_DUSDUYU_RAYON;MESKUNLASDIGI_YER;QEYDIYYAT_TARIXI;AILE_UZVLERI\r\n";
    private static final CryptoProvider CRYPTO = new CryptoProvider(true);
    private static final MerkleTree TREE = new MerkleTree(CRYPTO::sha256);

    @TempDir
    Path folder;

    private DropBench bench;
    private TestGateway gateway;
    private FileProofs proofs;

    @BeforeEach
    void start() throws Exception {
        bench = new DropBench(folder);
        gateway = bench.gateway();
        proofs = new FileProofs(gateway.database, CRYPTO);
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

    private FileStatement statement(String agency, SnapshotRecord held) {
        String jws = proofs.of(agency, held.fileName(), held.fileDigest(), 0)
                .orElseThrow()
                .statement();
        return FileStatement.of(
                new GatewayProof(GatewayProof.certificate(folder.resolve("keys/gateway-dossier.pem"))).compact(jws));
    }

    /** Follows a row's path and gives what the gateway signed about its file. */
    private FileStatement proven(String agency, String fin) {
        SnapshotRecord held = gateway.held(agency, fin).orElseThrow();
        FileStatement statement = statement(agency, held);
        FileProofs.FileProof proof = proofs.of(agency, held.fileName(), held.fileDigest(), held.row())
                .orElseThrow();
        byte[] leaf = TREE.leaf(proof.salt(), held.source().getBytes(StandardCharsets.UTF_8));
        assertThat(TREE.root(leaf, held.row() - 1, statement.rows(), proof.path()))
                .as("row " + held.row())
                .isEqualTo(statement.root());
        assertThat(held.source()).as("the row as it was read").contains(fin);
        assertThat(statement.agency()).isEqualTo(agency);
        assertThat(statement.digest()).isEqualTo(held.fileDigest());
        return statement;
    }

    @Test
    void rows_at_all_edges_of_a_file_of_three_chunks_lead_to_its_root() throws Exception {
        Population population = new ComputedPopulation(2_000_000);
        LongDrops.defence(bench.drops("defence"), LocalDate.of(2026, 1, 4), 2_500, population, bench.signer("defence"));
        DropBench.settle(gateway, bench.drops("defence"));
        for (int row : new int[] {1, 2, 1023, 1024, 1025, 2048, 2049, 2499, 2500}) {
            String fin =
                    gateway.database.queryForObject("select fin from drop_row where row_number = ?", String.class, row);
            FileStatement statement = proven("defence", fin);
            assertThat(statement.rows()).isEqualTo(2_500);
            assertThat(statement.signature().kind()).isEqualTo(FileSignature.Kind.XML_SIGNATURE);
            assertThat(statement.signature().check()).isTrue();
        }
    }

    @Test
    void the_root_is_the_one_that_all_rows_make() throws Exception {
        Population population = new ComputedPopulation(2_000_000);
        LongDrops.defence(bench.drops("defence"), LocalDate.of(2026, 1, 4), 1_500, population, bench.signer("defence"));
        DropBench.settle(gateway, bench.drops("defence"));
        List<byte[]> leaves = new ArrayList<>();
        for (String source :
                gateway.database.queryForList("select source from drop_row order by row_number", String.class)) {
            ByteArrayOutputStream leaf = new ByteArrayOutputStream();
            Snapshots.NewestFile standing =
                    gateway.snapshots.standing("defence").orElseThrow();
            leaf.writeBytes(proofs.of("defence", standing.fileName(), standing.fileDigest(), leaves.size() + 1)
                    .orElseThrow()
                    .salt());
            leaf.writeBytes(source.getBytes(StandardCharsets.UTF_8));
            leaves.add(leaf.toByteArray());
        }
        String any = gateway.database.queryForObject("select min(fin) from drop_row", String.class);
        assertThat(proven("defence", any).root()).isEqualTo(TREE.root(leaves));
    }

    @Test
    void a_file_longer_than_what_waits_in_memory_is_written_in_several_copies() throws Exception {
        int rows = 70_000;
        StringBuilder text = new StringBuilder();
        for (int row = 1; row <= rows; row++) {
            text.append(row('E', "%07d".formatted(row), "Bakı"));
        }
        leave("mqd_full_20260104_001.csv", text.toString());
        for (int row : new int[] {1, 65_536, 65_537, rows}) {
            assertThat(proven(CSV, "%07d".formatted(row)).rows()).isEqualTo(rows);
        }
        assertThat(gateway.database.queryForObject("select max(row_number) from drop_row", Long.class))
                .isEqualTo(rows);
    }

    @Test
    void the_agencys_own_signature_is_over_the_digest_of_the_file_and_is_checked_without_it() throws Exception {
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"));
        FileSignature signature = proven(CSV, "1AAAAAA").signature();
        assertThat(signature.check()).isTrue();
        assertThat(signature.digestText())
                .isEqualTo(gateway.held(CSV, "1AAAAAA").orElseThrow().fileDigest());
        assertThat(signature.certificate()).isEqualTo(bench.signer(CSV).certificate());
    }

    @Test
    void each_row_is_proven_by_the_file_that_it_came_in() throws Exception {
        leave(
                "mqd_full_20260104_001.csv",
                row('E', "1AAAAAA", "Bakı"),
                row('E', "2AAAAAA", "Gəncə"),
                row('E', "3AAAAAA", "Quba"));
        leave("mqd_delta_20260112_001.csv", row('D', "2AAAAAA", "Lerik"), row('D', "2AAAAAA", "Şəki"));
        assertThat(proven(CSV, "1AAAAAA").file()).isEqualTo("mqd_full_20260104_001.csv");
        assertThat(proven(CSV, "2AAAAAA").file()).isEqualTo("mqd_delta_20260112_001.csv");
        assertThat(gateway.held(CSV, "2AAAAAA").orElseThrow().source()).contains("Şəki");
        leave("mqd_full_20260111_001.csv", row('E', "1AAAAAA", "Astara"), row('E', "2AAAAAA", "Astara"));
        assertThat(proven(CSV, "1AAAAAA").file()).isEqualTo("mqd_full_20260111_001.csv");
        assertThat(proven(CSV, "2AAAAAA").file())
                .as("later than the full file that came late")
                .isEqualTo("mqd_delta_20260112_001.csv");
    }

    @Test
    void a_row_that_stands_no_more_can_be_proven_still() throws Exception {
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"), row('E', "2AAAAAA", "Gəncə"));
        SnapshotRecord before = gateway.held(CSV, "2AAAAAA").orElseThrow();
        leave("mqd_full_20260111_001.csv", row('E', "1AAAAAA", "Astara"));
        FileProofs.FileProof proof = proofs.of(CSV, before.fileName(), before.fileDigest(), before.row())
                .orElseThrow();
        byte[] leaf = TREE.leaf(proof.salt(), before.source().getBytes(StandardCharsets.UTF_8));
        assertThat(TREE.root(leaf, before.row() - 1, 2, proof.path()))
                .isEqualTo(statement(CSV, before).root());
    }

    @Test
    void a_tree_is_kept_until_no_evidence_can_need_it() throws Exception {
        gateway.close();
        gateway = bench.gateway(Map.of("vahid.record.kept.evidence", "P5Y", "vahid.record.kept.special", "P1Y"));
        proofs = new FileProofs(gateway.database, CRYPTO);
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"));
        SnapshotRecord old = gateway.held(CSV, "1AAAAAA").orElseThrow();
        leave("mqd_full_20260111_001.csv", row('E', "1AAAAAA", "Astara"));
        gateway.database.update("update drop_file set left_at = left_at - interval '5 years'");
        leave("mqd_full_20260118_001.csv", row('E', "1AAAAAA", "Lerik"));
        assertThat(gateway.database.queryForObject("select count(*) from drop_tree", Long.class))
                .as("a follow-up may still need it")
                .isEqualTo(3);
        gateway.database.update(
                "update drop_file set left_at = left_at - interval '2 months' where left_at < now() - interval '1 year'");
        leave("mqd_full_20260125_001.csv", row('E', "1AAAAAA", "Quba"));
        FileProofs.FileProof proof =
                proofs.of(CSV, old.fileName(), old.fileDigest(), 1).orElseThrow();
        assertThat(proof.path()).isNull();
        assertThat(proof.statement()).as("what was signed stays").isNotNull();
        assertThat(gateway.database.queryForObject("select count(*) from drop_tree", Long.class))
                .isEqualTo(3);
    }

    private void address(String name, String... fins) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (String fin : fins) {
            lines.append("{\"fin\":\"")
                    .append(fin)
                    .append("\",\"ünvan\":{\"şəhər\":\"Bakı\",\"küçə\":\"")
                    .append(name)
                    .append("\"}}\n");
        }
        bench.leave("local-executive", name, lines.toString().getBytes(StandardCharsets.UTF_8));
        DropBench.settle(gateway, bench.drops("local-executive"));
    }

    @Test
    void a_file_that_only_corrects_rows_has_left_once_no_row_of_it_stands() throws Exception {
        address("yih-20260104-001.jsonl", "1AAAAAA", "2AAAAAA");
        address("yih-20260105-001.jsonl", "1AAAAAA");
        String left = "select name from drop_file where left_at is not null order by name";
        assertThat(gateway.database.queryForList(left, String.class))
                .as("the first one's second row stands")
                .isEmpty();
        address("yih-20260106-001.jsonl", "2AAAAAA");
        assertThat(gateway.database.queryForList(left, String.class)).containsExactly("yih-20260104-001.jsonl");
        assertThat(proven("local-executive", "1AAAAAA").file()).isEqualTo("yih-20260105-001.jsonl");
    }

    @Test
    void the_hash_of_the_row_beside_cannot_be_found_by_trying() throws Exception {
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"), row('E', "2AAAAAA", "Gəncə"));
        SnapshotRecord first = gateway.held(CSV, "1AAAAAA").orElseThrow();
        SnapshotRecord beside = gateway.held(CSV, "2AAAAAA").orElseThrow();
        FileProofs.FileProof proof =
                proofs.of(CSV, first.fileName(), first.fileDigest(), 1).orElseThrow();
        byte[] row = beside.source().getBytes(StandardCharsets.UTF_8);
        assertThat(proof.path()).hasSize(1);
        assertThat(proof.path().get(0))
                .isNotEqualTo(TREE.leaf(row))
                .isNotEqualTo(TREE.leaf(proof.salt(), row))
                .isEqualTo(TREE.leaf(
                        proofs.of(CSV, first.fileName(), first.fileDigest(), 2)
                                .orElseThrow()
                                .salt(),
                        row));
    }

    @Test
    void a_file_that_is_refused_leaves_nothing_to_prove() throws Exception {
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"), row('E', "2AAAAAO", "Gəncə"));
        assertThat(gateway.files(CSV, "quarantined")).isOne();
        assertThat(gateway.database.queryForObject("select count(*) from drop_tree", Long.class))
                .isZero();
    }

    @Test
    void rows_that_were_loaded_before_there_were_paths_are_held_as_ever() throws Exception {
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"));
        // A gateway of the version before changes rows beside this one: it does not know the column, and what stands
        // there is older.
        gateway.database.update("update drop_file set statement = null, salt = null, mac = null");
        gateway.close();
        gateway = bench.gateway(Map.of("vahid.record.unsealed-until", "2999-12-31T00:00:00Z"));
        proofs = new FileProofs(gateway.database, CRYPTO);
        SnapshotRecord held = gateway.held(CSV, "1AAAAAA").orElseThrow();
        assertThat(held.source()).isNull();
        assertThat(proofs.of(CSV, held.fileName(), held.fileDigest(), held.row()))
                .isEmpty();
    }
}
