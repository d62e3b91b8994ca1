package az.dost.vahid.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.process.DatabaseServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database that is away, as a real one is, is no fault of Vahid's; what it refuses is. */
class AwayDatabaseTest {
    private static final long POOL_PATIENCE_MS = 300;

    @TempDir
    private static Path folder;

    private static DatabaseServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new DatabaseServer(folder.resolve("data"));
        server.execute("create table thing (id int primary key)");
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.url());
        pool.setConnectionTimeout(POOL_PATIENCE_MS);
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private interface Use {
        void of(HikariDataSource pool) throws Exception;
    }

    private static void pooled(Use use) throws Exception {
        try (HikariDataSource pool = pool()) {
            use.of(pool);
        }
    }

    private static ProblemCode code(ThrowingCallable asked) {
        Throwable thrown = catchThrowable(asked);
        assertThat(thrown).isNotNull();
        return Problems.of(thrown).code();
    }

    /** What a server that stops says to whoever is connected, and what those find who come after. */
    @Test
    void one_that_stops_is_away_for_everybody_who_asks_it() throws Exception {
        try (HikariDataSource pool = pool();
                Connection open = pool.getConnection();
                Statement statement = open.createStatement()) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
            jdbc.execute("select 1");
            // The server goes in the middle of it, so that neither its end nor its undoing comes about.
            assertThat(code(() -> transactions.executeWithoutResult(status -> {
                        jdbc.execute("select 1");
                        stop();
                        jdbc.execute("select 1");
                    })))
                    .as("in the middle of a transaction")
                    .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
            assertThat(code(() -> statement.execute("select 1")))
                    .as("plain JDBC")
                    .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
            assertThat(code(() -> statement.execute("select 1")))
                    .as("plain JDBC, once more")
                    .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
            assertThat(code(open::rollback)).as("to undo it").isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
            assertThat(code(() -> jdbc.execute("select 1")))
                    .as("no connection within the pool's time")
                    .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
            assertThat(code(() -> transactions.executeWithoutResult(status -> {})))
                    .as("no transaction")
                    .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
            assertThat(code(() -> java.sql.DriverManager.getConnection(server.url())))
                    .as("nobody listens")
                    .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
        } finally {
            server.start();
        }
    }

    private static void stop() {
        try {
            server.stop();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_session_that_an_administrator_ends_is_one_that_was_cut_off() throws Exception {
        pooled(pool -> {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                server.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()");
                assertThat(code(() -> statement.execute("select 1"))).isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
            }
        });
    }

    @Test
    void one_that_only_reads_is_a_primary_no_more() throws Exception {
        server.readOnly(true);
        try {
            pooled(pool -> {
                JdbcTemplate jdbc = new JdbcTemplate(pool);
                Awaitility.await()
                        .until(() -> jdbc.queryForObject("show transaction_read_only", String.class)
                                .equals("on"));
                assertThat(code(() -> jdbc.update("insert into thing values (1)")))
                        .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
                assertThat(jdbc.queryForObject("select count(*) from thing", Integer.class))
                        .isZero();
            });
        } finally {
            server.readOnly(false);
        }
    }

    @Test
    void a_row_that_others_keep_is_waited_for_once_more() throws Exception {
        pooled(pool -> {
            try (Connection other = pool.getConnection();
                    Statement lock = other.createStatement()) {
                other.setAutoCommit(false);
                lock.execute("lock table thing");
                assertThat(code(() ->
                                new JdbcTemplate(pool).execute("set lock_timeout = 100; select count(*) from thing")))
                        .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
                other.rollback();
            }
        });
    }

    @Test
    void a_pool_that_is_used_up_is_no_database() throws Exception {
        pooled(pool -> {
            try (Connection one = pool.getConnection();
                    Connection two = pool.getConnection()) {
                assertThat(code(() -> new JdbcTemplate(pool).execute("select 1")))
                        .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
            }
        });
    }

    @Test
    void what_was_not_kept_in_time_may_be_asked_again() {
        assertThat(code(() -> {
                    throw new QueryTimeoutException("not in time");
                }))
                .isEqualTo(ProblemCode.RECORD_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from nothing_of_this_name",
                "selekt",
                "insert into thing values (7), (7)",
                "insert into thing values ('x')",
                "select 1 / 0"
            })
    void what_a_database_refuses_is_ours(String statement) throws Exception {
        pooled(pool -> {
            assertThat(code(() -> new JdbcTemplate(pool).execute(statement))).isEqualTo(ProblemCode.INTERNAL);
            try (Connection connection = pool.getConnection();
                    Statement plain = connection.createStatement()) {
                SQLException refused = (SQLException) catchThrowable(() -> plain.execute(statement));
                assertThat(code(() -> {
                            throw new DataAccessResourceFailureException("The record was not kept", refused);
                        }))
                        .as("however it is wrapped")
                        .isEqualTo(ProblemCode.INTERNAL);
            }
        });
    }

    @Test
    void a_fault_of_ours_on_the_way_to_it_is_ours() {
        assertThat(code(() -> {
                    throw new DataAccessResourceFailureException(
                            "The record was not kept", new IllegalStateException("a fault"));
                }))
                .isEqualTo(ProblemCode.INTERNAL);
    }
}
