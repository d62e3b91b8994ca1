package az.dost.vahid.proof.member;

import az.dost.vahid.problem.StartException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether this gateway may join before it changes a table, and joins its keys to the database's after. */
final class JoiningMigration implements FlywayMigrationStrategy {
    private final KeyPrints keys;
    private final Clock clock;
    private volatile int newest;

    JoiningMigration(KeyPrints keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void migrate(Flyway flyway) {
        DataSource source = flyway.getConfiguration().getDataSource();
        JoinCheck check = new JoinCheck(new JdbcTemplate(source), keys, clock);
        newest = newest(flyway);
        check.look(newest);
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new StartException("The database has the tables of another version: " + second(e.getMessage()), e);
        }
        check.join(new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    /** The newest migration that this version has; 0 before it has looked. */
    int newest() {
        return newest;
    }

    private static int newest(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(one -> one.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .mapToInt(version -> version.getMajor().intValue())
                .max()
                .orElse(0);
    }

    /** The first line says only that something is wrong. */
    private static String second(String message) {
        return message.lines().skip(1).findFirst().orElse(message).strip();
    }
}
