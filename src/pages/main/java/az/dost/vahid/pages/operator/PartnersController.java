package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Answer;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Who wants to come in and who came in. What somebody may do is proposed by one operator and released by another one;
 * to refuse or to end needs one.
 */
@Controller
final class PartnersController {
    static final String PATH = "/operator/partners";
    private static final String PROPOSALS = PartnerLists.PARTNERS + "/proposals";
    private static final String SETTLED = "redirect:" + PATH + "?settled";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Gateway operations;
    private final PartnerLists lists;
    private final OperatorActs acts;

    PartnersController(@Qualifier(Gateway.OPERATIONS) Gateway operations, OperatorActs acts) {
        this.operations = operations;
        this.lists = new PartnerLists(operations);
        this.acts = acts;
    }

    /**
     * @param waiting where the list of applications goes on
     * @param after where that of partners does
     * @param settled whether somebody comes from what does not wait any more
     */
    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String waiting,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) String settled,
            @RequestAttribute Wording w,
            Model model) {
        Answer applications = lists.part(PartnerLists.APPLICATIONS, waiting);
        Answer partners = lists.part(PartnerLists.PARTNERS, after);
        model.addAttribute(
                "applications", Json.list(applications.body().path("applications"), one -> ApplicationRow.of(one, w)));
        model.addAttribute("partners", Json.list(partners.body().path("partners"), one -> PartnerRow.of(one, w)));
        model.addAttribute("keys", keys(w));
        model.addAttribute("waiting", applications.next());
        model.addAttribute("after", partners.next());
        model.addAttribute("settled", settled != null);
        return "operator/partners";
    }

    /** Partners of whom a key was added or has ended of late: all parts of the list are read only for such. */
    private List<PartnerRow> keys(Wording w) {
        JsonNode told = operations.get(OverviewController.GATEWAY).body().path("partners");
        long newKeys = told.path("newKeys").asLong();
        long endedKeys = told.path("endedKeys").asLong();
        if (newKeys + endedKeys == 0) {
            return List.of();
        }
        Instant since = Instant.now().minus(PartnerRow.LATELY);
        return lists.partners(one -> PartnerRow.keysChanged(one, since), newKeys + endedKeys).stream()
                .map(one -> PartnerRow.of(one, w))
                .toList();
    }

    @GetMapping(PATH + "/applications/{id}")
    String application(@PathVariable UUID id, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        JsonNode application = lists.application(id.toString()).orElseThrow(NotThere::new);
        return application(application, PartnerForm.of(application), Map.of(), request, w, model);
    }

    private String application(
            JsonNode application,
            PartnerForm form,
            Map<String, String> faults,
            HttpServletRequest request,
            Wording w,
            Model model) {
        model.addAttribute("applicant", ApplicationRow.of(application, w));
        return shown("operator/partner-application", form, faults, request, model);
    }

    private String shown(
            String template, PartnerForm form, Map<String, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("acts", acts.may(request));
        return template;
    }

    /** Sent twice it is one proposal, which the gateway gives again, or one refusal. */
    @PostMapping(PATH + "/applications/{id}")
    String decide(
            @PathVariable UUID id,
            PartnerForm sent,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        acts.must(request);
        Map<String, String> faults = sent.faults();
        Optional<JsonNode> application = lists.application(id.toString());
        if (application.isEmpty()) {
            return SETTLED;
        }
        if (faults.isEmpty()) {
            try {
                return decided(id, sent, application.get());
            } catch (Refused refused) {
                if (refused.status() == NOT_FOUND) {
                    return SETTLED;
                }
                if (refused.status() != BAD_REQUEST) {
                    throw refused;
                }
                faults.put(PartnerForm.field(refused.field()), "operator.partners.not-taken");
            }
        }
        response.setStatus(422);
        return application(application.get(), sent, faults, request, w, model);
    }

    private String decided(UUID id, PartnerForm sent, JsonNode application) {
        if (sent.isRefusal()) {
            operations.post(sent.reason(), PartnerLists.APPLICATIONS + "/{id}/refusal", id);
            return "redirect:" + PATH;
        }
        JsonNode made = operations.post(sent.proposal(application), PROPOSALS).body();
        return "redirect:" + PATH + "/proposals/"
                + UUID.fromString(made.path("id").asText());
    }

    @GetMapping(PATH + "/proposals/{id}")
    String proposal(@PathVariable UUID id, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "proposal",
                ReleaseRow.of(operations.get(PROPOSALS + "/{id}", id).body(), w));
        model.addAttribute("acts", acts.may(request));
        return "operator/partner-proposal";
    }

    /** Confirmed twice, it is released once. */
    @PostMapping(PATH + "/proposals/{id}")
    String confirm(@PathVariable UUID id, HttpServletRequest request) {
        acts.must(request);
        operations.post(null, PROPOSALS + "/{id}/confirmation", id);
        return "redirect:" + PATH + "/proposals/" + id;
    }

    @GetMapping(PATH + "/admitted/{id}")
    String partner(@PathVariable String id, HttpServletRequest request, @RequestAttribute Wording w, Model model) {
        JsonNode partner = lists.partner(id).orElseThrow(NotThere::new);
        return partner(partner, PartnerForm.empty(), Map.of(), request, w, model);
    }

    private String partner(
            JsonNode partner,
            PartnerForm form,
            Map<String, String> faults,
            HttpServletRequest request,
            Wording w,
            Model model) {
        model.addAttribute("partner", PartnerRow.of(partner, w));
        return shown("operator/partner", form, faults, request, model);
    }

    /** Takes all away from him at once; whoever has ended already is not ended again. */
    @PostMapping(PATH + "/admitted/{id}")
    String end(
            @PathVariable String id,
            PartnerForm sent,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        acts.must(request);
        Optional<JsonNode> partner = lists.partner(id);
        if (partner.isEmpty()) {
            return SETTLED;
        }
        Map<String, String> faults = sent.faultsOfReason();
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return partner(partner.get(), sent, faults, request, w, model);
        }
        operations.post(sent.reason(), PartnerLists.PARTNERS + "/admitted/{id}/end", id);
        return "redirect:" + PATH;
    }
}
