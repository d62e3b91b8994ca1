package az.dost.vahid.sources.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.sources.ingest.DropBench;
import az.dost.vahid.sources.ingest.ObjectServer;
import az.dost.vahid.sources.ingest.RequestSignature;
import az.dost.vahid.sources.ingest.TestGateway;
import az.dost.vahid.sources.ingest.TestSignatures;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same files with the same proofs, as objects of a store that checks AWS signatures and lists three at a time. */
class ObjectDropsTest {
    private static final String AGENCY = "displaced-persons";
    private static final String FILE = "mqd_full_20260104_001.csv";
    /** {@code maxFileBytes} of the connector. */
    private static final long LONGEST = 67108864;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private DropBench bench;

    private static byte[] rows(String kind) {
        return ("\uFEFFEMELIYYAT;FIN;VESIQE_NO;DIDERGIN_DUSDUYU_RAYON;MESKUNLASDIGI_YER;QEYDIYYAT_TARIXI;AILE_UZVLERI\r\n"
                        + "E;1AAAAAA;" + kind + ";ŞUŞA;Bakı;01/02/1994;4\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void start() throws Exception {
        bench = new DropBench(folder);
        Files.createDirectories(folder.resolve("keys/s3"));
    }

    private ObjectServer store(String scheme, String... lies) throws Exception {
        return new ObjectServer(
                folder.resolve("drops"), scheme.equals("s3") ? bench.keys.agency("object-server", "RSA") : null, lies);
    }

    private TestGateway gateway(String scheme, int port, String secret) throws Exception {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "vahid.secrets.s3.secret",
                secret,
                "vahid.drops.plain-http",
                "true",
                "vahid.endpoints." + AGENCY,
                scheme + "://" + RequestSignature.KEY_ID + "@127.0.0.1:" + port + "/" + ObjectServer.BUCKET + "/"
                        + AGENCY));
        DropBench.KEYS
                .keySet()
                .forEach(agency -> settings.putIfAbsent(
                        "vahid.endpoints." + agency,
                        "file:" + bench.drops(agency).toAbsolutePath()));
        return new TestGateway(bench.database, bench.data(), folder.resolve("keys"), settings);
    }

    /** Pins the certificate of the store, or of another one. */
    private void pin(String whose) throws Exception {
        bench.keys.agency(whose, "RSA");
        Files.copy(folder.resolve("keys/agencies/" + whose + ".pem"), folder.resolve("keys/s3/" + AGENCY + ".pem"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "s3+http"})
    void a_signed_drop_is_loaded_archived_and_taken_away_with_its_signature(String scheme) throws Exception {
        bench.leave(AGENCY, FILE, rows("V-1"));
        pin("object-server");
        try (ObjectServer store = store(scheme);
                TestGateway gateway = gateway(scheme, store.port(), RequestSignature.SECRET)) {
            DropBench.settle(gateway, bench.drops(AGENCY));
            assertThat(gateway.files(AGENCY, "loaded")).isEqualTo(1);
            assertThat(gateway.held(AGENCY, "1AAAAAA").orElseThrow().signer()).contains("CN=displaced-persons");
            assertThat(store.refused).hasValue(0);
            assertThat(gateway.database.queryForObject(
                            "select count(*) from drop_file join blob on blob.id = drop_file.blob where name = ? and beside is not null",
                            Integer.class,
                            FILE))
                    .isOne();
        }
    }

    @Test
    void an_object_that_another_agency_signed_is_set_aside() throws Exception {
        bench.leave(AGENCY, FILE, rows("V-1"), TestSignatures.cms(rows("V-1"), bench.signer("state-insurance")));
        pin("object-server");
        try (ObjectServer store = store("s3");
                TestGateway gateway = gateway("s3", store.port(), RequestSignature.SECRET)) {
            gateway.await("the object is set aside", PATIENCE, () -> gateway.files(AGENCY, "quarantined") == 1);
            assertThat(gateway.snapshots.standing(AGENCY)).isEmpty();
            assertThat(bench.report(AGENCY, FILE)).isNotEmpty();
        }
    }

    @Test
    void an_object_without_its_signature_is_not_fetched_before_that_is_there() throws Exception {
        bench.leave(AGENCY, FILE, rows("V-1"), null);
        try (ObjectServer store = store("s3+http");
                TestGateway gateway = gateway("s3+http", store.port(), RequestSignature.SECRET)) {
            gateway.await("the folder was looked into twice", PATIENCE, () -> store.asked.size() >= 2);
            assertThat(store.asked).containsOnly("GET ");
            bench.leave(AGENCY, FILE, rows("V-1"));
            gateway.await("the object is loaded", PATIENCE, () -> gateway.files(AGENCY, "loaded") == 1);
        }
    }

    @Test
    void objects_on_many_pages_are_taken_once_and_in_order_by_several_gateways() throws Exception {
        bench.leave(AGENCY, FILE, rows("V-0"));
        for (int day = 5; day <= 9; day++) {
            // By their keys the deltas come before the full file that they change, and on a page before.
            bench.leave(AGENCY, "mqd_delta_2026010" + day + "_001.csv", rows("V-" + day));
        }
        try (ObjectServer store = store("s3+http");
                TestGateway one = gateway("s3+http", store.port(), RequestSignature.SECRET);
                TestGateway two = gateway("s3+http", store.port(), RequestSignature.SECRET)) {
            DropBench.settle(one, bench.drops(AGENCY));
            one.await(
                    "all are counted", PATIENCE, () -> one.files(AGENCY, "loaded") + two.files(AGENCY, "loaded") == 6);
            assertThat(one.database.queryForObject("select count(*) from drop_file", Integer.class))
                    .isEqualTo(6);
            assertThat(store.laterPages.get()).isPositive();
            for (String other : List.of("late", "repeated", "quarantined")) {
                assertThat(one.files(AGENCY, other) + two.files(AGENCY, other))
                        .as(other)
                        .isZero();
            }
        }
    }

    @Test
    void a_wrong_secret_leaves_the_object_where_it_is_and_the_gateway_running() throws Exception {
        bench.leave(AGENCY, FILE, rows("V-1"));
        try (ObjectServer store = store("s3+http");
                TestGateway gateway = gateway("s3+http", store.port(), "guessed")) {
            gateway.await("the store has refused the key twice", PATIENCE, () -> store.refused.get() >= 2);
            assertThat(gateway.files(AGENCY, "loaded")).isZero();
            assertThat(bench.drops(AGENCY).resolve(FILE)).exists();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"of another server", "none, and an issuer that the JVM does not know"})
    void a_store_with_another_certificate_is_not_asked_anything(String pinned) throws Exception {
        bench.leave(AGENCY, FILE, rows("V-1"));
        if (pinned.equals("of another server")) {
            pin("stranger");
        }
        try (ObjectServer store = store("s3");
                TestGateway gateway = gateway("s3", store.port(), RequestSignature.SECRET)) {
            Thread.sleep(2000);
            assertThat(store.asked).isEmpty();
            assertThat(gateway.files(AGENCY, "loaded")).isZero();
        }
    }

    @Test
    void keys_that_are_no_names_of_files_are_never_fetched() throws Exception {
        bench.leave(AGENCY, FILE, rows("V-1"));
        String[] lies = {
            "../" + FILE,
            AGENCY + "/../" + FILE,
            AGENCY + "/a/" + FILE,
            AGENCY + "/" + FILE + "\n",
            "x",
            AGENCY + "//" + FILE
        };
        try (ObjectServer store = store("s3+http", lies);
                TestGateway gateway = gateway("s3+http", store.port(), RequestSignature.SECRET)) {
            DropBench.settle(gateway, bench.drops(AGENCY));
            assertThat(store.asked)
                    .containsOnly(
                            "GET ",
                            "GET " + AGENCY + "/" + FILE,
                            "GET " + AGENCY + "/" + FILE + ".p7s",
                            "DELETE " + AGENCY + "/" + FILE,
                            "DELETE " + AGENCY + "/" + FILE + ".p7s");
        }
    }

    @Test
    void an_object_longer_than_it_may_be_is_set_aside_without_the_rest_of_it() throws Exception {
        Path file = bench.drops(AGENCY).resolve(FILE);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            // No array has room for it: it is never read whole.
            sparse.setLength(3L << 30);
        }
        Files.write(file.resolveSibling(FILE + ".p7s"), new byte[1]);
        try (ObjectServer store = store("s3+http");
                TestGateway gateway = gateway("s3+http", store.port(), RequestSignature.SECRET)) {
            DropBench.settle(gateway, bench.drops(AGENCY));
            assertThat(gateway.files(AGENCY, "quarantined")).isEqualTo(1);
            assertThat(bench.report(AGENCY, FILE)).contains("TOO_LONG");
            assertThat(gateway.database.queryForObject(
                            "select bytes from blob join drop_file on drop_file.blob = blob.id", Long.class))
                    .isLessThan(LONGEST + (1 << 18));
        }
    }
}
