package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.SessionOver;
import az.dost.vahid.pages.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** How all is, on one page that keeps itself new until somebody stops it. */
@Controller
final class OverviewController {
    static final String PATH = "/operator";
    static final String GATEWAY = "/v1/operations/overview";
    private final Gateway operations;

    OverviewController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        this.operations = operations;
    }

    /** @param still asks for a page that stays as it is */
    @GetMapping(PATH)
    String overview(
            @RequestParam(required = false) String still,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        model.addAttribute("overview", ShownOverview.of(operations.get(GATEWAY).body(), w));
        model.addAttribute("still", still != null);
        return request.getHeader(SessionOver.HTMX) == null ? "operator/overview" : "operator/overview :: part";
    }
}
