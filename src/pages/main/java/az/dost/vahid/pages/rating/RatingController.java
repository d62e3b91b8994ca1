package az.dost.vahid.pages.rating;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.login.PublicPages;
import az.dost.vahid.pages.words.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/**
 * A slip is rated, or checked, by whoever holds it: nobody logs in, and whoever has is not told to the gateway. The
 * code stands in no address.
 */
@Controller
final class RatingController {
    private static final List<String> STARS = List.of("5", "4", "3", "2", "1");
    private static final String THANKS = PublicPages.RATING + "/thanks";
    private static final int NOT_FOUND = 404;
    private final Gateway open;

    /** @param open asks without a token */
    RatingController(@Qualifier(Gateway.OPEN) Gateway open) {
        this.open = open;
    }

    @GetMapping(PublicPages.RATING)
    String form(Model model) {
        return page(new RatingForm("", "", ""), Map.of(), false, model);
    }

    /** A form that was open for too long. */
    @GetMapping(PublicPages.RATING_LATE)
    String late(Model model) {
        return page(new RatingForm("", "", ""), Map.of(), true, model);
    }

    @PostMapping(PublicPages.RATING)
    String rate(RatingForm form, HttpServletResponse response, Model model) {
        Map<String, String> faults = form.faults();
        if (faults.isEmpty()) {
            try {
                open.post(form.body(), "/v1/ratings");
                return "redirect:" + THANKS;
            } catch (Refused refused) {
                faults = faults(refused);
            }
        }
        response.setStatus(422);
        return page(form.shown(), faults, false, model);
    }

    /** What is told of a slip is told to whoever holds it, too. */
    @PostMapping(path = PublicPages.RATING, params = "check")
    String check(RatingForm form, HttpServletResponse response, @RequestAttribute Wording w, Model model) {
        Map<String, String> faults = form.faultsOfCode();
        if (faults.isEmpty()) {
            try {
                model.addAttribute(
                        "slip",
                        CheckedSlip.of(
                                open.post(form.checked(), "/v1/ratings/slips").body(), w));
            } catch (Refused refused) {
                if (refused.status() != NOT_FOUND) {
                    throw refused;
                }
                faults = Map.of("code", "rating.check.none");
            }
        }
        if (!faults.isEmpty()) {
            response.setStatus(422);
        }
        return page(form.shown(), faults, false, model);
    }

    /** A code that there is not and one that was used are told alike, here too. */
    private static Map<String, String> faults(Refused refused) {
        if (refused.status() == NOT_FOUND) {
            return Map.of("code", "rating.code.none");
        }
        if (refused.field().equals("complaint")) {
            return Map.of("complaint", "citizen.text.wrong");
        }
        throw refused;
    }

    @GetMapping(THANKS)
    String thanks() {
        return "rating/thanks";
    }

    private static String page(RatingForm form, Map<String, String> faults, boolean late, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("late", late);
        model.addAttribute("choices", STARS);
        return "rating/rate";
    }
}
