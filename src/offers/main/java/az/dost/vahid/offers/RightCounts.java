package az.dost.vahid.offers;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.rights.Rights;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits, what was found and where offers stand, by right: numbers, and nobody. */
final class RightCounts {
    /** When what is asked again later, and what a birthday brings about, is taken up: {@link Intents} sets them so. */
    private static final String WAITING = """
            select right_code,
                count(*) filter (where state = 'WAITING' and next_at <= statement_timestamp()),
                min(next_at) filter (where state = 'WAITING' and next_at <= statement_timestamp()),
                count(*) filter (where state = 'WAITING' and next_at > statement_timestamp() and asked > 0),
                count(*) filter (where state = 'WAITING' and next_at > statement_timestamp() and asked = 0)
            from right_intent group by right_code""";
    /** A code in capitals is why a turn failed, and no register. */
    private static final String REGISTERS = """
            select right_code, register, count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'UNDECIDED')
            from right_intent, unnest(string_to_array(code, ',')) as register
            where (state = 'UNDECIDED' or state = 'WAITING' and asked > 0 and next_at > statement_timestamp()) and register ~ '[a-z]'
            group by right_code, register order by right_code, register""";

    private static final String ENDED =
            "select right_code, state, count(*) from right_intent where state in ('REFUSED', 'LATE', 'FAILED') and right_code <> ''"
                    + " group by right_code, state order by right_code, state";
    private static final String FOUND =
            "select right_code, outcome, count(*) from right_evaluation group by right_code, outcome order by right_code, outcome";
    private static final String OFFERS =
            "select right_code, state, count(*) from right_offer group by right_code, state order by right_code, state";
    /** An id begins with its time. */
    private static final String OLDEST_OFFER = "select right_code, min(id::text) from right_offer"
            + " where state in ('OFFERED', 'ACCEPTED', 'OVERDUE') group by right_code";

    private final JdbcTemplate jdbc;
    private final Rights rights;

    RightCounts(JdbcTemplate jdbc, Rights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    /** As {@code RightStates} of the contract. */
    ObjectNode read() {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("at", seconds(Instant.now()))
                .put("deaths", 0);
        Map<String, ObjectNode> rows = new TreeMap<>();
        rights.codes().forEach(code -> row(rows, code));
        jdbc.query(WAITING, row -> {
            if (row.getString(1).isEmpty()) {
                body.put("deaths", row.getLong(2));
            } else {
                waiting(row(rows, row.getString(1)), row);
            }
        });
        jdbc.query(REGISTERS, row -> {
            register(row(rows, row.getString(1)), row);
        });
        counted(rows, FOUND, "evaluations", "outcome");
        counted(rows, ENDED, "ended", "end");
        counted(rows, OFFERS, "offers", "state");
        jdbc.query(OLDEST_OFFER, row -> {
            row(rows, row.getString(1)).put("oldestOffer", seconds(RecordId.time(UUID.fromString(row.getString(2)))));
        });
        rows.values().forEach(body.putArray("rights")::add);
        return body;
    }

    /** One that stands in no file any more has its numbers all the same. */
    private ObjectNode row(Map<String, ObjectNode> rows, String code) {
        return rows.computeIfAbsent(code, right -> {
            ObjectNode row = JsonNodeFactory.instance.objectNode().put("right", right);
            rights.law(right, LocalDate.now(Baku.ZONE)).ifPresent(row::setAll);
            row.put("due", 0).put("silent", 0).put("birthdays", 0);
            List.of("registers", "evaluations", "ended", "offers").forEach(row::putArray);
            return row;
        });
    }

    private static void waiting(ObjectNode right, ResultSet row) throws SQLException {
        right.put("due", row.getLong(2)).put("silent", row.getLong(4)).put("birthdays", row.getLong(5));
        if (row.getTimestamp(3) != null) {
            right.put("oldestDue", seconds(row.getTimestamp(3).toInstant()));
        }
    }

    private void register(ObjectNode right, ResultSet row) throws SQLException {
        ObjectNode register = right.withArray("registers").addObject().put("register", row.getString(2));
        rights.wanted(row.getString(1), row.getString(2))
                .ifPresent(title ->
                        register.putObject("title").put("az", title.az()).put("en", title.en()));
        register.put("waiting", row.getLong(3)).put("undecided", row.getLong(4));
    }

    private void counted(Map<String, ObjectNode> rows, String query, String list, String name) {
        jdbc.query(query, row -> {
            row(rows, row.getString(1))
                    .withArray(list)
                    .addObject()
                    .put(name, row.getString(2))
                    .put("count", row.getLong(3));
        });
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
