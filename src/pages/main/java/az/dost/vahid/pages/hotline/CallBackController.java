package az.dost.vahid.pages.hotline;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Whom to call back, and who has been. */
@Controller
final class CallBackController {
    private static final String PATH = "/hot-line/call-backs";
    private final Gateway gateway;

    CallBackController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String list(@RequestAttribute Wording w, Model model) {
        List<WaitingCaller> all = Json.list(
                gateway.get("/v1/hot-line/call-backs").body().path("callBacks"), one -> WaitingCaller.of(one, w));
        model.addAttribute(
                "waiting", all.stream().filter(one -> one.calledAt().isEmpty()).toList());
        model.addAttribute(
                "called", all.stream().filter(one -> !one.calledAt().isEmpty()).toList());
        return "hotline/call-backs";
    }

    @PostMapping(PATH + "/{dossier}/called")
    String called(@PathVariable UUID dossier) {
        gateway.post(null, "/v1/hot-line/call-backs/{id}/called", dossier);
        return "redirect:" + PATH;
    }

    /** Somebody to call back, without who it is. @param calledAt blank as long as nobody called */
    private record WaitingCaller(String call, String dossier, String service, String since, String calledAt) {
        static WaitingCaller of(JsonNode json, Wording w) {
            return new WaitingCaller(
                    json.path("call").asText(),
                    json.path("dossierId").asText(),
                    w.service(json.path("service").asText()),
                    w.moment(json.path("since").asText()),
                    json.has("calledAt") ? w.moment(json.path("calledAt").asText()) : "");
        }
    }
}
