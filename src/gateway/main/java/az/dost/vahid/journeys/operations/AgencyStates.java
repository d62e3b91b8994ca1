package az.dost.vahid.journeys.operations;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Since when each agency is as it is: written down by one gateway for all, as none of them is there for ever. */
final class AgencyStates {
    private final JdbcTemplate jdbc;

    AgencyStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One that was written down. */
    record Since(String state, Instant since) {}

    Map<String, Since> all() {
        Map<String, Since> all = new HashMap<>();
        jdbc.query("select agency, state, since from agency_state", row -> {
            all.put(
                    row.getString(1),
                    new Since(row.getString(2), row.getTimestamp(3).toInstant()));
        });
        return all;
    }

    /** Those that are otherwise than written down are so from now on. */
    void keep(Map<String, AgencyState> states) {
        List<Object[]> rows = states.entrySet().stream()
                .map(each -> new Object[] {each.getKey(), each.getValue().name()})
                .toList();
        jdbc.batchUpdate(
                "insert into agency_state (agency, state, since) values (?, ?, now()) on conflict (agency) do update set"
                        + " state = excluded.state, since = excluded.since where agency_state.state <> excluded.state",
                rows);
    }
}
