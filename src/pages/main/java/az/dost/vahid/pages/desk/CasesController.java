package az.dost.vahid.pages.desk;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What somebody did last: he finds a case again by its number. */
@Controller
final class CasesController {
    private final Gateway gateway;

    CasesController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/desk/cases")
    String cases(@RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "cases", Json.list(gateway.get("/v1/officials/me/cases").body().path("cases"), one -> Case.of(one, w)));
        return "desk/cases";
    }
}
