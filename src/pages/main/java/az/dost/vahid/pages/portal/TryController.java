package az.dost.vahid.pages.portal;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.WholeAnswer;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An operation of a contract, sent as the test system or with the token of whoever tries it. Only operations that a
 * contract has, and only at the gateway.
 */
@Controller
final class TryController {
    static final String PATH = ContractsController.PATH + "/try";
    private static final String BODY = "body";
    /** Field that says who sends it. */
    private static final String AS = "as";

    private static final String OWN = "own";
    private static final String TEST = "test";
    private final ContractShelf shelf;
    private final Gateway gateway;
    private final TestSystem test;

    TryController(ContractShelf shelf, Gateway gateway, TestSystem test) {
        this.shelf = shelf;
        this.gateway = gateway;
        this.test = test;
    }

    @GetMapping(PATH)
    String choose() {
        return "portal/try-none";
    }

    @GetMapping(PATH + "/{file}/{operation}")
    String form(@PathVariable String file, @PathVariable String operation, Model model) {
        TriedOperation tried = find(file, operation);
        Map<String, String> filled = new HashMap<>();
        tried.places().forEach(place -> filled.put(place.field(), place.example()));
        filled.put(BODY, tried.example());
        filled.put(AS, TEST);
        return show(file, tried, filled, Map.of(), null, model);
    }

    @PostMapping(PATH + "/{file}/{operation}")
    String send(
            @PathVariable String file,
            @PathVariable String operation,
            @RequestParam Map<String, String> filled,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model) {
        TriedOperation tried = find(file, operation);
        String body = tried.bodyType().isEmpty() ? "" : filled.getOrDefault(BODY, "");
        Map<String, String> faults = new LinkedHashMap<>(tried.faults(filled));
        if (tried.bodyType().endsWith("json") && !body.isBlank() && !TryOutcome.isJson(body)) {
            faults.put(BODY, "portal.try.body.wrong");
        }
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return show(file, tried, filled, faults, null, model);
        }
        boolean own = !test.isThere() || OWN.equals(filled.get(AS));
        WholeAnswer answer = (own ? gateway : test.gateway())
                .whole(
                        tried.method(),
                        tried.template(filled),
                        tried.parts(filled),
                        tried.headers(filled),
                        tried.bodyType(),
                        body);
        return show(file, tried, filled, faults, TryOutcome.of(answer, w.number(answer.tookMs())), model);
    }

    private TriedOperation find(String file, String operation) {
        ContractShelf.Shelf now = shelf.now();
        JsonNode api = now.tree(file);
        return TriedOperation.find(api, operation, new References(file, now::tree))
                .orElseThrow(NotThere::new);
    }

    private String show(
            String file,
            TriedOperation tried,
            Map<String, String> filled,
            Map<String, String> faults,
            TryOutcome answer,
            Model model) {
        model.addAttribute("test", test.isThere());
        model.addAttribute("file", file);
        model.addAttribute("tried", tried);
        model.addAttribute("filled", filled);
        model.addAttribute("faults", faults);
        model.addAttribute("answer", answer);
        return "portal/try";
    }
}
