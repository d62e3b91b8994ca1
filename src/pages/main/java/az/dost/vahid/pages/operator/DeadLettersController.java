package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.ListQuery;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.words.StateTag;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What could not be delivered, one by one or as many as a filter finds. */
@Controller
final class DeadLettersController {
    static final String PATH = "/operator/dead-letters";
    private static final String GATEWAY = "/v1/dead-letters";
    private static final String ONE = GATEWAY + "/{id}";
    private static final ObjectMapper JSON = Json.strict();
    private static final Pattern SUBSCRIPTION = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final List<String> REASONS = List.of("EXPIRED", "POISON", "EXHAUSTED");
    private final Gateway operations;
    private final OperatorActs acts;

    DeadLettersController(@Qualifier(Gateway.OPERATIONS) Gateway operations, OperatorActs acts) {
        this.operations = operations;
        this.acts = acts;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String subscription,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        // Whatever comes later is not settled by an order of somebody who has not seen it.
        SettlingForm form =
                new SettlingForm("", subscription, reason, "", Instant.now().toString(), "");
        if (!form.subscription().isEmpty()
                        && !SUBSCRIPTION.matcher(form.subscription()).matches()
                || !form.reason().isEmpty() && !REASONS.contains(form.reason())) {
            // No letter can be of it; the gateway need not be asked.
            response.setStatus(422);
            return list(
                    form,
                    Map.of("subscription", "operator.dead.subscription.wrong"),
                    JSON.createObjectNode(),
                    request,
                    w,
                    model);
        }
        return list(form, Map.of(), request, w, model);
    }

    private String list(
            SettlingForm form, Map<String, String> faults, HttpServletRequest request, Wording w, Model model) {
        return list(
                form,
                faults,
                new ListQuery(GATEWAY)
                        .with("subscription", form.subscription())
                        .with("reason", form.reason())
                        .of(operations),
                request,
                w,
                model);
    }

    private String list(
            SettlingForm form,
            Map<String, String> faults,
            JsonNode body,
            HttpServletRequest request,
            Wording w,
            Model model) {
        List<DeadLetterRow> letters = Json.list(body.path("deadLetters"), letter -> DeadLetterRow.of(letter, w));
        model.addAttribute("letters", letters);
        model.addAttribute("total", body.path("total").asLong(letters.size()));
        model.addAttribute("reasons", REASONS);
        model.addAttribute(
                "filtered", !form.subscription().isEmpty() || !form.reason().isEmpty());
        return shown("operator/dead-letters", form, faults, request, model);
    }

    @GetMapping(PATH + "/{id}")
    String letter(@PathVariable UUID id, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        return letter(id, SettlingForm.empty(), Map.of(), request, w, model);
    }

    private String letter(
            UUID id,
            SettlingForm form,
            Map<String, String> faults,
            HttpServletRequest request,
            Wording w,
            Model model) {
        model.addAttribute("letter", DeadLetterRow.of(operations.get(ONE, id).body(), w));
        return shown("operator/dead-letter", form, faults, request, model);
    }

    private String shown(
            String template, SettlingForm form, Map<String, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("acts", acts.may(request));
        return template;
    }

    @PostMapping(PATH + "/{id}")
    String settle(
            @PathVariable UUID id,
            SettlingForm sent,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        acts.must(request);
        Map<String, String> faults = sent.faults(false);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return letter(id, sent, faults, request, w, model);
        }
        try {
            operations.post(sent.single(), sent.isDrop() ? ONE + "/drop" : ONE + "/replay", id);
        } catch (Refused refused) {
            // Sent twice, or settled by somebody else meanwhile: its page says what it is now.
            if (!refused.code().equals("DEAD_LETTER_SETTLED")) {
                throw refused;
            }
        }
        return "redirect:" + PATH + '/' + id;
    }

    @PostMapping(PATH)
    String settleAll(
            SettlingForm sent,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        acts.must(request);
        Map<String, String> faults = sent.faults(true);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return list(sent, faults, request, w, model);
        }
        String id = operations
                .post(sent.batch(), Map.of(OperatorActs.KEY, sent.once()), BatchesController.GATEWAY)
                .body()
                .path("id")
                .asText();
        return "redirect:" + BatchesController.PATH + '/' + UUID.fromString(id);
    }

    /**
     * A delivery that failed for good, in words.
     *
     * @param detail as the gateway says it, for technicians
     * @param replayable whether it names an event, so that it can be sent again
     */
    private record DeadLetterRow(
            String id,
            String subscription,
            String event,
            String reason,
            String detail,
            String attempts,
            String laidAside,
            StateTag state,
            boolean open,
            boolean replayable) {
        static DeadLetterRow of(JsonNode json, Wording w) {
            String state = json.path("state").asText();
            String words = w.value("events.DeadLetter.state", state);
            boolean open = state.equals("OPEN");
            return new DeadLetterRow(
                    json.path("id").asText(),
                    json.path("subscription").asText(),
                    json.path("event").asText(),
                    w.value("events.DeadLetter.reason", json.path("reason").asText()),
                    json.path("detail").asText(),
                    w.number(json.path("attempts").asLong()),
                    w.moment(json.path("laidAside").asText()),
                    open ? StateTag.bad(words) : StateTag.none(words),
                    open,
                    json.has("event"));
        }
    }
}
