package az.dost.vahid.pages.citizen;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Has a fact corrected: which one, at which register, and what is right instead. */
@Controller
final class NewCorrectionController {
    private static final String PATH = CorrectionsController.PATH + "/new";
    private static final Map<String, String> FAULTS = Map.of(
            "fact",
            "citizen.correct.fact.missing",
            "source",
            "citizen.correct.source.wrong",
            "claim",
            "citizen.text.wrong");
    private final Gateway gateway;

    NewCorrectionController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String form(@RequestAttribute Wording w, Model model) {
        return page(new CorrectionForm("", "", ""), Map.of(), w, model);
    }

    @PostMapping(PATH)
    String send(CorrectionForm form, HttpServletResponse response, @RequestAttribute Wording w, Model model) {
        Map<String, String> faults = form.faults();
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return page(form, faults, w, model);
        }
        try {
            return "redirect:" + CorrectionsController.PATH + "/"
                    + gateway.post(form.body(), CorrectionsController.GATEWAY)
                            .body()
                            .path("id")
                            .asText();
        } catch (Refused refused) {
            String fault =
                    refused.code().equals("CORRECTION_OPEN") ? "citizen.correct.open" : FAULTS.get(refused.field());
            if (fault == null) {
                throw refused;
            }
            response.setStatus(422);
            return page(form, Map.of(refused.field(), fault), w, model);
        }
    }

    private String page(CorrectionForm form, Map<String, String> faults, Wording w, Model model) {
        List<JsonNode> agencies = StreamSupport.stream(
                        gateway.get("/v1/catalogue/agencies")
                                .body()
                                .path("agencies")
                                .spliterator(),
                        false)
                .toList();
        TreeSet<String> facts = agencies.stream()
                .flatMap(agency -> StreamSupport.stream(agency.path("facts").spliterator(), false))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
        model.addAttribute(
                "facts", named(facts.stream().collect(Collectors.toMap(fact -> fact, fact -> w.of("facts", fact))), w));
        model.addAttribute(
                "agencies",
                named(
                        agencies.stream()
                                .filter(agency -> !agency.path("facts").isEmpty())
                                .map(agency -> agency.path("id").asText())
                                .distinct()
                                .collect(Collectors.toMap(id -> id, w::agency)),
                        w));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "citizen/correct";
    }

    /** In the order of the alphabet. */
    private static Map<String, String> named(Map<String, String> names, Wording w) {
        Map<String, String> sorted = new LinkedHashMap<>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparing((String name) -> name, w.order())))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }
}
