package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.List;
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
        List<Case> cases = new ArrayList<>();
        gateway.get("/v1/officials/me/cases").body().path("cases").forEach(one -> cases.add(Case.of(one, w)));
        model.addAttribute("cases", cases);
        return "desk/cases";
    }
}
