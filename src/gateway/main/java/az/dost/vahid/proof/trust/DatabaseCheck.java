package az.dost.vahid.proof.trust;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What of a database makes the gateway's promises weaker than they are, told in the log and in the health of a gateway
 * that serves. One that lacks {@link Durability} was not joined ({@link BeforeTables}); after a failover another server
 * may answer (decision 133). The rights of its user are told only.
 */
public final class DatabaseCheck implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);
    private static final Status WARNING = new Status("WARNING");
    private static final String ROLE =
            "select rolsuper, rolcreatedb or rolcreaterole or rolreplication or rolbypassrls from pg_roles where rolname = current_user";
    private final JdbcTemplate jdbc;
    private final boolean own;
    private final Durability durability;
    private volatile List<String> findings = List.of();

    /** @param own whether it is the demonstration's own, in which there is no other user */
    DatabaseCheck(JdbcTemplate jdbc, boolean own, Durability durability) {
        this.jdbc = jdbc;
        this.own = own;
        this.durability = durability;
        look();
    }

    /** Looks again. What cannot be asked now is asked later. */
    public void look() {
        try {
            List<String> now = Stream.concat(durability.lacking(jdbc).stream(), own ? Stream.empty() : rights())
                    .toList();
            now.stream()
                    .filter(finding -> !findings.contains(finding))
                    .forEach(finding -> LOG.warn("The database: {}", finding));
            findings = now;
        } catch (DataAccessException e) {
            LOG.debug("The database cannot be asked now");
        }
    }

    private Stream<String> rights() {
        return jdbc
                .query(
                        ROLE,
                        (row, n) -> row.getBoolean(1)
                                ? "the gateway's user is a superuser; src/docs/database.sql makes one with the rights that it needs"
                                : row.getBoolean(2)
                                        ? "the gateway's user may make databases or roles, replicate or pass by row security, which it never needs"
                                        : "")
                .stream()
                .filter(finding -> !finding.isEmpty());
    }

    List<String> findings() {
        return findings;
    }

    @Override
    public Health health() {
        return findings.isEmpty()
                ? Health.up().build()
                : Health.status(WARNING).withDetail("findings", findings).build();
    }
}
