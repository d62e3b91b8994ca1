package az.dost.vahid.embedded;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A PostgreSQL with the gateway's tables, gone with its data when it is closed: for rehearsals. */
public final class ThrowawayDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private final EmbeddedPostgres server;
    private final HikariDataSource source = new HikariDataSource();

    public ThrowawayDatabase() throws IOException {
        // Nothing in it outlives a crash.
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        source.setJdbcUrl(RunningDatabase.url(server.getPort()));
        source.setMaximumPoolSize(CONNECTIONS);
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() throws IOException {
        source.close();
        server.close();
    }
}
