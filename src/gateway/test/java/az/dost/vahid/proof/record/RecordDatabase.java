package az.dost.vahid.proof.record;

import az.dost.vahid.sources.ingest.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;

/** Databases for tests of tables of the gateway, open. */
public final class RecordDatabase {
    /** A new one with the gateway's schema. */
    public static HikariDataSource create() {
        return open(TestDatabase.create());
    }

    public static HikariDataSource open(String url) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setMaximumPoolSize(8);
        // More only as they are wanted: each is a process of the server.
        source.setMinimumIdle(1);
        return source;
    }

    private RecordDatabase() {}
}
