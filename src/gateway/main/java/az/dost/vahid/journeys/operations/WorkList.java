package az.dost.vahid.journeys.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bulk lookups, follow-ups and transfers that are under way, or that failed. */
final class WorkList {
    private static final int MOST = 100;
    private static final int NEXT = 6;
    private static final int DONE = 7;
    private static final int OF = 8;
    private static final int ATTEMPTS = 9;
    private static final int TOTAL = 10;
    private final JdbcTemplate jdbc;

    WorkList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    ObjectNode of(WorkKind kind) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("total", 0);
        var work = body.putArray("work");
        jdbc.query(kind.sql(MOST), row -> {
            body.put("total", row.getLong(TOTAL));
            work.add(json(kind, row));
        });
        return body;
    }

    private static ObjectNode json(WorkKind kind, ResultSet row) throws SQLException {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", row.getString(1))
                .put("kind", kind.name())
                .put("requester", row.getString(2));
        if (row.getString(3) != null) {
            json.put(kind == WorkKind.TRANSFER ? "type" : "service", row.getString(3));
        }
        json.put("state", row.getString(4))
                .put("since", Overview.seconds(row.getTimestamp(5).toInstant()));
        if (row.getTimestamp(NEXT) != null) {
            json.put("next", Overview.seconds(row.getTimestamp(NEXT).toInstant()));
        }
        if (row.getObject(OF) != null) {
            json.put("done", row.getLong(DONE)).put("of", row.getLong(OF));
        }
        return json.put("attempts", row.getInt(ATTEMPTS));
    }
}
