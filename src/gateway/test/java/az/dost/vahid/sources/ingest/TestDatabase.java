package az.dost.vahid.sources.ingest;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** One PostgreSQL server for all tests of this JVM, a new database with the gateway's schema for each who asks. */
public final class TestDatabase {
    /** Migrated once; each new database is a copy of it. */
    private static final String TEMPLATE = "migrated";

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setRegisterShutdownHook(false)
                    .start();
            stopAfterGateways(server);
            execute(server, "create database " + TEMPLATE);
            try (HikariDataSource source = TestGateway.open(url(server, TEMPLATE))) {
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gateways that still run when the JVM ends write until they have ended; without their database each would wait for
     * it in vain.
     */
    private static void stopAfterGateways(EmbeddedPostgres server) {
        // Spring Boot listens to the JVM's end only once an application has run.
        new SpringApplicationBuilder(TestDatabase.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--spring.autoconfigure.exclude=", "--spring.profiles.active=none")
                .close();
        SpringApplication.getShutdownHandlers().add(() -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The JDBC address of a new database. */
    public static String create() {
        String name = "t" + COUNT.incrementAndGet();
        execute(SERVER, "create database " + name + " template " + TEMPLATE);
        return url(SERVER, name);
    }

    private static void execute(EmbeddedPostgres server, String statement) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(EmbeddedPostgres server, String name) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres";
    }

    private TestDatabase() {}
}
