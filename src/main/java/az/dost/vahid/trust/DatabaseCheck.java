package az.dost.vahid.trust;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;

/** What of a database makes the gateway's promises weaker than they are: told at the start and in the health, which still is that of a gateway that serves. */
final class DatabaseCheck implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);
    private static final Status WARNING = new Status("WARNING");
    private static final String ROLE = "select rolsuper, rolcreatedb or rolcreaterole or rolreplication or rolbypassrls from pg_roles where rolname = current_user";
    private final List<String> findings;

    private DatabaseCheck(List<String> findings) {
        this.findings = List.copyOf(findings);
        findings.forEach(finding -> LOG.warn("The database: {}", finding));
    }

    /** @param own whether it is the demonstration's own, in which there is no other user */
    static DatabaseCheck of(JdbcTemplate jdbc, boolean own) {
        List<String> findings = new ArrayList<>();
        for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            String value = jdbc.queryForObject("select current_setting(?)", String.class, name);
            if (value.equals("off")) {
                findings.add(name + " is off: what was said to be recorded may be lost when its machine stops");
            }
        }
        if (!own) {
            jdbc.query(ROLE, row -> {
                if (row.getBoolean(1)) {
                    findings.add("the gateway's user is a superuser; src/docs/database.sql makes one with the rights that it needs");
                } else if (row.getBoolean(2)) {
                    findings.add("the gateway's user may make databases or roles, replicate or pass by row security, which it never needs");
                }
            });
        }
        return new DatabaseCheck(findings);
    }

    List<String> findings() {
        return findings;
    }

    @Override
    public Health health() {
        return findings.isEmpty() ? Health.up().build() : Health.status(WARNING).withDetail("findings", findings).build();
    }
}
