package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.SessionOver;
import az.dost.vahid.pages.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
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
    private final OperatorActs acts;

    OverviewController(@Qualifier(Gateway.OPERATIONS) Gateway operations, OperatorActs acts) {
        this.operations = operations;
        this.acts = acts;
    }

    /** @param still asks for a page that stays as it is. @param reversed for the table the other way round */
    @GetMapping(PATH)
    String overview(
            @RequestParam(required = false) String still,
            @RequestParam(defaultValue = "STATE") AgencyOrder sort,
            @RequestParam(defaultValue = "false") boolean reversed,
            HttpServletRequest request,
            @RequestAttribute Wording w,
            Model model) {
        model.addAttribute("overview", ShownOverview.of(operations.get(GATEWAY).body(), sort, reversed, w));
        model.addAttribute("still", still != null);
        model.addAttribute("query", sort.query(reversed, false));
        model.addAttribute(
                "heads",
                Arrays.stream(AgencyOrder.values())
                        .collect(Collectors.toMap(
                                AgencyOrder::name, order -> order.head(sort, reversed, still != null))));
        model.addAttribute("acts", acts.may(request));
        return request.getHeader(SessionOver.HTMX) == null ? "operator/overview" : "operator/overview :: part";
    }
}
