package az.dost.vahid.pages.rating;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What was said of the manager's own centre in three months. */
@Controller
final class CentreRatingsController {
    static final String PATH = "/centre/ratings";
    private static final int STARS = 5;
    private final Gateway gateway;

    /** @param key of the message that names so many stars */
    record Stars(String key, long times, String count) {}

    /** @param month as people write it, {@code 11.2026} */
    record Complaint(String month, int stars, String text) {}

    CentreRatingsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String ratings(@RequestAttribute Wording w, Model model) {
        JsonNode said = gateway.get("/v1/ratings/centres/own").body();
        List<Stars> stars = new ArrayList<>();
        for (int star = STARS; star > 0; star--) {
            long times = said.path("stars").path(star - 1).asLong();
            stars.add(new Stars("rating.stars." + star, times, w.number(times)));
        }
        model.addAttribute("stars", stars);
        model.addAttribute(
                "all", w.number(stars.stream().mapToLong(Stars::times).sum()));
        model.addAttribute("none", stars.stream().allMatch(one -> one.times() == 0));
        model.addAttribute(
                "complaints",
                Json.list(
                        said.path("complaints"),
                        one -> new Complaint(
                                w.dated(one.path("month").asText()),
                                one.path("stars").asInt(),
                                one.path("text").asText())));
        model.addAttribute("centre", said.path("centre").asText());
        model.addAttribute("from", w.day(said.path("from").asText()));
        model.addAttribute("whole", said.path("whole").asBoolean());
        return "rating/centre";
    }
}
