package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What became of a lookup. Each view of an answer asks the gateway, which writes down who looked. */
@Controller
final class TrailController {
    static final String PATH = "/operator/trail";
    private final Gateway operations;
    private final MessageSource messages;

    TrailController(@Qualifier(Gateway.OPERATIONS) Gateway operations, MessageSource messages) {
        this.operations = operations;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String form(Model model) {
        return show(TrailForm.empty(), Map.of(), model);
    }

    @PostMapping(PATH)
    String send(TrailForm sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        Map<String, String> faults = sent.faults();
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return show(sent.shown(), faults, model);
        }
        return "redirect:" + PATH + '/' + KeptQuestions.keep(request.getSession(), sent.body());
    }

    @GetMapping(PATH + "/{key}")
    String answer(
            @PathVariable UUID key,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        JsonNode question = KeptQuestions.find(request.getSession(), key).orElseThrow(NotThere::new);
        List<ShownTrail> trails = new ArrayList<>();
        try {
            operations
                    .post(question, "/v1/operations/trails")
                    .body()
                    .path("trails")
                    .forEach(trail -> trails.add(ShownTrail.of(trail, messages, w)));
        } catch (Refused refused) {
            if (refused.field().equals("days")) {
                response.setStatus(422);
                return show(
                        new TrailForm(
                                "case",
                                "",
                                question.path("requester").asText(),
                                question.path("caseRef").asText(),
                                question.path("days").asText()),
                        Map.of("days", "operator.trail.days.too-many"),
                        model);
            }
            if (refused.status() != 404) {
                throw refused;
            }
        }
        model.addAttribute("trails", trails);
        return "operator/trails";
    }

    private static String show(TrailForm form, Map<String, String> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "operator/trail";
    }
}
