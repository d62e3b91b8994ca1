package az.dost.vahid.ingest;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One PostgreSQL server for all tests of this JVM, a new database with the gateway's schema for each who asks. */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC address of a new database. */
    public static String create() {
        String name = "t" + COUNT.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection(); var sql = connection.createStatement()) {
            sql.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name + "?user=postgres";
        try (HikariDataSource source = TestGateway.open(url)) {
            Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        }
        return url;
    }

    private TestDatabase() { }
}
