package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway stands still with an agency's folder in its hands: its turn, and the lock of the connection that loads. */
class FrozenFolderTest {
    private static final String AGENCY = "local-executive";
    private static final String FILE = "yih-20260104-001.jsonl";

    @TempDir
    Path folder;

    private DropBench bench;

    @BeforeEach
    void leave() throws Exception {
        bench = new DropBench(folder);
        bench.leave(
                AGENCY,
                FILE,
                "{\"fin\":\"0000007\",\"ünvan\":{\"rayon\":\"R\",\"şəhər\":\"Ş\",\"küçə\":\"K\"}}\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_lock(" + 0x44524F50 + ", hashtext('" + AGENCY + "'))");
    }

    @Test
    void the_next_one_has_its_connection_ended_when_the_turn_is_over() throws Exception {
        try (Connection held = DriverManager.getConnection(bench.database)) {
            lock(held);
            execute(
                    held,
                    "insert into periodic_job (name, lease, leased_until) values ('drop-" + AGENCY
                            + "', gen_random_uuid(), now() + interval '1 second')");
            try (TestGateway gateway = bench.gateway()) {
                DropBench.settle(gateway, bench.drops(AGENCY));
                assertThat(gateway.held(AGENCY, "0000007")).isPresent();
                assertThat(held.isValid(1)).isFalse();
            }
        }
    }

    @Test
    void one_of_the_version_before_which_knows_of_no_turns_keeps_the_folder_while_it_works() throws Exception {
        try (Connection held = DriverManager.getConnection(bench.database);
                TestGateway gateway = start(held)) {
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(bench.drops(AGENCY).resolve(FILE)));
            assertThat(held.isValid(1)).isTrue();
            execute(held, "select pg_advisory_unlock_all()");
            DropBench.settle(gateway, bench.drops(AGENCY));
        }
    }

    private TestGateway start(Connection held) throws Exception {
        lock(held);
        return bench.gateway();
    }
}
