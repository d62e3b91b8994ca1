package az.dost.vahid.journeys.quality;

import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.figures.Remembered;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How good registers are, as everybody may know it: tickets by register and field, without a person. What is of few is
 * left out, and there are no sums that would tell it.
 */
public final class RegisterFigures {
    /** As in reports: a smaller count might be of somebody whom one knows. */
    private static final int LEAST = 5;

    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final String COUNTS = """
            select agency, fact, field,
                count(*) filter (where state <> 'CLOSED') as open,
                count(*) filter (where state = 'CLOSED') as closed,
                count(*) filter (where reopened > 0) as reopened,
                percentile_cont(0.5) within group (order by (since_ms - (('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint)) / 86400000.0)
                    filter (where state = 'CLOSED') as days
            from ticket group by agency, fact, field order by agency, fact, field""";
    private final Remembered<ObjectNode> counted;

    RegisterFigures(JdbcTemplate jdbc) {
        this.counted = new Remembered<>(() -> counted(jdbc), YOUNG);
    }

    public void show(Exchange exchange) {
        HttpAnswer.json(exchange.getMessage(), counted.get());
    }

    private static ObjectNode counted(JdbcTemplate jdbc) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        ArrayNode registers = body.putArray("registers");
        jdbc.query(COUNTS, row -> {
            ObjectNode one = registers
                    .addObject()
                    .put("agency", row.getString("agency"))
                    .put("fact", row.getString("fact"))
                    .put("field", row.getString("field"));
            for (String figure : new String[] {"open", "closed", "reopened"}) {
                put(one, figure, row.getInt(figure));
            }
            if (row.getInt("closed") >= LEAST) {
                one.put("medianDays", Math.round(row.getDouble("days") * 10) / 10.0);
            }
        });
        return body;
    }

    private static void put(ObjectNode one, String figure, int count) {
        if (count == 0 || count >= LEAST) {
            one.put(figure, count);
        }
    }
}
