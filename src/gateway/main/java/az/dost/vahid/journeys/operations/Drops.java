package az.dost.vahid.journeys.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files that agencies left, the newest first, and what became of each. */
final class Drops {
    static final int PAGE = 100;
    private final JdbcTemplate jdbc;

    /** What became of a file, as the contract names it. */
    enum State {
        LOADED,
        LATE,
        QUARANTINED
    }

    Drops(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page, and where the next one begins.
     *
     * @param agency null for all, as is state
     * @param before number of the file to go on after, null for the newest
     */
    ObjectNode page(String agency, State state, Long before, int limit) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        var drops = page.putArray("drops");
        List<Long> numbers = new ArrayList<>();
        jdbc.query(
                "select id, agency, name, digest, state, finished_at, row_count, reason, as_of from drop_file where agency = coalesce(?, agency)"
                        + " and state = coalesce(?, state) and id < ? order by id desc limit ?",
                row -> {
                    numbers.add(row.getLong(1));
                    ObjectNode drop = drops.addObject()
                            .put("agency", row.getString(2))
                            .put("name", row.getString(3))
                            .put("digest", row.getString(4))
                            .put("state", row.getString(5))
                            .put("at", Overview.seconds(row.getTimestamp(6).toInstant()))
                            .put("rows", row.getLong(7))
                            .put("of", Overview.seconds(row.getTimestamp(9).toInstant()));
                    if (row.getString(8) != null) {
                        drop.put("reason", row.getString(8));
                    }
                },
                agency,
                state == null ? null : state.name(),
                before == null ? Long.MAX_VALUE : before,
                limit);
        return numbers.size() < limit ? page : page.put("before", String.valueOf(numbers.get(limit - 1)));
    }
}
