package az.dost.vahid.pages.citizen;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked, by month, the newest first. */
@Controller
final class OwnLookupsController {
    static final String PATH = "/my/lookups";
    private static final String GATEWAY = "/v1/citizens/me/lookups";
    private final Gateway gateway;

    /** @param name in words, {@code noyabr 2026} */
    record Month(String id, String name, List<OwnLookup> lookups) {}

    /** An auditor who has read who looked. */
    record Audit(String at, String requester, String official, String from, String to) {
        static Audit of(JsonNode json, Wording w) {
            JsonNode requester = json.path("requester");
            return new Audit(
                    w.moment(json.path("at").asText()),
                    requester.path("name").asText(requester.path("id").asText()),
                    json.path("official").asText(),
                    w.day(json.path("from").asText()),
                    w.day(json.path("to").asText()));
        }
    }

    OwnLookupsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String list(@RequestParam(required = false) UUID before, @RequestAttribute Wording w, Model model) {
        JsonNode found = before == null
                ? gateway.get(GATEWAY).body()
                : gateway.get(GATEWAY + "?page={before}", before).body();
        Map<YearMonth, List<OwnLookup>> months = new LinkedHashMap<>();
        found.path("lookups").forEach(json -> {
            OwnLookup lookup = OwnLookup.of(json, w);
            months.computeIfAbsent(lookup.month(), month -> new ArrayList<>()).add(lookup);
        });
        DateTimeFormatter name = DateTimeFormatter.ofPattern("LLLL uuuu", w.locale());
        model.addAttribute(
                "months",
                months.entrySet().stream()
                        .map(month ->
                                new Month("month-" + month.getKey(), name.format(month.getKey()), month.getValue()))
                        .toList());
        model.addAttribute("audits", Json.list(found.path("audits"), audit -> Audit.of(audit, w)));
        // They are of all times, so they are told once.
        model.addAttribute("withheld", before == null ? found.path("withheld").asLong() : 0);
        model.addAttribute("first", before == null);
        model.addAttribute("next", found.path("before").asText());
        return "citizen/lookups";
    }
}
