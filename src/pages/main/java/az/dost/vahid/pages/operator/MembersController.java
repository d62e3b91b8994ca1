package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.picture.FlowMap;
import az.dost.vahid.pages.picture.Picture;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Members of the exchange, and who asked whom. */
@Controller
final class MembersController {
    static final String PATH = "/operator/exchange";
    private final Gateway operations;
    private final MessageSource messages;

    MembersController(@Qualifier(Gateway.OPERATIONS) Gateway operations, MessageSource messages) {
        this.operations = operations;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String members(@RequestAttribute Wording w, Model model) {
        JsonNode body = operations.get("/v1/operations/members").body();
        Map<String, String> members = new TreeMap<>();
        body.path("members")
                .forEach(member -> members.put(
                        member.path("id").asText(), member.path("name").asText()));
        model.addAttribute("members", members);
        model.addAttribute("at", w.moment(body.path("at").asText()));
        model.addAttribute("map", body.path("flows").isEmpty() ? null : map(body, w));
        return "operator/exchange";
    }

    private Picture map(JsonNode body, Wording w) {
        List<FlowMap.Flow> flows = Json.list(
                body.path("flows"),
                flow -> new FlowMap.Flow(
                        flow.path("client").asText(),
                        flow.path("provider").asText(),
                        flow.path("service").asText(),
                        flow.path("calls").asLong(),
                        flow.path("failed").asLong()));
        String title = messages.getMessage(
                "operator.exchange.map", new Object[] {body.path("hours").asLong()}, w.locale());
        return FlowMap.of(
                new FlowMap.Names(
                        title,
                        say("operator.exchange.map.client", w),
                        say("operator.exchange.map.provider", w),
                        say("operator.exchange.map.service", w),
                        say("operator.exchange.map.calls", w),
                        say("operator.exchange.map.failed", w),
                        say("operator.exchange.map.good", w),
                        say("operator.exchange.map.bad", w)),
                flows,
                w);
    }

    private String say(String key, Wording w) {
        return messages.getMessage(key, null, w.locale());
    }
}
