package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How far each connector is used. A change is proposed, looked at and confirmed; to undo one is to propose what was
 * before.
 */
@Controller
final class RolloutsController {
    static final String PATH = "/operator/rollout";
    private static final String GATEWAY = "/v1/operations/rollouts";
    private static final String PROPOSALS = GATEWAY + "/proposals";
    private static final List<String> USES = List.of("all", "share", "shadow", "none");
    private final Gateway operations;
    private final OperatorActs acts;

    RolloutsController(@Qualifier(Gateway.OPERATIONS) Gateway operations, OperatorActs acts) {
        this.operations = operations;
        this.acts = acts;
    }

    @GetMapping(PATH)
    String list(HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        JsonNode body = operations.get(GATEWAY).body();
        List<ProposalRow> proposals = new ArrayList<>();
        body.path("proposals").forEach(proposal -> proposals.add(ProposalRow.of(proposal, w)));
        model.addAttribute("rollouts", Json.list(body.path("rollouts"), rollout -> RolloutRow.of(rollout, w)));
        model.addAttribute("proposals", proposals);
        model.addAttribute("changes", Json.list(body.path("changes"), change -> ChangeRow.of(change, w)));
        model.addAttribute("acts", acts.may(request));
        return "operator/rollouts";
    }

    /**
     * @param undo the time of a change that is to be taken back; null for a new one
     * @param use what is chosen at first, as by whoever comes to switch an agency off; null for what it is now
     */
    @GetMapping(PATH + "/agencies/{agency}")
    String form(
            @PathVariable String agency,
            @RequestParam(required = false) String undo,
            @RequestParam(required = false) String use,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        acts.must(request);
        JsonNode body = operations.get(GATEWAY).body();
        JsonNode from = undo == null ? now(body, agency) : undone(body, undo);
        if (!from.path("agency").asText().equals(agency)) {
            throw new NotThere();
        }
        RolloutForm form = RolloutForm.of(from);
        return form(agency, use != null && USES.contains(use) ? form.withUse(use) : form, Map.of(), body, w, model);
    }

    private static JsonNode now(JsonNode body, String agency) {
        for (JsonNode rollout : body.path("rollouts")) {
            if (rollout.path("agency").asText().equals(agency)) {
                return rollout;
            }
        }
        throw new NotThere();
    }

    private static JsonNode undone(JsonNode body, String at) {
        for (JsonNode change : body.path("changes")) {
            if (change.path("at").asText().equals(at)) {
                return change.path("undo");
            }
        }
        throw new NotThere();
    }

    private static String form(
            String agency, RolloutForm form, Map<String, String> faults, JsonNode body, Wording w, Model model) {
        model.addAttribute("now", RolloutRow.of(now(body, agency), w));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("uses", USES);
        return "operator/rollout-form";
    }

    @PostMapping(PATH + "/agencies/{agency}")
    String propose(
            @PathVariable String agency,
            RolloutForm sent,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        acts.must(request);
        Map<String, String> faults = sent.faults();
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return form(agency, sent, faults, operations.get(GATEWAY).body(), w, model);
        }
        String id = operations
                .post(sent.body(agency), Map.of(OperatorActs.KEY, sent.once()), PROPOSALS)
                .body()
                .path("id")
                .asText();
        return "redirect:" + PATH + "/proposals/" + UUID.fromString(id);
    }

    @GetMapping(PATH + "/proposals/{id}")
    String proposal(@PathVariable UUID id, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "proposal",
                ProposalRow.of(operations.get(PROPOSALS + "/{id}", id).body(), w));
        model.addAttribute("acts", acts.may(request));
        return "operator/proposal";
    }

    /** Confirmed twice, it is in force once. */
    @PostMapping(PATH + "/proposals/{id}")
    String confirm(@PathVariable UUID id, HttpServletRequest request) {
        acts.must(request);
        operations.post(null, PROPOSALS + "/{id}/confirmation", id);
        return "redirect:" + PATH + "/proposals/" + id;
    }

    /** A change that was put into force. @param key its time as the gateway says it */
    private record ChangeRow(
            String key, String at, String operator, String proposedBy, RolloutRow before, RolloutRow after) {
        static ChangeRow of(JsonNode json, Wording w) {
            return new ChangeRow(
                    json.path("at").asText(),
                    w.moment(json.path("at").asText()),
                    json.path("operator").asText(),
                    json.path("proposedBy").asText(),
                    RolloutRow.of(json.path("before"), w),
                    RolloutRow.of(json.path("after"), w));
        }
    }

    /** A change that waits for its confirmation, or has it. @param confirmed blank until then */
    private record ProposalRow(
            String id, String proposedBy, RolloutRow before, RolloutRow after, String expires, String confirmed) {
        static ProposalRow of(JsonNode json, Wording w) {
            return new ProposalRow(
                    json.path("id").asText(),
                    json.path("proposedBy").asText(),
                    RolloutRow.of(json.path("before"), w),
                    RolloutRow.of(json.path("after"), w),
                    w.moment(json.path("expires").asText()),
                    json.has("confirmedAt") ? w.moment(json.path("confirmedAt").asText()) : "");
        }
    }
}
