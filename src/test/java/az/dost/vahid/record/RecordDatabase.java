package az.dost.vahid.record;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One PostgreSQL server for all tests of tables of the gateway, a new database with the gateway's schema for each who asks. */
public final class RecordDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Started by the first who asks for a new database: a process that only opens one, and is killed, would leave a server behind. */
    private static final class Only {
        static final EmbeddedPostgres SERVER = start();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static HikariDataSource create() {
        String name = "record" + COUNT.incrementAndGet();
        try (var connection = Only.SERVER.getPostgresDatabase().getConnection(); var sql = connection.createStatement()) {
            sql.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        HikariDataSource source = open("jdbc:postgresql://localhost:" + Only.SERVER.getPort() + "/" + name + "?user=postgres");
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        return source;
    }

    static HikariDataSource open(String url) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setMaximumPoolSize(8);
        return source;
    }

    private RecordDatabase() { }
}
