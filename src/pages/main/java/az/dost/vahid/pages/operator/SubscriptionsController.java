package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.picture.BarChart;
import az.dost.vahid.pages.picture.Plot;
import az.dost.vahid.pages.picture.Series;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Who is to get events, and what waits for whom. */
@Controller
final class SubscriptionsController {
    static final String PATH = "/operator/subscriptions";
    private final Gateway operations;
    private final MessageSource messages;

    SubscriptionsController(@Qualifier(Gateway.OPERATIONS) Gateway operations, MessageSource messages) {
        this.operations = operations;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String subscriptions(@RequestAttribute Wording w, Model model) {
        JsonNode body = operations.get("/v1/operations/subscriptions").body();
        List<SubscriptionRow> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Double> waiting = new ArrayList<>();
        body.path("subscriptions").forEach(one -> {
            rows.add(SubscriptionRow.of(one, w));
            if (one.path("waiting").asLong() > 0) {
                names.add(one.path("id").asText());
                waiting.add(one.path("waiting").asDouble());
            }
        });
        model.addAttribute("at", w.moment(body.path("at").asText()));
        model.addAttribute("subscriptions", rows);
        model.addAttribute(
                "backlog",
                names.isEmpty()
                        ? null
                        : BarChart.of(
                                new Plot(
                                        say("operator.subscriptions.backlog", w),
                                        "",
                                        say("operator.subscriptions.id", w),
                                        names,
                                        List.of(new Series(say("operator.subscriptions.waiting", w), waiting)),
                                        0),
                                w));
        return "operator/subscriptions";
    }

    private String say(String key, Wording w) {
        return messages.getMessage(key, null, w.locale());
    }

    /**
     * A subscription with what waits for it, in words.
     *
     * @param waiting blank while the broker does not tell
     * @param oldest blank when nothing waits
     */
    private record SubscriptionRow(
            String id, String subscriber, List<String> types, String waiting, String oldest, long deadLetters) {
        static SubscriptionRow of(JsonNode json, Wording w) {
            List<String> types = Json.list(json.path("types"), type -> w.value("event.type", type.asText()));
            return new SubscriptionRow(
                    json.path("id").asText(),
                    json.path("subscriber").asText(),
                    types,
                    json.has("waiting") ? w.number(json.path("waiting").asLong()) : "",
                    json.has("oldest") ? w.moment(json.path("oldest").asText()) : "",
                    json.path("deadLetters").asLong());
        }
    }
}
