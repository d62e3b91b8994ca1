package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.broker.Backlogs;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.figures.Remembered;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;

/** Shows operators the subscriptions, and what waits for each. */
public final class SubscriptionHandler {
    private static final Backlogs.Backlog UNKNOWN = new Backlogs.Backlog(-1, null);
    private final RunningSubscriptions subscriptions;
    private final Backlogs backlogs;
    private final JdbcTemplate jdbc;
    private final Remembered<ObjectNode> list = new Remembered<>(this::read);

    SubscriptionHandler(RunningSubscriptions subscriptions, Backlogs backlogs, JdbcTemplate jdbc) {
        this.subscriptions = subscriptions;
        this.backlogs = backlogs;
        this.jdbc = jdbc;
    }

    public void list(Exchange exchange) {
        Operator.mayLook(FrontDoor.requester(exchange));
        HttpAnswer.json(exchange.getMessage(), list.get());
    }

    private ObjectNode read() {
        List<Subscription> all = subscriptions.all();
        Map<String, Backlogs.Backlog> waiting =
                backlogs.of(all.stream().map(Subscription::id).toList());
        Map<String, Integer> dead = new HashMap<>();
        jdbc.query("select subscription, count(*) from dead_letter where state = 'OPEN' group by subscription", row -> {
            dead.put(row.getString(1), row.getInt(2));
        });
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        var array = body.putArray("subscriptions");
        // What has waited longest is the first; one of which nothing is known is the last.
        all.stream()
                .sorted(Comparator.comparing(
                                (Subscription one) ->
                                        waiting.getOrDefault(one.id(), UNKNOWN).oldest(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Subscription::id))
                .forEach(one ->
                        array.add(json(one, waiting.getOrDefault(one.id(), UNKNOWN), dead.getOrDefault(one.id(), 0))));
        return body;
    }

    private static ObjectNode json(Subscription one, Backlogs.Backlog backlog, int deadLetters) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("id", one.id()).put("subscriber", one.subscriber());
        var types = json.putArray("types");
        one.gives().keySet().stream().sorted().forEach(types::add);
        if (backlog.waiting() >= 0) {
            json.put("waiting", backlog.waiting());
        }
        if (backlog.oldest() != null) {
            json.put("oldest", backlog.oldest().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return json.put("deadLetters", deadLetters);
    }
}
